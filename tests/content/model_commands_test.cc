// Every command of content/ as a shell and a linter read it, and what destroys is marked.
#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <regex>
#include <set>

#include "base/text.h"
#include "content/model_project.h"
#include "e2e/temp_folder.h"

namespace runbookc {
namespace {

std::string where(const nlohmann::json& command) {
  return command.at("path").get<std::string>() + ":" +
         std::to_string(command.at("start").at("line").get<int>());
}

std::string text_of(const nlohmann::json& command) { return command.at("text"); }

// The command with a word in place of each placeholder, which a shell would take for redirections.
std::string masked(const nlohmann::json& command) {
  std::string text = command.at("text");
  for (const auto& placeholder : command.at("placeholders")) {
    text = replace_all(text, placeholder.at("text").get<std::string>(), "masked");
  }
  return text + "\n";
}

ProcessResult run_program(const std::string& program, const std::vector<std::string>& arguments) {
  ProcessOptions options;
  options.program = program;
  return run_tool(arguments, options);
}

// The command's lines, continuations joined, without those that only show what they would do.
std::vector<std::string> effective_lines(const nlohmann::json& command) {
  static const std::regex harmless(R"(dry-run|\s--list\b)");
  std::vector<std::string> lines;
  const std::string joined = replace_all(text_of(command), "\\\n", " ");
  for (const std::string_view line : split_lines(joined)) {
    if (!std::regex_search(line.begin(), line.end(), harmless)) lines.emplace_back(line);
  }
  return lines;
}

bool any_line(const nlohmann::json& command, const std::regex& pattern) {
  return std::ranges::any_of(effective_lines(command), [&](const std::string& line) {
    return std::regex_search(line, pattern);
  });
}

// What ends, deletes, overwrites or restarts something that customers or data depend on.
const std::regex& destructive() {
  static const std::regex pattern(
      R"(kubectl\s(?:[^|]*\s)?(?:delete|drain|replace)\s|kubectl\s[^|]*\s--replicas=0)"
      R"(|kubectl\s(?:[^|]*\s)?rollout\s(?:undo|restart)\s|kubectl\s(?:[^|]*\s)?set\s(?:env|image|resources)\s)"
      R"(|patronictl\s(?:failover|switchover|reinit|restart|edit-config|remove)\b)"
      R"(|pg_(?:cancel|terminate)_backend\(|\b(?:DROP|TRUNCATE|DELETE FROM|UPDATE|DETACH)\s[a-z])"
      R"(|pgbackrest\s[^|]*\s(?:restore|expire|stanza-delete)\b)"
      R"(|rabbitmqctl\s[^|]*(?:purge_queue|delete_queue|stop_app|reset|close_connection)\b)"
      R"(|terraform\s[^|]*(?:apply|destroy|force-unlock|state\s(?:rm|mv|push))\b)"
      R"(|aws\s[^|]*(?:s3\srm|s3api\sdelete|terminate-|reboot-|delete-)\S*)"
      R"(|vault\s[^|]*(?:revoke|delete|destroy|rollback)\b|\brm\s+-|\bfind\s[^|]*-delete\b|\bpg_ctl\sstop\b)");
  return pattern;
}

// The lines that a reader sees with the command: its step, or what stands since the last heading,
// down to the fence.
std::string context_of(const nlohmann::json& command) {
  static const std::regex start(R"(^(?:#{1,6}\s|\d+\.\s).*)");
  const std::vector<std::string> lines = lines_of(command.at("path").get<std::string>());
  std::string context;
  for (std::size_t line = command.at("start").at("line").get<std::size_t>(); line-- > 0;) {
    context += lines[line] + "\n";
    if (std::regex_match(lines[line], start)) break;
  }
  return context;
}

}  // namespace

TEST_CASE("every command of the model runbooks is a shell's, and each block lints clean") {
  const TempFolder folder;
  const nlohmann::json all = commands();
  REQUIRE(all.size() > 150);
  // A linter has to see a variable set to believe that it is.
  std::map<std::string, std::string> blocks;
  for (const auto& command : all) {
    INFO(where(command) << "\n" << text_of(command));
    CHECK(command.at("syntax") == "ok");
    folder.write("one", masked(command));
    const ProcessResult shell = run_program("bash", {"-n", folder.path("one")});
    CHECK(shell.err.empty());
    CHECK(shell.exit_code == 0);
    const std::string path = command.at("path");
    blocks[path + ":" + std::to_string(command.at("block").get<int>())] += masked(command);
  }
  std::vector<std::string> arguments = {"--shell=bash", "--severity=style", "--format=gcc",
                                        "--color=never"};
  for (const auto& [block, text] : blocks) {
    const std::string name = replace_all(block, "/", "~");
    folder.write(name, text);
    arguments.push_back(folder.path(name));
  }
  const ProcessResult lint = run_program("shellcheck", arguments);
  CAPTURE(lint.out, lint.err);
  CHECK(lint.exit_code == 0);
}

TEST_CASE("a linter and a shell that always agree would be noticed") {
  const TempFolder folder;
  folder.write("unquoted", "rm -rf $HOME/$1\n");
  folder.write("broken", "echo \"never closed\n");
  CHECK(run_program("shellcheck", {"--shell=bash", folder.path("unquoted")}).exit_code == 1);
  CHECK(run_program("bash", {"-n", folder.path("broken")}).exit_code != 0);
}

TEST_CASE("every destructive command of the model runbooks is marked") {
  static const std::regex mark(R"(⚠️|WARNING|CAUTION|DANGER)");
  std::size_t destroying = 0;
  for (const auto& command : commands()) {
    if (!any_line(command, destructive())) continue;
    ++destroying;
    INFO(where(command) << "\n" << text_of(command));
    CHECK(std::regex_search(context_of(command), mark));
  }
  CHECK(destroying > 30);
}

TEST_CASE("no command of the model runbooks waits, asks or shows a secret") {
  static const std::regex waits(
      R"(\s(?:-it|-i|-t|--tty|--follow|--watch|-w)\s|\bwatch\s|port-forward|kubectl\sedit\b)"
      R"(|\bedit-config\b(?!.*--force)|\btop\s-(?!l)|\btail\s-f)");
  static const std::regex shows(
      R"(get\s+secrets?\s[^|]*(?:-o|--output)[ =]?(?:yaml|json)\s*$|PGPASSWORD=|--password[ =]\S)");
  for (const auto& command : commands()) {
    INFO(where(command) << "\n" << text_of(command));
    CHECK_FALSE(any_line(command, waits));
    CHECK_FALSE(any_line(command, shows));
  }
}

TEST_CASE("every placeholder of the model runbooks is declared, and every parameter is used") {
  std::map<std::string, std::set<std::string>> used;
  for (const auto& command : commands()) {
    for (const auto& placeholder : command.at("placeholders")) {
      CHECK(placeholder.at("text") == "<" + placeholder.at("name").get<std::string>() + ">");
      used[command.at("path")].insert(placeholder.at("name"));
    }
  }
  for (const auto& document : documents()) {
    const std::string path = document.at("path");
    std::set<std::string> declared;
    for (const auto& parameter : document.at("parameters")) {
      INFO(path);
      CHECK(!parameter.at("description").get<std::string>().empty());
      declared.insert(parameter.at("name").get<std::string>());
    }
    INFO(path);
    CHECK(declared == used[path]);
  }
}

}  // namespace runbookc
