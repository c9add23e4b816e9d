// A project's own templates: what is wrong with one is said at its place, before anything is
// written.
#include <catch2/catch.hpp>

#include "e2e/process.h"
#include "e2e/sample_project.h"

namespace runbookc {

TEST_CASE("a template with a misspelt name is exit code 2, and the old site stays") {
  const TempFolder folder;
  write_sample_project(folder);
  REQUIRE(run_in(folder.path(), {"build"}).exit_code == 0);
  const std::string before = folder.read("site/good.html");
  folder.write("templates/rows.mustache", "<ul>\n{{#rows}}<li>{{titel}}</li>{{/rows}}\n</ul>\n");
  const auto result = run_in(folder.path(), {"build"});
  CHECK(result.exit_code == 2);
  CHECK(
      contains(result.err, "templates/rows.mustache:2:14: error: nothing is called 'titel' here"));
  CHECK(contains(result.err, "did you mean 'title'?"));
  CHECK(folder.read("site/good.html") == before);
  folder.write("templates/rows.mustache", "<ul>\n{{#rows}}<li>{{title}} !</li>{{/rows}}\n</ul>\n");
  CHECK(run_in(folder.path(), {"build"}).exit_code == 0);
  CHECK(contains(folder.read("site/index.html"), " !</li>"));
}

TEST_CASE("a template with a script in the page is refused") {
  const TempFolder folder;
  write_sample_project(folder);
  folder.write("templates/footer.mustache", "<script>track()</script>\n</body></html>\n");
  const auto result = run_in(folder.path(), {"build"});
  CHECK(result.exit_code == 2);
  CHECK(contains(result.err,
                 "templates/footer.mustache:1:1: error: the policy of our pages refuses"));
  CHECK_FALSE(folder.has("site/index.html"));
}

}  // namespace runbookc
