// The hooks that we offer to pre-commit, in a real repository, without a network.
#include <catch2/catch.hpp>
#include <fstream>
#include <sstream>

#include "e2e/git_repository.h"
#include "e2e/process.h"
#include "e2e/sample_project.h"

namespace runbookc {
namespace {

// kGoodPage, in a project whose documents are runbooks if they do not say otherwise.
const std::string kPage = "---\ntype: page\n" + kGoodPage.substr(4);

void install_hook(const GitRepository& repository) {
  const auto installed = repository.run("pre-commit install");
  CAPTURE(installed.out, installed.err);
  REQUIRE(installed.exit_code == 0);
}

std::string hooks_file() {
  std::ostringstream out;
  out << std::ifstream(RUNBOOKC_SOURCE_DIR "/.pre-commit-hooks.yaml").rdbuf();
  return out.str();
}

// A repository that offers our hooks, as pre-commit finds them; and the configuration that uses it.
std::string offer_hooks(const GitRepository& offering) {
  offering.write(".pre-commit-hooks.yaml", hooks_file());
  REQUIRE(offering.commit().exit_code == 0);
  const std::string revision = offering.run("git rev-parse HEAD").out;
  return "repos:\n  - repo: " + offering.path() + "\n    rev: " + revision +
         "    hooks:\n      - id: runbookc\n";
}

void expect_gate(const GitRepository& repository) {
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
  const GitRepository offering;
  const GitRepository repository;
  repository.write("runbookc.yaml", "site: { title: Sample }\n");
  repository.write("content/owners.yaml", kOwners);
  repository.write("content/good.md", kPage);
  repository.write(".pre-commit-config.yaml", offer_hooks(offering));
  install_hook(repository);
  expect_gate(repository);
}

TEST_CASE("the hook checks every runbook when owners or configuration change") {
  const GitRepository offering;
  const GitRepository repository;
  repository.write("runbookc.yaml", "site: { title: Sample }\n");
  repository.write("content/owners.yaml", kOwners);
  repository.write("content/good.md", kPage);
  repository.write(".pre-commit-config.yaml", offer_hooks(offering));
  install_hook(repository);
  REQUIRE(repository.commit().exit_code == 0);
  repository.write("content/owners.yaml", "owners:\n  - { id: sre, name: SRE, kind: team }\n");
  const auto without_owner = repository.commit();
  CHECK(without_owner.exit_code == 1);
  CHECK(contains(without_owner.out + without_owner.err, "owner-unknown"));
  REQUIRE(repository.run("git checkout -q HEAD -- content/owners.yaml").exit_code == 0);
  repository.write("runbookc.yaml", "reveiw: { every: 6 months }\n");
  const auto misspelt = repository.commit();
  CHECK(misspelt.exit_code == 1);
  CHECK(contains(misspelt.out + misspelt.err, "did you mean 'review'?"));
}

TEST_CASE("the hook starts in a folder of the repository, if it is told to") {
  const GitRepository repository;
  repository.write("ops/runbookc.yaml", "site: { title: Sample }\n");
  repository.write("ops/content/owners.yaml", kOwners);
  repository.write("ops/content/good.md", kGoodPage);
  repository.write("README.md", "# The product\n\n[Gone](gone.md)\n");
  const GitRepository offering;
  repository.write(".pre-commit-config.yaml", offer_hooks(offering) + "        args: [-C, ops]\n");
  install_hook(repository);
  CHECK(repository.commit().exit_code == 0);
  repository.write("ops/content/good.md", kGoodPage + "\n[Gone](gone.md)\n");
  const auto blocked = repository.commit();
  CHECK(blocked.exit_code == 1);
  CHECK(contains(blocked.out + blocked.err, "content/good.md:"));
}

TEST_CASE("the hook does not run for a commit without runbooks") {
  const GitRepository offering;
  const GitRepository repository;
  repository.write(".pre-commit-config.yaml", offer_hooks(offering));
  repository.write("main.c", "int main(void) { return 0; }\n");
  install_hook(repository);
  const auto result = repository.commit();
  CHECK(result.exit_code == 0);
  CHECK(contains(result.out + result.err, "Skipped"));
}

TEST_CASE("the hook that init writes blocks a commit and lets one pass") {
  const GitRepository repository;
  REQUIRE(run_in(repository.path(), {"init"}).exit_code == 0);
  install_hook(repository);
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
