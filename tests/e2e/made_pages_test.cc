// `build` makes pages to find one's way by, and figures that agree with its own data.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "e2e/process.h"
#include "e2e/sample_project.h"

namespace runbookc {
namespace {

constexpr const char* kAlertPage =
    "---\n"
    "title: The database is down\n"
    "type: alert\n"
    "owner: dba\n"
    "alerts: [DbDown]\n"
    "severity: P1\n"
    "next_review: 2026-01-01\n"
    "aliases: [/old.html]\n"
    "---\n"
    "\n"
    "# The database is down\n"
    "\n"
    "## Impact\n"
    "\n"
    "No orders. See [nothing](nothing.md).\n"
    "\n"
    "## Mitigation\n"
    "\n"
    "```bash\n"
    "kubectl delete namespace orders\n"
    "```\n";

void write_project(const TempFolder& folder) {
  write_sample_project(folder);
  folder.write("runbookc.yaml",
               "site: { title: Sample, base_url: \"https://x.example/ops/\" }\n"
               "severities: [{ name: P1, response_time: 15 minutes }]\n");
  folder.write("content/db/down.md", kAlertPage);
}

}  // namespace

TEST_CASE("a build makes the pages that lead to its documents") {
  const TempFolder folder;
  write_project(folder);
  const auto result = run_in(folder.path(), {"build"});
  CAPTURE(result.err);
  REQUIRE(result.exit_code == 0);
  CHECK(contains(folder.read("site/index.html"), "Something is wrong now"));
  CHECK(contains(folder.read("site/_/alerts/DbDown.html"), "../../db/down.html#impact"));
  CHECK(contains(folder.read("site/_/severities/P1.html"), "Answer within 15 minutes."));
  CHECK(contains(folder.read("site/_/types/alert.html"), "The database is down"));
  CHECK(contains(folder.read("site/_/owners/dba.html"), "1 review overdue"));
  CHECK(contains(folder.read("site/_/commands.html"), "kubectl delete namespace orders"));
  CHECK(contains(folder.read("site/_/commands/risk/destroy.html"), "db/down.html#cmd."));
  CHECK(contains(folder.read("site/old.html"), "db/down.html"));
  CHECK(contains(folder.read("site/404.html"), "href=\"/ops/_/alerts/DbDown.html\""));
  CHECK(contains(folder.read("site/good.html"), "rel=\"next\" href=\"db/down.html\""));
}

TEST_CASE("the health page agrees with diagnostics.json and reviews.json") {
  const TempFolder folder;
  write_project(folder);
  REQUIRE(run_in(folder.path(), {"build"}).exit_code == 0);
  const auto summary = nlohmann::json::parse(folder.read("site/diagnostics.json"))["summary"];
  const auto reviews = nlohmann::json::parse(folder.read("site/_/reviews.json"))["reviews"];
  const std::string health = folder.read("site/_/health.html");
  REQUIRE(summary["errors"].get<int>() > 0);
  const auto shown = [&](int number, const std::string& what) {
    return contains(health, "<b>" + std::to_string(number) + "</b> " + what);
  };
  CHECK(shown(summary["errors"].get<int>(), "error"));
  CHECK(shown(summary["warnings"].get<int>(), "warning"));
  int overdue = 0;
  for (const auto& review : reviews) overdue += review["status"] == "overdue" ? 1 : 0;
  CHECK(overdue == 1);
  CHECK(shown(overdue, "review overdue"));
  CHECK(contains(health, "href=\"health/RB301.html\""));
  CHECK(contains(folder.read("site/_/health/RB301.html"), "nothing.md"));
}

}  // namespace runbookc
