// The hooks that we offer to pre-commit, in a real repository, without a network.
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "e2e/process.h"
#include "e2e/sample_project.h"

namespace runbookc {
namespace {

// kGoodPage, in a project whose documents are runbooks if they do not say otherwise.
const std::string kPage = "---\ntype: page\n" + kGoodPage.substr(4);

// A git repository in which `runbookc` is the program under test.
class Repository {
 public:
  Repository() {
    std::filesystem::create_directories(folder_.path("bin"));
    std::filesystem::create_symlink(RUNBOOKC_BINARY, folder_.path("bin/runbookc"));
    std::filesystem::create_directories(work());
    git({"init", "-q"});
  }

  std::string work() const { return folder_.path("work"); }
  void write(const std::string& name, std::string_view bytes) const {
    folder_.write("work/" + name, bytes);
  }

  ProcessResult run(const std::string& program, std::vector<std::string> arguments) const {
    ProcessOptions options;
    options.program = "env";
    options.directory = work();
    arguments.insert(arguments.begin(),
                     {"PATH=" + folder_.path("bin") + ":/usr/bin:/bin", "HOME=" + folder_.path(),
                      "GIT_CONFIG_NOSYSTEM=1", "PRE_COMMIT_HOME=" + folder_.path("cache"),
                      "GIT_AUTHOR_NAME=a", "GIT_AUTHOR_EMAIL=a@example.invalid",
                      "GIT_COMMITTER_NAME=a", "GIT_COMMITTER_EMAIL=a@example.invalid", program});
    return run_tool(arguments, options);
  }
  ProcessResult git(const std::vector<std::string>& arguments) const {
    return run("git", arguments);
  }
  ProcessResult commit() const {
    REQUIRE(git({"add", "-A"}).exit_code == 0);
    return git({"commit", "-q", "-m", "A change"});
  }
  void install_hook() const {
    const auto installed = run("pre-commit", {"install"});
    CAPTURE(installed.out, installed.err);
    REQUIRE(installed.exit_code == 0);
  }

 private:
  TempFolder folder_;
};

std::string hooks_file() {
  std::ostringstream out;
  out << std::ifstream(RUNBOOKC_SOURCE_DIR "/.pre-commit-hooks.yaml").rdbuf();
  return out.str();
}

// A repository that offers our hooks, as pre-commit finds them; and the configuration that uses it.
std::string offer_hooks(const Repository& offering) {
  offering.write(".pre-commit-hooks.yaml", hooks_file());
  REQUIRE(offering.commit().exit_code == 0);
  const std::string revision = offering.git({"rev-parse", "HEAD"}).out;
  return "repos:\n  - repo: " + offering.work() + "\n    rev: " + revision +
         "    hooks:\n      - id: runbookc\n";
}

void expect_gate(const Repository& repository) {
  const auto first = repository.commit();
  CAPTURE(first.out, first.err);
  REQUIRE(first.exit_code == 0);
  CHECK(contains(first.out + first.err, "Passed"));

  repository.write("content/good.md", kPage + "\nSee [the plan](plan.md).\n");
  const auto blocked = repository.commit();
  const std::string said = blocked.out + blocked.err;
  CHECK(blocked.exit_code == 1);
  CHECK(contains(said, "content/good.md:"));
  CHECK(contains(said, "target-missing"));

  repository.write("content/plan.md", kPage);
  CHECK(repository.commit().exit_code == 0);
}

}  // namespace

TEST_CASE("pre-commit finds our hooks, and they block a commit and let one pass") {
  const Repository offering;
  const Repository repository;
  repository.write("runbookc.yaml", "site: { title: Sample }\n");
  repository.write("content/owners.yaml", kOwners);
  repository.write("content/good.md", kPage);
  repository.write(".pre-commit-config.yaml", offer_hooks(offering));
  repository.install_hook();
  expect_gate(repository);
}

TEST_CASE("the hook checks every runbook when owners or configuration change") {
  const Repository offering;
  const Repository repository;
  repository.write("runbookc.yaml", "site: { title: Sample }\n");
  repository.write("content/owners.yaml", kOwners);
  repository.write("content/good.md", kPage);
  repository.write(".pre-commit-config.yaml", offer_hooks(offering));
  repository.install_hook();
  REQUIRE(repository.commit().exit_code == 0);
  repository.write("content/owners.yaml", "owners:\n  - { id: sre, name: SRE, kind: team }\n");
  const auto without_owner = repository.commit();
  CHECK(without_owner.exit_code == 1);
  CHECK(contains(without_owner.out + without_owner.err, "owner-unknown"));
  REQUIRE(repository.git({"checkout", "-q", "HEAD", "--", "content/owners.yaml"}).exit_code == 0);
  repository.write("runbookc.yaml", "reveiw: { every: 6 months }\n");
  const auto misspelt = repository.commit();
  CHECK(misspelt.exit_code == 1);
  CHECK(contains(misspelt.out + misspelt.err, "did you mean 'review'?"));
}

TEST_CASE("the hook does not run for a commit without runbooks") {
  const Repository offering;
  const Repository repository;
  repository.write(".pre-commit-config.yaml", offer_hooks(offering));
  repository.write("main.c", "int main(void) { return 0; }\n");
  repository.install_hook();
  const auto result = repository.commit();
  CHECK(result.exit_code == 0);
  CHECK(contains(result.out + result.err, "Skipped"));
}

TEST_CASE("the hook that init writes blocks a commit and lets one pass") {
  const Repository repository;
  REQUIRE(run_in(repository.work(), {"init"}).exit_code == 0);
  repository.install_hook();
  repository.write("content/owners.yaml", std::string(kOwners) +
                                              "  - id: on-call\n    name: On call\n    kind: team\n"
                                              "    contacts: { slack: \"#on-call\" }\n");
  repository.write("content/good.md", kPage);
  expect_gate(repository);
}

TEST_CASE("a file outside the content is no error, but a notice") {
  const TempFolder folder;
  write_sample_project(folder);
  folder.write("README.md", "# A project\n\nSee [nothing](nowhere.md).\n");
  folder.write("src/notes.md", "# Notes\n");
  for (const std::vector<std::string>& paths :
       std::vector<std::vector<std::string>>{{"README.md"}, {"README.md", "src/notes.md"}}) {
    std::vector<std::string> arguments = {"check"};
    arguments.insert(arguments.end(), paths.begin(), paths.end());
    const auto result = run_in(folder.path(), arguments);
    CHECK(result.exit_code == 0);
    CHECK(contains(result.err, "no document among the paths given"));
    CHECK_FALSE(contains(result.out, "nowhere.md"));
  }
  const auto both = run_in(folder.path(), {"check", "README.md", "content/good.md"});
  CHECK(both.exit_code == 0);
  CHECK(contains(both.out, "in 1 file"));
}

}  // namespace runbookc
