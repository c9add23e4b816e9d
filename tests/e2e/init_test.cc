// init in repositories that have something already: CI of their own, hooks, owners.
#include <catch2/catch.hpp>

#include "base/text.h"
#include "command_lines.h"
#include "e2e/git_repository.h"
#include "e2e/process.h"
#include "e2e/sample_project.h"

namespace runbookc {
namespace {

const std::string kHooks = ".pre-commit-config.yaml";
const std::string kWorkflow = ".github/workflows/runbooks.yml";

ProcessResult init_in(const std::string& folder, const std::vector<std::string>& more = {}) {
  std::vector<std::string> arguments = {"init"};
  arguments.insert(arguments.end(), more.begin(), more.end());
  const auto result = run_in(folder, arguments);
  CAPTURE(result.out, result.err);
  REQUIRE(result.exit_code == 0);
  return result;
}

// The page of a project in ops/ that a hook or a job has to stop.
void break_page(const GitRepository& repository) {
  repository.write("ops/content/bad.md",
                   "---\ntype: page\n" + kGoodPage.substr(4) + "\nSee [the plan](gone.md).\n");
}

}  // namespace

TEST_CASE("in a folder of a repository, init writes hooks and CI at its top") {
  const GitRepository repository;
  const auto made = init_in(repository.path(), {"ops"});
  CHECK(repository.has("ops/runbookc.yaml"));
  CHECK(repository.has("ops/content/owners.yaml"));
  CHECK(repository.has(kHooks));
  CHECK(repository.has(kWorkflow));
  CHECK_FALSE(repository.has("ops/" + kHooks));
  CHECK_FALSE(repository.has("ops/.github"));
  CHECK(contains(made.out, "wrote " + kWorkflow + " "));
  CHECK(contains(made.err, "ops/ lies in the git repository " + repository.path() + ": "));
  CHECK(contains(made.err, "of " + kWorkflow + "\n"));
  CHECK(contains(init_in(repository.path(), {"ops"}).err, "nothing to do: every file was there"));
}

TEST_CASE(
    "from within the folder, init names the files at the top as they are reached from there") {
  const GitRepository repository;
  repository.write("ops/.keep", "");
  const auto made = init_in(repository.path() + "/ops");
  CHECK(contains(made.out, "wrote ../" + kHooks + " "));
  CHECK(contains(made.out, "wrote runbookc.yaml "));
  CHECK(repository.has(kHooks));
  CHECK_FALSE(repository.has("ops/" + kHooks));
}

TEST_CASE("the hook at the top blocks a commit in the folder, and is not run for others") {
  const GitRepository repository;
  init_in(repository.path(), {"ops"});
  REQUIRE(repository.run("pre-commit install").exit_code == 0);
  repository.write("README.md", "# Product\n\n[Gone](gone.md)\n");
  const auto first = repository.commit();
  CAPTURE(first.out, first.err);
  CHECK(first.exit_code == 0);
  CHECK(contains(first.out + first.err, "Passed"));
  break_page(repository);
  const auto blocked = repository.commit();
  CHECK(blocked.exit_code == 1);
  CHECK(contains(blocked.out + blocked.err, "target-missing"));
  REQUIRE(repository.run("git reset -q && rm ops/content/bad.md").exit_code == 0);
  repository.write("README.md", "# Product\n");
  const auto other = repository.commit();
  CHECK(other.exit_code == 0);
  CHECK(contains(other.out + other.err, "Skipped"));
}

TEST_CASE("the workflow at the top checks and builds the project in the folder") {
  const GitRepository repository;
  init_in(repository.path(), {"docs/ops"});
  repository.become_target();
  const auto commands = commands_in_script(repository.read(kWorkflow));
  REQUIRE(commands.size() == 3);
  const auto run = [&](const WrittenCommand& command) {
    return repository.run(command.text, {{"GITHUB_BASE_REF", "main"}});
  };
  for (const WrittenCommand& command : commands) {
    CAPTURE(command.text);
    CHECK(command.text.starts_with("runbookc -C docs/ops "));
    CHECK(run(command).exit_code == 0);
  }
  CHECK(repository.has("docs/ops/site/index.html"));
  repository.write("docs/ops/content/bad.md", kGoodPage + "\n[Gone](gone.md)\n");
  const auto judged = run(commands.front());
  CHECK(judged.exit_code == 1);
  CHECK(contains(judged.out, "file=docs/ops/content/bad.md,"));
}

TEST_CASE("a folder whose name cannot stand in such files gets none, and is told") {
  const GitRepository repository;
  const auto made = init_in(repository.path(), {"it's $ops"});
  CHECK(repository.has("it's $ops/runbookc.yaml"));
  CHECK_FALSE(repository.has(kHooks));
  CHECK_FALSE(repository.has("it's $ops/" + kHooks));
  CHECK_FALSE(repository.has(".github"));
  CHECK(contains(made.err, "none were written: they belong at the top of the git repository"));
}

TEST_CASE("hooks that are there stay, and what to add to them works") {
  const GitRepository repository;
  const std::string theirs =
      "repos:\n  - repo: local\n    hooks:\n      - id: ok\n        name: ok\n"
      "        entry: 'true'\n        language: system\n";
  repository.write(kHooks, theirs);
  const auto made = init_in(repository.path(), {"ops"});
  CHECK(repository.read(kHooks) == theirs);
  const std::string lead =
      "\nadd to " + kHooks + ", under 'repos:', for a check before each commit:\n\n";
  const auto at = made.out.find(lead);
  CAPTURE(made.out);
  REQUIRE(at != std::string::npos);
  repository.write(kHooks, theirs + made.out.substr(at + lead.size()));
  CHECK_FALSE(contains(init_in(repository.path(), {"ops"}).out, "\nadd to "));
  REQUIRE(repository.run("pre-commit install").exit_code == 0);
  CHECK(repository.commit().exit_code == 0);
  break_page(repository);
  CHECK(repository.commit().exit_code == 1);
}

TEST_CASE("where GitLab runs the CI, init gives its jobs and no workflow of GitHub") {
  const GitRepository repository;
  repository.write(".gitlab-ci.yml", "stages: [test]\n");
  const auto made = init_in(repository.path(), {"ops"});
  CHECK_FALSE(repository.has(".github"));
  CHECK(repository.read(".gitlab-ci.yml") == "stages: [test]\n");
  CHECK(contains(made.out, "\nadd to .gitlab-ci.yml, as jobs "));
  CHECK(contains(made.out, "\nrunbookc-all:\n  extends: .runbookc\n"));
  CHECK(contains(made.out, "codequality: ops/runbookc-codequality.json\n"));
  CHECK_FALSE(contains(made.err, "fill in the step"));

  repository.write(".gitlab-ci.yml", made.out.substr(made.out.find(".runbookc:")));
  repository.become_target();
  const auto commands = commands_in_script(repository.read(".gitlab-ci.yml"));
  REQUIRE(commands.size() == 3);
  for (const WrittenCommand& command : commands) {
    CAPTURE(command.text);
    const auto result = repository.run(command.text, {{"CI_MERGE_REQUEST_DIFF_BASE_SHA", "main"}});
    CHECK(result.exit_code == 0);
  }
  CHECK(repository.has("ops/runbookc-codequality.json"));
  CHECK_FALSE(contains(init_in(repository.path(), {"ops"}).out, "\nadd to "));
}

TEST_CASE("a repository with workflows of GitHub gets one, whatever else it has") {
  const GitRepository repository;
  repository.write(".gitlab-ci.yml", "stages: [test]\n");
  repository.write(".github/workflows/test.yml", "name: test\n");
  init_in(repository.path());
  CHECK(repository.has(kWorkflow));
}

TEST_CASE("a second project of a repository is told what to add to the workflow of the first") {
  const GitRepository repository;
  init_in(repository.path(), {"ops"});
  const auto second = init_in(repository.path(), {"net"});
  CHECK(contains(second.out, "\nadd to " + kWorkflow +
                                 ", under 'steps:' of a job whose checkout has "
                                 "'fetch-depth: 0', for a check of each pull request:\n"));
  CHECK_FALSE(contains(second.out, "uses: actions/checkout"));
  CHECK(contains(second.out, "run: runbookc -C net check --format github\n"));
  CHECK(contains(second.out, "        args: [-C, net]\n"));
  const auto nested = init_in(repository.path(), {"net/ops"});
  CHECK(contains(nested.out, "        args: [-C, net/ops]\n"));
}

TEST_CASE("a workflow that does not know of the check is given all of its steps") {
  const GitRepository repository;
  const std::string theirs = "on: pull_request\njobs:\n  a:\n    steps:\n";
  repository.write(kWorkflow, theirs);
  const auto made = init_in(repository.path());
  CHECK(repository.read(kWorkflow) == theirs);
  CHECK(contains(made.out, "fetch-depth: 0 # the base"));
  CHECK(contains(made.out, "      - name: Install runbookc\n"));
  CHECK(contains(made.out, "run: runbookc check --format github\n"));
}

TEST_CASE("init writes nothing through a link that leads out of the project") {
  for (const std::string link : {"content", ".github"}) {
    const TempFolder folder;
    std::filesystem::create_directories(folder.path("real"));
    std::filesystem::create_directories(folder.path("outside"));
    std::filesystem::create_directory_symlink(folder.path("outside"), folder.path("real/" + link));
    const auto result = run_in(folder.path("real"), {"init"});
    CAPTURE(link, result.out, result.err);
    CHECK(result.exit_code == 2);
    CHECK(contains(result.err, "would be written outside the project"));
    CHECK(std::filesystem::is_empty(folder.path("outside")));
    CHECK_FALSE(folder.has("real/runbookc.yaml"));
  }
}

TEST_CASE("init goes through a link within the project, and not through one to nothing") {
  const TempFolder folder;
  std::filesystem::create_directories(folder.path("real/runbooks"));
  std::filesystem::create_directory_symlink("runbooks", folder.path("real/content"));
  CHECK(run_in(folder.path("real"), {"init"}).exit_code == 0);
  CHECK(folder.has("real/runbooks/owners.yaml"));
  std::filesystem::create_directories(folder.path("other"));
  std::filesystem::create_directory_symlink("nowhere", folder.path("other/content"));
  const auto result = run_in(folder.path("other"), {"init"});
  CHECK(result.exit_code == 2);
  CHECK(contains(result.err, "is a symbolic link to nothing"));
}

TEST_CASE("init writes none of its files if one of them cannot stand where it belongs") {
  const TempFolder folder;
  folder.write("a/runbookc.yaml/keep", "");
  const auto config = run_in(folder.path("a"), {"init"});
  CHECK(config.exit_code == 2);
  CHECK(contains(config.err, "runbookc.yaml is a folder, and has to be a file"));
  CHECK_FALSE(folder.has("a/content"));
  folder.write("b/.github", "");
  const auto workflow = run_in(folder.path("b"), {"init"});
  CHECK(workflow.exit_code == 2);
  CHECK(
      contains(workflow.err, ".github is no folder, so .github/workflows/runbooks.yml cannot be"));
  CHECK_FALSE(folder.has("b/runbookc.yaml"));
}

TEST_CASE("an existing CODEOWNERS is the directory of owners, and none is made up") {
  for (const std::string path : {".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS"}) {
    for (const std::string pattern : {"*", "/src/"}) {
      CAPTURE(path, pattern);
      const GitRepository repository;
      repository.write(path, "# who\n" + pattern + " @acme/dba @alice\n");
      init_in(repository.path());
      CHECK_FALSE(repository.has("content/owners.yaml"));
      CHECK(contains(repository.read("runbookc.yaml"), "\nowners: " + path + "\n"));
      const std::string page = repository.read("content/restart-a-service.md");
      CHECK(contains(page, "\nowner: acme/dba\n") == (pattern == "/src/"));
      CHECK_FALSE(contains(page, "on-call\n"));
      const auto check = run_in(repository.path(), {"check", "-v"});
      CHECK(check.out == "no errors or warnings in 1 file\n");
    }
  }
}

TEST_CASE("a CODEOWNERS that names nobody, or lies above the project, is none") {
  const GitRepository empty;
  empty.write("CODEOWNERS", "# nobody yet\n/content/\n");
  init_in(empty.path());
  CHECK(empty.has("content/owners.yaml"));
  CHECK_FALSE(contains(empty.read("runbookc.yaml"), "\nowners:"));
  const GitRepository above;
  above.write(".github/CODEOWNERS", "* @acme/dba\n");
  const auto made = init_in(above.path(), {"ops"});
  CHECK(above.has("ops/content/owners.yaml"));
  CHECK(contains(made.err, ".github/CODEOWNERS is not read, since it lies above the project\n"));
}

TEST_CASE("a project file that is there is told how to name an existing CODEOWNERS") {
  const GitRepository repository;
  repository.write("runbookc.yaml", "site: { title: Mine }\n");
  repository.write("CODEOWNERS", "* @acme/dba\n");
  const auto made = init_in(repository.path());
  CHECK_FALSE(repository.has("content/owners.yaml"));
  CHECK(contains(made.out,
                 "\nadd to runbookc.yaml, at the left margin, so that its teams are the "
                 "owners:\n\nowners: CODEOWNERS\n"));
  CHECK(contains(init_in(repository.path()).out, "owners: CODEOWNERS\n"));
  repository.write("runbookc.yaml", "owners: CODEOWNERS\n");
  CHECK(contains(init_in(repository.path()).err, "nothing to do: every file was there"));
  CHECK(run_in(repository.path(), {"check"}).exit_code == 0);
}

TEST_CASE("an owners.yaml that is there stays the one, at the root too") {
  const TempFolder folder;
  folder.write("owners.yaml", kOwners);
  folder.write("CODEOWNERS", "* @acme/dba\n");
  const auto made = init_in(folder.path());
  CHECK(contains(made.out, "kept  owners.yaml "));
  CHECK_FALSE(folder.has("content/owners.yaml"));
  CHECK_FALSE(contains(folder.read("runbookc.yaml"), "CODEOWNERS"));
}

TEST_CASE("init counts the documents that a check reads") {
  const auto expect_count = [](const TempFolder& folder, const std::string& told) {
    CHECK(contains(init_in(folder.path()).err, told + " documents are "));
    const auto check = run_in(folder.path(), {"check"});
    CAPTURE(check.out);
    CHECK(contains(check.out, "in " + told + " file"));
  };
  const TempFolder content;
  content.write("content/README.md", "# All of them\n");
  content.write("content/a.md", "# A\n");
  expect_count(content, "2");
  const TempFolder spread;
  spread.write("README.md", "# About\n");
  spread.write("a/a.md", "# A\n");
  spread.write("b/vendor/b.md", "# B\n");
  spread.write("b/b.md", "# B\n");
  expect_count(spread, "4");
}

}  // namespace runbookc
