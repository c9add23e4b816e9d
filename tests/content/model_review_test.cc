// content/ under the strict preset: clean on the day of its review, and a year later overdue.
#include <algorithm>
#include <catch2/catch.hpp>
#include <set>

#include "base/text.h"
#include "content/model_project.h"
#include "e2e/temp_folder.h"

namespace runbookc {
namespace {

using Paths = std::set<std::string>;

// The project's configuration without the one setting that softens the preset: the reviews are
// those of a made-up company, and only the commits are real.
std::string strict_config(const TempFolder& folder) {
  const std::string config = source_of("runbookc.yaml");
  REQUIRE(contains(config, "  preset: strict\n"));
  std::string strict;
  for (const std::string_view line : split_lines(config)) {
    if (!line.starts_with("  review-due-soon: info")) strict += std::string(line) + "\n";
  }
  REQUIRE(strict.size() < config.size());
  REQUIRE(contains(strict, "rules:\n  preset: strict\n  changed-since-review: off "));
  folder.write("strict.yaml", strict);
  return folder.path("strict.yaml");
}

Paths reported(const nlohmann::json& diagnostics, std::string_view rule) {
  Paths paths;
  for (const auto& finding : diagnostics.at("diagnostics")) {
    if (finding.at("name") == rule) paths.insert(finding.at("path"));
  }
  return paths;
}

}  // namespace

TEST_CASE("the model runbooks are clean under the strict preset") {
  const TempFolder folder;
  const auto result =
      run_here({"check", "--config", strict_config(folder), "--fail-on", "warning", "-v"});
  CAPTURE(result.out, result.err);
  CHECK(result.exit_code == 0);
  CHECK(contains(result.out, "no errors or warnings in "));
}

TEST_CASE("they are clean with the project's own configuration, due reviews being infos") {
  const auto result = run_here({"check", "--fail-on", "warning"}, "2026-12-10");
  CAPTURE(result.out);
  CHECK(result.exit_code == 0);
  const auto report = json_from({"check", "--format", "json"}, "2026-12-10");
  CHECK(reported(report, "review-due-soon").size() >= 3);
  CHECK(report.at("summary").at("infos") == report.at("diagnostics").size());
}

TEST_CASE("a year later exactly the overdue ones are named") {
  const TempFolder folder;
  const auto report =
      json_from({"check", "--config", strict_config(folder), "--format", "json"}, kYearLater);
  const Paths not_yet_due = {"content/templates/post-incident-review.md",
                             "content/templates/status-updates.md"};
  Paths expected;
  for (const auto& document : documents()) {
    const std::string path = document.at("path");
    const std::string due = document.at("review").at("due");
    CHECK((due < kYearLater) == !not_yet_due.contains(path));
    if (!not_yet_due.contains(path)) expected.insert(path);
  }
  CHECK(expected.size() >= 24);
  CHECK(reported(report, "review-overdue") == expected);
  CHECK(report.at("diagnostics").size() == expected.size());
}

}  // namespace runbookc
