// What `check` and `build` say about a project file whose settings take no effect.
#include <catch2/catch.hpp>

#include "e2e/process.h"
#include "e2e/temp_folder.h"

namespace runbookc {
namespace {

constexpr const char* kPage = "# A\n\nText.\n";

// What `check` says on standard error of a project with this file.
std::string told(std::string_view config, std::vector<std::string> arguments = {"check"}) {
  const TempFolder folder;
  folder.write("content/alerts/a.md", kPage);
  folder.write("content/drafts/b.md", kPage);
  folder.write("content/.hidden/c.md", kPage);
  folder.write("runbookc.yaml", config);
  return run_in(folder.path(), arguments).err;
}

}  // namespace

TEST_CASE("a glob that matches no document is told with what was meant") {
  CHECK(told("types: { \"Alerts/**\": alert }\n") ==
        "runbookc.yaml: 'Alerts/**' of `types` matches no document; did you mean 'alerts/**'?\n");
  CHECK(told("types: { \"alerts\": alert }\n") ==
        "runbookc.yaml: 'alerts' of `types` matches no document; did you mean 'alerts/**'?\n");
  CHECK(told("defaults: { \"./alerts/**\": { owner: x } }\n") ==
        "runbookc.yaml: './alerts/**' of `defaults` matches no document; did you mean "
        "'alerts/**'?\n");
  CHECK(told("rules: { \"alert/**\": { RB301: off, RB302: off } }\n") ==
        "runbookc.yaml: 'alert/**' of `rules` matches no document\n");
  CHECK(told("exclude: [\"Drafts/**\"]\n") ==
        "runbookc.yaml: 'Drafts/**' of `exclude` matches no document; did you mean 'drafts/**'?\n");
}

TEST_CASE("globs that match are not told, nor those of what is never read") {
  CHECK(told("types: { \"alerts/**\": alert, \"content/*/a.md\": page }\n"
             "exclude: [drafts, \"drafts/old/**\", \".hidden/**\"]\n"
             "rules: { \"**/a.md\": { RB301: off } }\n")
            .find("matches no document") == std::string::npos);
  CHECK(told("exclude: [\"drafts/**\"]\n").empty());
}

TEST_CASE("a few globs are told, the rest is counted, and --quiet leaves all out") {
  std::string config = "types:\n";
  for (int i = 0; i < 7; ++i) config += "  \"no" + std::to_string(i) + "/**\": page\n";
  const std::string said = told(config);
  CHECK(contains(said, "'no4/**' of `types`"));
  CHECK_FALSE(contains(said, "'no5/**'"));
  CHECK(contains(said, "runbookc.yaml: 2 more globs match no document\n"));
  CHECK(told(config, {"check", "-q"}).empty());
  CHECK(contains(told(config, {"check", "content/alerts"}), "'no4/**' of `types`"));
  CHECK(contains(told(config, {"build"}), "'no4/**' of `types`"));
}

TEST_CASE("text of a glob cannot write to the terminal") {
  CHECK_FALSE(contains(told("types: { \"a\\e[31m/**\": page }\n"), "\x1b"));
}

TEST_CASE("a project file that lies deeper than where the check began is told") {
  const TempFolder folder;
  folder.write("ops/runbookc.yaml", "fail_on: never\n");
  folder.write("ops/a.md", kPage);
  const std::string said = run_in(folder.path(), {"check"}).err;
  CHECK(contains(said, "ops/runbookc.yaml is not read: "));
  CHECK(contains(said, "`runbookc -C ops`"));
  CHECK(run_in(folder.path(), {"check", "ops"}).err.empty());
  CHECK(run_in(folder.path("ops"), {"check"}).err.empty());
  folder.write("runbookc.yaml", "");
  CHECK(run_in(folder.path(), {"check"}).err.empty());
}

TEST_CASE("a default that fits no type ends the run once, at its line") {
  const TempFolder folder;
  folder.write("a.md", kPage);
  folder.write("b.md", kPage);
  folder.write("runbookc.yaml", "defaults:\n  \"**\": { last_reviewed: 2026-31-12 }\n");
  const ProcessResult result = run_in(folder.path(), {"check"});
  CHECK(result.exit_code == 2);
  CHECK(result.out.empty());
  CHECK(contains(result.err, "runbookc.yaml:2:26: "));
  folder.write("runbookc.yaml", "defaults:\n  \"**\": { ownr: x }\n");
  CHECK(contains(run_in(folder.path(), {"check"}).err, "did you mean 'owner'?"));
}

TEST_CASE("each fault of an owners file is told at its place") {
  const TempFolder folder;
  folder.write("a.md", kPage);
  folder.write("owners.yaml", "owners:\n  - id: a\n    kind: teem\n    contact: x\n");
  const ProcessResult result = run_in(folder.path(), {"check"});
  CHECK(result.exit_code == 2);
  CHECK(contains(result.err, "owners.yaml:3:11: error: kind 'teem' is not one of team, person"));
  CHECK(contains(result.err, "owners.yaml:4:5: error: 'contact' is not a known key"));
  CHECK_FALSE(contains(result.err, "u{a}"));
  folder.write("owners.yaml", "");
  CHECK(contains(run_in(folder.path(), {"check"}).err, "the file names no owner"));
}

}  // namespace runbookc
