// A site that another system builds, checked, mended and built as it stands.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "e2e/process.h"
#include "e2e/sample_project.h"

namespace runbookc {
namespace {

void write_hugo_site(const TempFolder& folder) {
  folder.write("runbookc.yaml", "dialect: hugo\n");
  folder.write("content/_index.md",
               "---\ntitle: Home\ntype: docs\n---\n[db](/db/fail-over/#undo)\n");
  folder.write(
      "content/db/Fail-Over.md",
      "---\ntitle: Fail over\n---\n## Undo\n\n{{< hint danger >}}\nStop.\n{{< /hint >}}\n\n"
      "[next]({{< relref \"../Roll-Back.md\" >}}) of {{< param team >}}.\n");
  folder.write("content/db/Roll-Back.md", "---\ntitle: Roll back\n---\nText.\n");
}

}  // namespace

TEST_CASE("a site of Hugo's is checked under its own rules") {
  const TempFolder folder;
  write_hugo_site(folder);
  const auto result = run_in(folder.path(), {"check"});
  CHECK(result.exit_code == 1);
  CHECK(contains(result.out, "content/db/Fail-Over.md:10:20"));
  CHECK(count_in(result.out, "error[RB301") == 1);
  CHECK_FALSE(contains(result.out, "RB104"));
}

TEST_CASE("a fix goes to the path within the shortcode") {
  const TempFolder folder;
  write_hugo_site(folder);
  run_in(folder.path(), {"fix"});
  CHECK(contains(folder.read("content/db/Fail-Over.md"),
                 "[next]({{< relref \"Roll-Back.md\" >}}) of {{< param team >}}.\n"));
  CHECK(run_in(folder.path(), {"check"}).exit_code == 0);
}

TEST_CASE("its pages are built without a trace of shortcodes") {
  const TempFolder folder;
  write_hugo_site(folder);
  CHECK(run_in(folder.path(), {"build"}).exit_code != 2);
  const std::string page = folder.read("site/db/Fail-Over.html");
  CHECK(contains(page, "<div class=\"alert alert-caution\""));
  CHECK_FALSE(contains(page, "{{"));
  CHECK_FALSE(contains(page, "hint danger"));
}

TEST_CASE("a dialect that does not exist ends the run") {
  const TempFolder folder;
  write_hugo_site(folder);
  folder.write("runbookc.yaml", "dialect: hugoo\n");
  const auto result = run_in(folder.path(), {"check"});
  CHECK(result.exit_code == 2);
  CHECK(contains(result.err, "did you mean 'hugo'"));
}

}  // namespace runbookc
