// The recipes of docs/ci.md, taken out of the page and run in a repository.
#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>
#include <sstream>

#include "e2e/git_repository.h"
#include "e2e/process.h"
#include "e2e/sample_project.h"

namespace runbookc {
namespace {

// The first block in `language` after the heading `title`, as it stands below a list item.
std::string block(const std::string& title, const std::string& language) {
  std::ostringstream page;
  page << std::ifstream(RUNBOOKC_SOURCE_DIR "/docs/ci.md").rdbuf();
  const std::string text = page.str();
  const std::string fence = "```" + language + "\n";
  const auto heading = text.find("## " + title + "\n");
  REQUIRE(heading != std::string::npos);
  const auto open = text.find(fence, heading);
  REQUIRE(open != std::string::npos);
  const std::string indent(open - text.rfind('\n', open) - 1, ' ');
  const auto start = open + fence.size();
  std::istringstream lines(text.substr(start, text.find("```", start) - start));
  std::string out;
  for (std::string line; std::getline(lines, line) && line != indent;) {
    if (!line.empty()) REQUIRE(line.starts_with(indent));
    out += line.substr(std::min(indent.size(), line.size())) + "\n";
  }
  return out;
}

std::string recipe(const std::string& title) { return block(title, "bash"); }

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
  CHECK(repository.run("ls -A \"$TMPDIR\"").out.empty());  // nothing is left behind
}

TEST_CASE("a gate whose target has no baseline takes none from the request") {
  const GitRepository repository;
  write_sample_project(repository);
  repository.become_target();
  const std::string gate = recipe("A gate that is not talked out of its rules");
  CHECK(repository.run(gate).exit_code == 0);
  repository.write("content/bad.md", kBroken);
  repository.write("runbookc.yaml", "baseline: runbookc-baseline.json\n");
  REQUIRE(repository.run("runbookc check --update-baseline").exit_code == 0);
  CHECK(repository.run("runbookc check").exit_code == 0);
  CHECK(repository.run(gate).exit_code == 1);
  CHECK(repository.run("ls -A \"$TMPDIR\"").out.empty());
}

TEST_CASE("a gate does not take the baseline that only the target's project file names") {
  const GitRepository repository;
  write_sample_project(repository);
  repository.write("runbookc.yaml", "baseline: old.json\n");
  repository.become_target();
  repository.write("content/bad.md", kBroken);
  REQUIRE(repository.run("runbookc check --update-baseline").exit_code == 0);
  CHECK(repository.run("runbookc check").exit_code == 0);
  const auto result = repository.run(recipe("A gate that is not talked out of its rules"));
  CHECK(result.exit_code == 2);
  CHECK(result.err ==
        "refs/remotes/origin/main names a baseline that is not its runbookc-baseline.json\n");
  CHECK(repository.run("ls -A \"$TMPDIR\"").out.empty());
}

TEST_CASE("a gate sees the target's baseline however it is spelt, and no comment for one") {
  const std::string gate = recipe("A gate that is not talked out of its rules");
  for (const char* project :
       {"'baseline': old.json\n", "\"baseline\" : old.json\n", "{ baseline: old.json }\n",
        "# the old ones\nrules: {}\nbaseline:\n  old.json\n"}) {
    CAPTURE(project);
    const GitRepository repository;
    write_sample_project(repository);
    repository.write("runbookc.yaml", project);
    repository.become_target();
    repository.write("content/bad.md", kBroken);
    REQUIRE(repository.run("runbookc check --update-baseline").exit_code == 0);
    REQUIRE(repository.has("old.json"));
    CHECK(repository.run(gate).exit_code == 2);
  }
  const GitRepository repository;
  write_sample_project(repository);
  repository.write("runbookc.yaml", "rules: {}\n  # baseline: old.json\n");
  repository.become_target();
  CHECK(repository.run(gate).exit_code == 0);
}

TEST_CASE("a gate takes the target's file for the baseline, whatever the project file names") {
  const GitRepository repository;
  write_sample_project(repository);
  repository.write("runbookc.yaml", "baseline: other.json\n");
  repository.write("content/old.md", kBroken);
  REQUIRE(repository.run("runbookc check --baseline runbookc-baseline.json --update-baseline")
              .exit_code == 0);
  repository.become_target();
  const std::string gate = recipe("A gate that is not talked out of its rules");
  CHECK(repository.run(gate).exit_code == 0);
  repository.write("content/bad.md", kBroken);
  REQUIRE(repository.run("runbookc check --update-baseline").exit_code == 0);
  CHECK(repository.run("runbookc check").exit_code == 0);
  const auto judged = repository.run(gate);
  CHECK(judged.exit_code == 1);
  CHECK(contains(judged.out, "content/bad.md:"));
  CHECK_FALSE(contains(judged.out, "content/old.md:"));
}

TEST_CASE("a gate asks the remote's branch, not a tag or branch that somebody named like it") {
  const GitRepository repository;
  write_sample_project(repository);
  repository.become_target();
  repository.write("content/bad.md", kBroken);
  repository.write("runbookc.yaml", "rules: { target-missing: off }\n");
  REQUIRE(repository.commit().exit_code == 0);
  REQUIRE(repository.run("git tag origin/main && git branch origin/main").exit_code == 0);
  CHECK(repository.run(recipe("A gate that is not talked out of its rules")).exit_code == 1);
}

TEST_CASE("a gate works in a folder of the repository, and stops without its target") {
  const GitRepository repository;
  repository.write("ops/runbookc.yaml", "baseline: runbookc-baseline.json\n");
  repository.write("ops/content/old.md", kBroken);
  REQUIRE(repository.run("runbookc -C ops check --update-baseline").exit_code == 0);
  repository.become_target();
  const std::string gate = "cd ops\n" + recipe("A gate that is not talked out of its rules");
  const auto accepted = repository.run(gate);
  CAPTURE(accepted.out, accepted.err);
  CHECK(accepted.exit_code == 0);
  CHECK(contains(accepted.out, "1 in the baseline"));
  REQUIRE(repository.run("git update-ref -d refs/remotes/origin/main").exit_code == 0);
  const auto lost = repository.run(gate);
  CHECK(lost.exit_code != 0);
  CHECK(lost.out.empty());  // no check was run
  CHECK(repository.run("ls -A \"$TMPDIR\"").out.empty());
}

TEST_CASE("a project with old findings adopts a baseline, and only new ones count") {
  const GitRepository repository;
  write_sample_project(repository);
  repository.write("content/old.md", kBroken);
  CHECK(repository.run("runbookc check").exit_code == 1);
  const std::string title = "A project with old findings";
  repository.write("runbookc.yaml", "site: { title: Sample }\n" + block(title, "yaml"));
  const auto adopted = repository.run(recipe(title));
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
