// The recipes of docs/ci.md, taken out of the page and run in a repository.
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "base/text.h"
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

class Repository {
 public:
  Repository() {
    write_sample_project(folder);
    std::filesystem::create_directories(folder.path(".bin"));
    std::filesystem::create_symlink(RUNBOOKC_BINARY, folder.path(".bin/runbookc"));
    run("git init -q -b work");
  }

  ProcessResult run(const std::string& script) const {
    ProcessOptions options;
    options.program = "sh";
    options.directory = folder.path();
    options.environment = {
        {"HOME", folder.path()},     {"TMPDIR", folder.path(".bin")},
        {"GIT_AUTHOR_NAME", "a"},    {"GIT_AUTHOR_EMAIL", "a@example.invalid"},
        {"GIT_COMMITTER_NAME", "a"}, {"GIT_COMMITTER_EMAIL", "a@example.invalid"}};
    return run_tool({"-c", "PATH=$PWD/.bin:$PATH\n" + script}, options);
  }
  // Commits everything, as what the target branch holds.
  void become_target() const {
    const auto result =
        run("git add -A && git commit -qm all && git update-ref refs/remotes/origin/main HEAD");
    CAPTURE(result.err);
    REQUIRE(result.exit_code == 0);
  }

  TempFolder folder;
};

const std::string kBroken = kGoodPage + "\nSee [the plan](gone.md).\n";

}  // namespace

TEST_CASE("a gate with the target's rules is not talked out of them") {
  const Repository repository;
  REQUIRE(repository.run("runbookc check --baseline runbookc-baseline.json --update-baseline")
              .exit_code == 0);
  repository.become_target();
  const std::string gate = recipe("A gate that is not talked out of its rules");
  CHECK(repository.run(gate).exit_code == 0);

  repository.folder.write("content/bad.md", kBroken);
  repository.folder.write("runbookc.yaml",
                          "rules: { target-missing: off }\nbaseline: runbookc-baseline.json\n");
  CHECK(repository.run("runbookc check").exit_code == 0);  // the request's own rules let it pass
  const auto by_rule = repository.run(gate);
  CHECK(by_rule.exit_code == 1);
  CHECK(contains(by_rule.out, "target-missing"));

  repository.folder.write("runbookc.yaml", "baseline: runbookc-baseline.json\n");
  REQUIRE(repository.run("runbookc check --update-baseline").exit_code == 0);
  CHECK(repository.run("runbookc check").exit_code == 0);  // and so does its own baseline
  CHECK(repository.run(gate).exit_code == 1);
}

TEST_CASE("a project with old findings adopts a baseline, and only new ones count") {
  const Repository repository;
  repository.folder.write("content/old.md", kBroken);
  CHECK(repository.run("runbookc check").exit_code == 1);
  const auto adopted = repository.run(recipe("A project with old findings"));
  CAPTURE(adopted.out, adopted.err);
  CHECK(adopted.exit_code == 0);
  CHECK(repository.run("runbookc check").exit_code == 0);
  repository.folder.write("content/new.md", kBroken);
  const auto later = repository.run("runbookc check");
  CHECK(later.exit_code == 1);
  CHECK(contains(later.out, "content/new.md:"));
  CHECK_FALSE(contains(later.out, "content/old.md:"));
}

}  // namespace runbookc
