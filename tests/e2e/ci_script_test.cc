// The script behind the GitHub action, and the files that init writes, as CI runs them.
#include <sys/stat.h>

#include <catch2/catch.hpp>
#include <fstream>
#include <sstream>

#include "awaited_flags.h"
#include "command_lines.h"
#include "e2e/git_repository.h"
#include "e2e/process.h"
#include "e2e/sample_project.h"

namespace runbookc {
namespace {

using Environment = std::vector<std::pair<std::string, std::string>>;

// The arguments, one a line, that ci/check.sh gives to the program.
std::string arguments_given(const Environment& environment) {
  const TempFolder folder;
  folder.write("bin/runbookc", "#!/bin/sh\nprintf '%s\\n' \"$@\"\n");
  REQUIRE(chmod(folder.path("bin/runbookc").c_str(), 0755) == 0);
  ProcessOptions options;
  options.program = "env";
  options.directory = folder.path();
  options.environment = environment;
  const auto result = run_tool(
      {"PATH=" + folder.path("bin") + ":/usr/bin:/bin", RUNBOOKC_SOURCE_DIR "/ci/check.sh"},
      options);
  CAPTURE(result.err);
  REQUIRE(result.exit_code == 0);
  CHECK_FALSE(folder.has("injected"));
  return result.out;
}

bool is_awaited(const std::vector<std::string>& words) {
  for (const AwaitedFlag& flag : awaits()) {
    for (std::size_t at = 0; at < words.size(); ++at) {
      const bool value =
          flag.value.empty() || (at + 1 < words.size() && words[at + 1].starts_with(flag.value));
      if (words.front() == flag.command && words[at] == flag.option && value) return true;
    }
  }
  return false;
}

}  // namespace

TEST_CASE("the action's script passes on what it is given, and nothing by default") {
  CHECK(arguments_given({}) == "check\n--format\ngithub\n--\n");
  CHECK(arguments_given({{"RUNBOOKC_FORMAT", "text"},
                         {"RUNBOOKC_SARIF", "r.sarif"},
                         {"RUNBOOKC_FAIL_ON", "warning"},
                         {"RUNBOOKC_CHANGED_SINCE", "origin/main"},
                         {"RUNBOOKC_ARGS", "--config\ntrusted/a b.yaml\n"},
                         {"RUNBOOKC_PATHS", "content/db\n\ncontent/a b.md"}}) ==
        "check\n--format\ntext\n--format\nsarif=r.sarif\n--fail-on\nwarning\n--changed-since\n"
        "origin/main\n--config\ntrusted/a b.yaml\n--\ncontent/db\ncontent/a b.md\n");
  CHECK(arguments_given({{"RUNBOOKC_CHANGED_SINCE", "none"}}) == "check\n--format\ngithub\n--\n");
}

TEST_CASE("what the action is given is never run and never split") {
  const std::string evil = "$(touch injected) `touch injected`; touch injected *";
  CHECK(arguments_given({{"RUNBOOKC_FORMAT", evil},
                         {"RUNBOOKC_SARIF", evil},
                         {"RUNBOOKC_FAIL_ON", evil},
                         {"RUNBOOKC_CHANGED_SINCE", evil},
                         {"RUNBOOKC_ARGS", evil},
                         {"RUNBOOKC_PATHS", evil + "\n--config\n" + evil}}) ==
        "check\n--format\n" + evil + "\n--format\nsarif=" + evil + "\n--fail-on\n" + evil +
            "\n--changed-since\n" + evil + "\n" + evil + "\n--\n" + evil + "\n--config\n" + evil +
            "\n");
}

TEST_CASE("the action's script ends as the check does, also without a path after the hyphens") {
  const TempFolder folder;
  write_sample_project(folder);
  folder.write("bin/none", "");
  ProcessOptions options;
  options.program = "sh";
  options.directory = folder.path();
  options.environment = {{"RUNBOOKC_FORMAT", "text"}, {"TOOL", RUNBOOKC_BINARY}};
  const std::vector<std::string> script = {
      "-c", "ln -sf \"$TOOL\" bin/runbookc; PATH=$PWD/bin:$PATH; exec " RUNBOOKC_SOURCE_DIR
            "/ci/check.sh"};
  CHECK(run_tool(script, options).exit_code == 0);
  folder.write("content/bad.md", kGoodPage + "\n[Gone](gone.md)\n");
  const auto found = run_tool(script, options);
  CHECK(found.exit_code == 1);
  CHECK(contains(found.out, "content/bad.md:"));
  folder.write("runbookc.yaml", "reveiw: 1\n");
  CHECK(run_tool(script, options).exit_code == 2);
}

// Runs each of the commands as CI does, on a branch that has a target; returns how many were run.
std::size_t run_commands(const GitRepository& repository,
                         const std::vector<WrittenCommand>& commands) {
  std::size_t count = 0;
  for (const WrittenCommand& command : commands) {
    if (is_awaited(command.words)) continue;
    const auto result = repository.run(
        command.text, {{"GITHUB_BASE_REF", "main"}, {"CI_MERGE_REQUEST_DIFF_BASE_SHA", "main"}});
    CAPTURE(command.text, result.out, result.err);
    CHECK(result.exit_code == 0);
    ++count;
  }
  return count;
}

TEST_CASE("the commands of the workflow that init writes run on what init writes") {
  const GitRepository repository;
  REQUIRE(run_in(repository.path(), {"init"}).exit_code == 0);
  repository.become_target();
  const auto commands = commands_in_script(repository.read(".github/workflows/runbooks.yml"));
  REQUIRE(commands.size() == 3);
  CHECK(run_commands(repository, commands) > 0);
  CHECK(repository.has("site/index.html"));
}

TEST_CASE("the jobs for GitLab write the reports that they name") {
  const GitRepository repository;
  write_sample_project(repository);
  repository.become_target();
  std::ostringstream template_text;
  template_text << std::ifstream(RUNBOOKC_SOURCE_DIR "/ci/gitlab.yml").rdbuf();
  const auto commands = commands_in_script(template_text.str());
  REQUIRE(commands.size() == 2);
  const bool any_run = run_commands(repository, commands) > 0;
  for (const std::string report : {"runbookc-codequality.json", "runbookc-junit.xml"}) {
    CHECK(count_in(template_text.str(), report) == 3);  // twice written, once collected
    CHECK(repository.has(report) == any_run);
  }
}

}  // namespace runbookc
