// init and new where a site generator publishes the documents.
#include <catch2/catch.hpp>

#include "e2e/process.h"
#include "e2e/sample_project.h"

namespace runbookc {

TEST_CASE("init takes the dialect of what publishes the documents") {
  const TempFolder folder;
  folder.write("config/tech-docs.yml", "host: docs.acme.example\n");
  folder.write("source/index.html.md.erb", "---\ntitle: Home\n---\n\nText.\n");
  const auto made = run_in(folder.path(), {"init"});
  CAPTURE(made.out, made.err);
  REQUIRE(made.exit_code == 0);
  const std::string config = folder.read("runbookc.yaml");
  CHECK(contains(config, "\ndialect: tech-docs\n"));
  CHECK(contains(config, "\ncontent: source\n"));
  CHECK(contains(made.err, "so 'dialect: tech-docs' was set"));
  CHECK(contains(made.err, "1 document is in source/ already"));
  CHECK_FALSE(folder.has("content/restart-a-service.md"));
  CHECK(run_in(folder.path(), {"check"}).exit_code == 0);
}

TEST_CASE("init sets no dialect where nothing says one, and makes a first runbook of a new site") {
  const TempFolder folder;
  REQUIRE(run_in(folder.path(), {"init"}).exit_code == 0);
  CHECK_FALSE(contains(folder.read("runbookc.yaml"), "dialect"));
  const TempFolder site;
  site.write("mkdocs.yml", "site_name: Runbooks\n");
  REQUIRE(run_in(site.path(), {"init"}).exit_code == 0);
  CHECK(contains(site.read("runbookc.yaml"), "\ncontent: docs\n\n# What publishes them"));
  CHECK(site.has("docs/restart-a-service.md"));
  CHECK(run_in(site.path(), {"check"}).exit_code == 0);
}

TEST_CASE("new writes the keys that the site's system reads") {
  const TempFolder folder;
  folder.write("runbookc.yaml", "dialect: tech-docs\n");
  folder.write("source/owners.yaml",
               "owners:\n  - id: dba\n    contacts:\n      slack: \"#dba\"\n  - id: sre\n");
  folder.write("source/index.html.md.erb", "---\ntitle: Home\n---\n\nText.\n");
  const auto made = run_in(folder.path(), {"new", "runbook", "source/a.html.md.erb"});
  CAPTURE(made.out, made.err);
  REQUIRE(made.exit_code == 0);
  const std::string text = folder.read("source/a.html.md.erb");
  CHECK(contains(text, "\nowner_slack: TODO\n"));
  CHECK(contains(text, "# One of: \"#dba\", sre\n"));
  CHECK(contains(text, "\nreview_in: 6 months\n"));
  CHECK(contains(text, "\n# last_reviewed_on: "));
  CHECK_FALSE(contains(text, "\nowner: "));
  CHECK_FALSE(contains(text, "review_every: "));
}

TEST_CASE("new leaves out what the site's system means otherwise, and says what to do") {
  const TempFolder folder;
  folder.write("runbookc.yaml", "dialect: hugo\n");
  folder.write("content/_index.md", "---\ntitle: Home\n---\n\nText.\n");
  const auto made = run_in(folder.path(), {"new", "runbook", "content/a.md"});
  REQUIRE(made.exit_code == 0);
  CHECK_FALSE(contains(folder.read("content/a.md"), "\ntype: "));
  CHECK(contains(made.err, "name 'runbook' under 'types' in runbookc.yaml"));
  folder.write("runbookc.yaml", "content: content\n");
  const auto plain = run_in(folder.path(), {"new", "runbook", "content/b.md"});
  CHECK(contains(folder.read("content/b.md"), "\ntype: runbook\n"));
  CHECK_FALSE(contains(plain.err, "under 'types'"));
}

}  // namespace runbookc
