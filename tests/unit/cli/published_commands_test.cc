// Every command line of runbookc that we publish is one that the program takes.
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "awaited_flags.h"
#include "base/text.h"
#include "cli/arguments.h"
#include "cli/manual_page.h"
#include "cli/starter_files.h"
#include "command_lines.h"
#include "parse/yaml.h"

namespace runbookc {
namespace {

namespace fs = std::filesystem;

const std::string kRoot = RUNBOOKC_SOURCE_DIR "/";

std::string read(const std::string& path) {
  std::ostringstream out;
  out << std::ifstream(kRoot + path, std::ios::binary).rdbuf();
  REQUIRE_FALSE(out.str().empty());
  return out.str();
}

bool is_in(const std::vector<std::string>& words, const std::string& word) {
  return std::ranges::find(words, word) != words.end();
}

// A value that stands for another: $VALUE, FORMAT.
bool is_stand_in(const std::string& value) {
  return value.find('$') != std::string::npos ||
         std::ranges::none_of(value, [](char c) { return c >= 'a' && c <= 'z'; });
}

// Why the program would refuse the words; "" if it takes them.
std::string refusal(const std::vector<std::string>& words) {
  std::vector<const char*> arguments = {"runbookc"};
  for (const std::string& word : words) arguments.push_back(word.c_str());
  const auto parsed = parse_arguments(static_cast<int>(arguments.size()), arguments.data());
  if (!parsed) return parsed.error().message;
  const auto* line = std::get_if<CommandLine>(&*parsed);
  if (line == nullptr) return "";
  for (const OptionSpec& option : line->command->options) {
    if (option.words == nullptr) continue;
    for (const std::string& value : line->arguments.all(option_names(option).back())) {
      const std::string word = value.substr(0, value.find('='));
      if (!is_stand_in(word) && !is_in(option.words(), word)) return word + " is no value";
    }
  }
  return "";
}

bool waits_for(const AwaitedFlag& flag, const std::vector<std::string>& words, std::size_t at) {
  if (words.front() != flag.command || words[at] != flag.option) return false;
  if (flag.value.empty()) return true;
  return at + 1 < words.size() &&
         (words[at + 1] == flag.value || words[at + 1].starts_with(flag.value + "="));
}

// The words without what is awaited; none if the whole command is.
std::vector<std::string> without_awaited(const std::vector<std::string>& words) {
  std::vector<std::string> out;
  for (std::size_t at = 0; at < words.size(); ++at) {
    bool awaited = false;
    for (const AwaitedFlag& flag : awaits()) {
      if (flag.option.empty() && words.front() == flag.command) return {};
      awaited = awaited || waits_for(flag, words, at);
    }
    if (awaited)
      ++at;  // with its value
    else
      out.push_back(words[at]);
  }
  return out;
}

void expect_taken(const std::vector<WrittenCommand>& commands, const std::string& path) {
  for (const WrittenCommand& command : commands) {
    CAPTURE(path, command.text);
    auto words = without_awaited(command.words);
    // `runbookc explain` in a sentence names the command and is not to be pasted.
    if (words.size() == 1) words.emplace_back("--help");
    if (!words.empty()) CHECK(refusal(words) == "");
  }
}

std::vector<std::string> documents() {
  std::vector<std::string> out = {"README.md", "CONTRIBUTING.md"};
  for (const auto& entry : fs::directory_iterator(kRoot + "docs")) {
    if (entry.path().extension() == ".md")
      out.push_back("docs/" + entry.path().filename().string());
  }
  std::ranges::sort(out);
  return out;
}

Value yaml_file(const std::string& path, std::string text) {
  const SourceFile file(path, std::move(text));
  YamlOutcome outcome = parse_yaml(file, {0, static_cast<std::uint32_t>(file.bytes().size())});
  CAPTURE(path);
  for (const YamlProblem& problem : outcome.problems) UNSCOPED_INFO(problem.message);
  REQUIRE(outcome.valid);
  REQUIRE(outcome.problems.empty());
  return std::move(outcome.root);
}

std::string starter(const std::string& path) {
  for (const StarterFile& file :
       starter_files(*parse_date("2026-09-01"), {.existing = {.folder = "content", .count = 0}})) {
    if (file.path == path) return file.text;
  }
  FAIL("there is no starter file " << path);
  return "";
}

const std::vector<std::string> kScripts = {"action.yml", ".pre-commit-hooks.yaml", "ci/gitlab.yml",
                                           "ci/check.sh"};

}  // namespace

TEST_CASE("every command line in the documentation is taken by the program") {
  std::size_t count = 0;
  for (const std::string& path : documents()) {
    const auto commands = commands_in_markdown(read(path));
    count += commands.size();
    expect_taken(commands, path);
  }
  CHECK(count > 15);
}

TEST_CASE("every command line in the action, the hooks and the templates is taken") {
  for (const std::string& path : kScripts) {
    const auto commands = commands_in_script(read(path));
    CAPTURE(path);
    CHECK_FALSE(commands.empty());
    expect_taken(commands, path);
  }
  for (const StarterFile& file :
       starter_files(*parse_date("2026-09-01"), {.existing = {.folder = "content", .count = 0}})) {
    expect_taken(commands_in_script(file.text), std::string(file.path));
  }
}

TEST_CASE("every command line in the manual page and in the help is taken") {
  const std::string page =
      replace_all(manual_page(all_command_set(), "1.0", *parse_date("2026-09-01")), "\\-", "-");
  std::string lines;
  for (std::string_view line : split_lines(page)) {
    if (!line.starts_with(".B runbookc ") && !line.starts_with("  runbookc ")) continue;
    if (line.starts_with('.')) line.remove_prefix(3);
    line = trim(line);
    // What follows at a distance says what the command does.
    lines += std::string(line.substr(0, line.find("  "))) + "\n";
  }
  const auto commands = commands_in_script(lines);
  CHECK(commands.size() > 9);
  expect_taken(commands, "manual page");
}

TEST_CASE("what is awaited is not there yet") {
  for (const AwaitedFlag& flag : awaits()) {
    std::vector<std::string> words = {flag.command};
    if (!flag.option.empty()) words.insert(words.end(), {flag.option, flag.value + "=x"});
    INFO(flag.command << " " << flag.option << " " << flag.value
                      << " is taken by now: drop it from tests/awaited_flags.h");
    CHECK(refusal(words) != "");
  }
}

TEST_CASE("a command line that the program does not take is noticed") {
  const auto commands = commands_in_markdown(
      "Run `runbookc chekc` or `x`.\n\n```bash\nrunbookc check \\\n  --fromat text  # so\n"
      "$ runbookc check --format yaml=y > out\nif ! runbookc build --strict; then\n```\n");
  REQUIRE(commands.size() == 4);
  CHECK(refusal(commands[0].words) == "'chekc' is not a command");
  CHECK(refusal(commands[1].words) == "there is no option '--fromat' for `runbookc check`");
  CHECK(refusal(commands[2].words) == "yaml is no value");
  CHECK(refusal(commands[3].words) == "");
}

TEST_CASE("the action, the hooks and the templates are YAML") {
  for (const std::string& path : kScripts) {
    if (!path.ends_with(".sh")) yaml_file(path, read(path));
  }
  for (const StarterFile& file :
       starter_files(*parse_date("2026-09-01"), {.existing = {.folder = "content", .count = 0}})) {
    const std::string path(file.path);
    if (path.ends_with(".yaml") || path.ends_with(".yml")) yaml_file(path, file.text);
  }
}

TEST_CASE("no input of the action is pasted into a script") {
  const Value action = yaml_file("action.yml", read("action.yml"));
  const Value* steps = action.find("runs")->find("steps");
  REQUIRE(steps != nullptr);
  std::string environment;
  for (const Value& step : steps->items) {
    REQUIRE(step.find("run") != nullptr);
    const std::string run = step.find("run")->text;
    CHECK(run.find("${{") == std::string::npos);
    CHECK(run.find('\n') == std::string::npos);  // longer ones are files, which shellcheck reads
    for (const Member& member : step.find("env")->members) environment += member.value.text;
  }
  for (const Member& input : action.find("inputs")->members) {
    CAPTURE(input.key);
    CHECK(input.value.find("description") != nullptr);
    CHECK(input.value.find("default") != nullptr);
    if (input.key == "working-directory") continue;  // a key of the step, not of its script
    CHECK(environment.find("inputs." + input.key + " ") != std::string::npos);
  }
}

TEST_CASE("the hook that init writes is the one that we offer") {
  const Value offered = yaml_file("hooks", read(".pre-commit-hooks.yaml"));
  const Value started = yaml_file("starter", starter(".pre-commit-config.yaml"));
  const Value& ours = offered.items.front();
  const Value& theirs = started.find("repos")->items.front().find("hooks")->items.front();
  for (const char* key :
       {"id", "name", "entry", "language", "files", "pass_filenames", "require_serial"}) {
    CAPTURE(key);
    REQUIRE(ours.find(key) != nullptr);
    REQUIRE(theirs.find(key) != nullptr);
    CHECK(ours.find(key)->same_data(*theirs.find(key)));
  }
}

TEST_CASE("the page about CI shows what init writes") {
  const std::string page = read("docs/ci.md");
  const std::string hook = starter(".pre-commit-config.yaml");
  const std::string workflow = starter(".github/workflows/runbooks.yml");
  const auto checks = workflow.find("      - if: ");
  REQUIRE(checks != std::string::npos);
  const auto build = workflow.find("      - run: runbookc build");
  CHECK(page.find(hook.substr(hook.find("repos:"))) != std::string::npos);
  CHECK(page.find(workflow.substr(checks, build - checks)) != std::string::npos);
}

TEST_CASE("the page about CI shows the job for merge requests as it stands in the template") {
  const std::string page = read("docs/ci.md");
  const std::string jobs = read("ci/gitlab.yml");
  const auto job = jobs.find("\nrunbookc:\n");
  REQUIRE(job != std::string::npos);
  const auto rules = jobs.find("  rules:\n", job);
  CHECK(page.find(jobs.substr(rules, jobs.find("\n\n", rules) - rules)) != std::string::npos);
}

TEST_CASE("every page names the base of a merge request in the same way") {
  for (const std::string path : {"docs/ci.md", "docs/pull-requests.md", "ci/gitlab.yml"}) {
    CAPTURE(path);
    const std::string text = read(path);
    const std::string option = "--changed-since \"$CI_";
    const auto at = text.find(option);
    REQUIRE(at != std::string::npos);
    CHECK(text.find(option + "MERGE_REQUEST_DIFF_BASE_SHA\"") == at);
    CHECK(text.find(option, at + 1) == std::string::npos);
  }
}

}  // namespace runbookc
