#include "cli/ci_files.h"

#include <catch2/catch.hpp>
#include <regex>

#include "parse/yaml.h"

namespace runbookc {
namespace {

bool has(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

Value read_yaml(std::string text) {
  const SourceFile file("x.yaml", std::move(text));
  YamlOutcome outcome = parse_yaml(file, {0, static_cast<std::uint32_t>(file.bytes().size())});
  REQUIRE(outcome.valid);
  REQUIRE(outcome.problems.empty());
  return std::move(outcome.root);
}

std::regex hook_files(std::string_view below) {
  const Value config = read_yaml(pre_commit_config(below));
  const Value& hook = config.find("repos")->items.front().find("hooks")->items.front();
  return std::regex(hook.find("files")->text);
}

}  // namespace

TEST_CASE("the hook of a folder is run for what lies in it") {
  const std::regex files = hook_files("docs/ops.x");
  for (const char* path : {"docs/ops.x/a.md", "docs/ops.x/content/db/b.markdown",
                           "docs/ops.x/runbookc.yaml", "docs/ops.x/content/owners.yml",
                           "docs/ops.x/.github/CODEOWNERS", "docs/ops.x/schemas/types/t.json"}) {
    CAPTURE(path);
    CHECK(std::regex_search(path, files));
  }
  for (const char* path : {"a.md", "docs/a.md", "x/docs/ops.x/a.md", "docs/opsxx/a.md",
                           "docs/ops.x/main.c", "docs/ops.x/myrunbookc.yaml"}) {
    CAPTURE(path);
    CHECK_FALSE(std::regex_search(path, files));
  }
  CHECK(std::regex_search("any/where/a.md", hook_files("")));
}

TEST_CASE("every command starts in the project's folder") {
  CHECK(has(pre_commit_hook("ops"), "        entry: runbookc check\n        args: [-C, ops]\n"));
  CHECK_FALSE(has(pre_commit_hook(""), "args"));
  const std::string workflow = github_workflow("ops");
  CHECK(has(workflow, "run: runbookc -C ops build\n"));
  CHECK_FALSE(has(workflow, "runbookc check"));
  CHECK(has(workflow, github_steps("ops")));
  const std::string jobs = gitlab_jobs("ops");
  CHECK_FALSE(has(jobs, "runbookc check"));
  CHECK(has(jobs, "--format gitlab=runbookc-codequality.json"));  // from where it starts
  CHECK(has(jobs, "      junit: ops/runbookc-junit.xml\n"));
  CHECK(has(gitlab_jobs(""), "      junit: runbookc-junit.xml\n"));
  CHECK_FALSE(has(gitlab_jobs(""), "-C"));
}

TEST_CASE("what init writes for CI is YAML") {
  for (const char* below : {"", "docs/ops"}) {
    CHECK(read_yaml(github_workflow(below)).find("jobs") != nullptr);
    CHECK(read_yaml(gitlab_jobs(below)).find("runbookc-all") != nullptr);
  }
}

}  // namespace runbookc
