// `--profile` names the stages on standard error, and changes nothing else.
#include <catch2/catch.hpp>

#include "e2e/process.h"
#include "e2e/sample_project.h"

namespace runbookc {
namespace {

void check_stages(const std::string& table, const std::vector<std::string>& stages) {
  CAPTURE(table);
  for (const std::string& stage : stages) CHECK(contains(table, "\n" + stage + "  "));
}

}  // namespace

TEST_CASE("check --profile tells what each stage took") {
  const TempFolder folder;
  write_sample_project(folder);
  const auto plain = run_in(folder.path(), {"check"});
  const auto profiled = run_in(folder.path(), {"check", "--profile"});
  CHECK(profiled.exit_code == plain.exit_code);
  CHECK(profiled.out == plain.out);
  check_stages(profiled.err,
               {"walk and read", "text and secrets", "front matter", "Markdown", "commands",
                "shell grammar", "link", "schema validation", "rules", "report", "all"});
  CHECK_FALSE(contains(profiled.err, "templates"));
}

TEST_CASE("build --profile tells of the site as well") {
  const TempFolder folder;
  write_sample_project(folder);
  const auto result = run_in(folder.path(), {"build", "--profile"});
  CHECK(result.exit_code == 0);
  check_stages(result.err, {"Markdown", "plan", "search index", "pages", "templates",
                            "JSON and other data", "write", "the rest", "all"});
}

TEST_CASE("without --profile nothing is told of time") {
  const TempFolder folder;
  write_sample_project(folder);
  CHECK_FALSE(contains(run_in(folder.path(), {"check"}).err, "processor's time"));
}

}  // namespace runbookc
