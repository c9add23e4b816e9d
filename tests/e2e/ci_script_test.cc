// The script behind the GitHub action, and the files that init writes, as CI runs them.
#include <sys/stat.h>

#include <catch2/catch.hpp>
#include <filesystem>
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
        // SARIF of everything, then the check
        "check\n--fail-on\nnever\n--format\nsarif=r.sarif\n--config\ntrusted/a b.yaml\n--\n"
        "content/db\ncontent/a b.md\n"
        "check\n--format\ntext\n--fail-on\nwarning\n--changed-since\n"
        "origin/main\n--config\ntrusted/a b.yaml\n--\ncontent/db\ncontent/a b.md\n");
  CHECK(arguments_given({{"RUNBOOKC_CHANGED_SINCE", "none"}}) == "check\n--format\ngithub\n--\n");
}

TEST_CASE("what the arguments say of judging is for the check, not for the SARIF of everything") {
  const std::string judging =
      "--fail-on\nwarning\n--changed-since\nHEAD~1\n--config\na.yaml\n"
      "--fail-on=error\n--changed-since=v1\n";
  CHECK(arguments_given({{"RUNBOOKC_SARIF", "r.sarif"}, {"RUNBOOKC_ARGS", judging}}) ==
        "check\n--fail-on\nnever\n--format\nsarif=r.sarif\n--config\na.yaml\n--\n"
        "check\n--format\ngithub\n" +
            judging + "--\n");
}

TEST_CASE("what the action is given is never run and never split") {
  const std::string evil = "$(touch injected) `touch injected`; touch injected *";
  CHECK(arguments_given({{"RUNBOOKC_FORMAT", evil},
                         {"RUNBOOKC_SARIF", evil},
                         {"RUNBOOKC_FAIL_ON", evil},
                         {"RUNBOOKC_CHANGED_SINCE", evil},
                         {"RUNBOOKC_ARGS", evil},
                         {"RUNBOOKC_PATHS", evil + "\n--config\n" + evil}}) ==
        "check\n--fail-on\nnever\n--format\nsarif=" + evil + "\n" + evil + "\n--\n" + evil +
            "\n--config\n" + evil + "\ncheck\n--format\n" + evil + "\n--fail-on\n" + evil +
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

// The script of the step `Install runbookc` in the workflow that init writes.
std::string install_script(const GitRepository& repository) {
  const std::string workflow = repository.read(".github/workflows/runbooks.yml");
  const std::string lead = "      - name: Install runbookc\n        run: |\n";
  const auto at = workflow.find(lead);
  REQUIRE(at != std::string::npos);
  std::istringstream lines(workflow.substr(at + lead.size()));
  std::string script;
  for (std::string line; std::getline(lines, line) && line.starts_with("          ");) {
    script += line.substr(10) + "\n";
  }
  return script;
}

TEST_CASE("the workflow that init writes stops with a clear word until it installs the program") {
  const GitRepository repository;
  const auto made = run_in(repository.path(), {"init"});
  REQUIRE(made.exit_code == 0);
  CHECK(contains(made.err,
                 "fill in the step 'Install runbookc' of .github/workflows/runbooks.yml\n"));
  const std::string script = install_script(repository);
  const auto bare = repository.run("PATH=/usr/bin:/bin\nset -e\n" + script);
  CHECK(bare.exit_code == 1);
  CHECK(contains(bare.out, "::error file=.github/workflows/runbooks.yml::runbookc is not on"));
  CHECK(repository.run("set -e\n" + script).exit_code == 0);
  const auto again = run_in(repository.path(), {"init"});
  CHECK_FALSE(contains(again.err, "fill in the step"));
  std::filesystem::remove(repository.path() + "/runbookc.yaml");
  CHECK_FALSE(contains(run_in(repository.path(), {"init"}).err, "fill in the step"));
}

std::vector<WrittenCommand> gitlab_commands() {
  std::ostringstream text;
  text << std::ifstream(RUNBOOKC_SOURCE_DIR "/ci/gitlab.yml").rdbuf();
  for (const std::string report : {"runbookc-codequality.json", "runbookc-junit.xml"}) {
    CHECK(count_in(text.str(), report) == 3);  // twice written, once collected
  }
  return commands_in_script(text.str());
}

TEST_CASE("the jobs for GitLab write the reports that they name") {
  const GitRepository repository;
  write_sample_project(repository);
  repository.become_target();
  const auto commands = gitlab_commands();
  REQUIRE(commands.size() == 3);
  CHECK(run_commands(repository, commands) == 3);
  CHECK(repository.has("runbookc-codequality.json"));
  CHECK(repository.has("runbookc-junit.xml"));
}

TEST_CASE("a merge request's reports hold what is old, and its job judges what is new") {
  const GitRepository repository;
  write_sample_project(repository);
  repository.write("content/old.md", kGoodPage + "\n[Gone](gone.md)\n");
  repository.become_target();
  repository.write("content/fine.md", kGoodPage);
  const auto commands = gitlab_commands();
  REQUIRE(commands.size() == 3);
  const auto run = [&](std::size_t index) {
    return repository.run(commands[index].text, {{"CI_MERGE_REQUEST_DIFF_BASE_SHA", "main"}});
  };
  CHECK(run(0).exit_code == 0);
  CHECK(contains(repository.read("runbookc-codequality.json"), "content/old.md"));
  CHECK(contains(repository.read("runbookc-junit.xml"), "<failure"));
  CHECK(run(1).exit_code == 0);
  repository.write("content/new.md", kGoodPage + "\n[Gone](gone.md)\n");
  CHECK(run(0).exit_code == 0);
  const auto judged = run(1);
  CHECK(judged.exit_code == 1);
  CHECK(contains(judged.out, "content/new.md:"));
  CHECK_FALSE(contains(judged.out, "content/old.md:"));
  repository.write("runbookc.yaml", "reveiw: 1\n");
  CHECK(run(0).exit_code != 0);  // what cannot be done is not passed over
}

TEST_CASE("the action's SARIF holds what is old, and its check judges what is new") {
  const GitRepository repository;
  write_sample_project(repository);
  repository.write("content/old.md", kGoodPage + "\n[Gone](gone.md)\n");
  repository.become_target();
  const auto run = [&] {
    return repository.run(
        RUNBOOKC_SOURCE_DIR "/ci/check.sh",
        {{"RUNBOOKC_SARIF", "r.sarif"}, {"RUNBOOKC_CHANGED_SINCE", "origin/main"}});
  };
  CHECK(run().exit_code == 0);
  CHECK(contains(repository.read("r.sarif"), "content/old.md"));
  repository.write("content/new.md", kGoodPage + "\n[Gone](gone.md)\n");
  CHECK(run().exit_code == 1);
  CHECK(contains(repository.read("r.sarif"), "content/new.md"));
}

TEST_CASE("the action judges, and reports everything, however its arguments say how to judge") {
  const GitRepository repository;
  write_sample_project(repository);
  repository.write("content/old.md", kGoodPage + "\n[Gone](gone.md)\n");
  repository.become_target();
  for (const char* arguments :
       {"--fail-on\nwarning\n--changed-since\nHEAD", "--fail-on=warning\n--changed-since=HEAD"}) {
    CAPTURE(arguments);
    const auto result = repository.run(
        RUNBOOKC_SOURCE_DIR "/ci/check.sh",
        {{"RUNBOOKC_SARIF", "r.sarif"}, {"RUNBOOKC_FORMAT", "text"}, {"RUNBOOKC_ARGS", arguments}});
    CHECK(result.exit_code == 0);
    CHECK(contains(repository.read("r.sarif"), "content/old.md"));
    CHECK(contains(result.out, "no errors or warnings in 0 files"));
  }
}

TEST_CASE("no tag or branch of the name stands in for the base that CI compares with") {
  const GitRepository repository;
  REQUIRE(run_in(repository.path(), {"init"}).exit_code == 0);
  repository.become_target();
  repository.write("content/new.md", kGoodPage + "\n[Gone](gone.md)\n");
  REQUIRE(repository.commit().exit_code == 0);
  REQUIRE(repository.run("git tag origin/main && git branch origin/main").exit_code == 0);
  std::size_t judged = 0;
  for (const auto& command :
       commands_in_script(repository.read(".github/workflows/runbooks.yml"))) {
    if (!contains(command.text, "--changed-since")) continue;
    const auto result = repository.run(command.text, {{"GITHUB_BASE_REF", "main"}});
    CAPTURE(command.text, result.out, result.err);
    CHECK(result.exit_code == 1);
    ++judged;
  }
  CHECK(judged == 1);
}

}  // namespace runbookc
