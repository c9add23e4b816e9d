// The panel for emergencies and the addresses of steps, in a project with a type of its own.
#include <catch2/catch.hpp>

#include "e2e/process.h"
#include "e2e/sample_project.h"

namespace runbookc {
namespace {

constexpr std::string_view kType = R"({
  "x-sections": [
    { "title": "Auswirkung", "role": "impact" },
    { "title": "Abhilfe", "role": "mitigation", "steps": true }
  ]
})";

constexpr std::string_view kPage =
    "---\ntype: stoerung\nowner: dba\n---\n\n# Kein <Strom>\n\n## Auswirkung\n\nNichts geht & "
    "niemand "
    "arbeitet.\n\n## Abhilfe\n\n1. Nachsehen:\n\n   ```bash\n   uptime\n   ```\n\n2. Einschalten\n";

}  // namespace

TEST_CASE("a page of a team's own type has the panel that the roles in its schema make") {
  const TempFolder folder;
  write_sample_project(folder);
  folder.write("schemas/types/stoerung.json", kType);
  folder.write("content/strom.md", kPage);
  const auto result = run_in(folder.path(), {"build"});
  CAPTURE(result.err);
  REQUIRE(result.exit_code == 0);
  const std::string page = folder.read("site/strom.html");
  const std::string panel = page.substr(page.find("page.emergency"));
  CHECK(contains(panel, "<a href=\"#auswirkung\">Auswirkung</a>"));
  CHECK(contains(panel, "Nichts geht &amp; niemand arbeitet."));
  CHECK(contains(panel, "<a href=\"#abhilfe\">Abhilfe</a>"));
  CHECK(contains(panel, "2 steps"));
  CHECK(contains(page, "id=\"step.2\""));
  CHECK(contains(page, "href=\"#step.2\""));
  CHECK_FALSE(contains(folder.read("site/good.html"), "page.emergency"));
}

TEST_CASE("a role that nobody knows ends the run") {
  const TempFolder folder;
  write_sample_project(folder);
  folder.write("schemas/types/stoerung.json",
               R"({"x-sections": [{"title": "Auswirkung", "role": "schaden"}]})");
  const auto result = run_in(folder.path(), {"check"});
  CHECK(result.exit_code == 2);
  CHECK(contains(result.err, "expected one of meaning, impact"));
}

}  // namespace runbookc
