// The recipes of docs/ci.md, taken out of the page and run in a repository.
#include <catch2/catch.hpp>
#include <fstream>
#include <sstream>

#include "e2e/git_repository.h"
#include "e2e/process.h"
#include "e2e/sample_project.h"

namespace runbookc {
namespace {

// The first bash block after the heading `title`.
std::string recipe(const std::string& title) {
  std::ostringstream page;
  page << std::ifstream(RUNBOOKC_SOURCE_DIR "/docs/ci.md").rdbuf();
  const std::string text = page.str();
  const std::string fence = "```bash\n";
  const auto heading = text.find("## " + title + "\n");
  REQUIRE(heading != std::string::npos);
  const auto start = text.find(fence, heading) + fence.size();
  return text.substr(start, text.find("```", start) - start);
}

const std::string kBroken = kGoodPage + "\nSee [the plan](gone.md).\n";

}  // namespace

TEST_CASE("a gate with the target's rules is not talked out of them") {
  const GitRepository repository;
  write_sample_project(repository);
  REQUIRE(repository.run("runbookc check --baseline runbookc-baseline.json --update-baseline")
              .exit_code == 0);
  repository.become_target();
  const std::string gate = recipe("A gate that is not talked out of its rules");
  CHECK(repository.run(gate).exit_code == 0);

  repository.write("content/bad.md", kBroken);
  repository.write("runbookc.yaml",
                   "rules: { target-missing: off }\nbaseline: runbookc-baseline.json\n");
  CHECK(repository.run("runbookc check").exit_code == 0);  // the request's own rules let it pass
  const auto by_rule = repository.run(gate);
  CHECK(by_rule.exit_code == 1);
  CHECK(contains(by_rule.out, "target-missing"));

  repository.write("runbookc.yaml", "baseline: runbookc-baseline.json\n");
  REQUIRE(repository.run("runbookc check --update-baseline").exit_code == 0);
  CHECK(repository.run("runbookc check").exit_code == 0);  // and so does its own baseline
  CHECK(repository.run(gate).exit_code == 1);
}

TEST_CASE("a project with old findings adopts a baseline, and only new ones count") {
  const GitRepository repository;
  write_sample_project(repository);
  repository.write("content/old.md", kBroken);
  CHECK(repository.run("runbookc check").exit_code == 1);
  const auto adopted = repository.run(recipe("A project with old findings"));
  CAPTURE(adopted.out, adopted.err);
  CHECK(adopted.exit_code == 0);
  CHECK(repository.run("runbookc check").exit_code == 0);
  repository.write("content/new.md", kBroken);
  const auto later = repository.run("runbookc check");
  CHECK(later.exit_code == 1);
  CHECK(contains(later.out, "content/new.md:"));
  CHECK_FALSE(contains(later.out, "content/old.md:"));
}

}  // namespace runbookc
