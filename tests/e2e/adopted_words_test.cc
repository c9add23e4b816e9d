// What `adopt` says of words that documents have for sections, owners and states.
#include <catch2/catch.hpp>

#include "e2e/process.h"
#include "e2e/sample_project.h"

namespace runbookc {
namespace {

std::string alert_with(const std::string& name, const std::string& third) {
  return "# " + name + "\n\n## Meaning\n\nMessages wait.\n\n## Impact\n\nParcels are late.\n\n## " +
         third + "\n\nLook.\n\n## Mitigation\n\nAdd consumers.\n";
}

// Of thirty alerts, 23 say "First Look" where the type has "Diagnosis".
void write_alerts(const TempFolder& folder) {
  for (int i = 0; i < 30; ++i) {
    const std::string name =
        "QueueIsFull" + std::string(1, static_cast<char>('A' + i % 26)) + (i < 26 ? "" : "Again");
    folder.write("alerts/" + name + ".md", alert_with(name, i < 23 ? "First Look" : "Diagnosis"));
  }
}

}  // namespace

TEST_CASE("a heading that stands where a section is expected is proposed as its alias") {
  const TempFolder folder;
  write_alerts(folder);
  const auto told = run_in(folder.path(), {"adopt", "--explain"});
  CAPTURE(told.out, told.err);
  CHECK(contains(told.out,
                 "'First Look' stands where 'Diagnosis' is expected in 23 documents of "
                 "type 'alert': an alias of it, in a type of your own?"));
  REQUIRE(run_in(folder.path(), {"adopt", "--write"}).exit_code == 0);
  CHECK(run_in(folder.path(), {"check"}).exit_code == 0);
}

TEST_CASE("nothing is proposed where sections have their own names") {
  const TempFolder folder;
  for (const char* name : {"QueueIsFull", "DepotIsDown", "ParcelIsLost"}) {
    folder.write("alerts/" + std::string(name) + ".md", alert_with(name, "Diagnosis"));
  }
  const auto told = run_in(folder.path(), {"adopt", "--explain"});
  CHECK_FALSE(contains(told.out, "stands where"));
}

TEST_CASE("a person beside a team is drafted as one, and listed; the team is the owner") {
  const TempFolder folder;
  folder.write("a.md",
               "# Restart\n\nOwner: Jane Doe (jane@acme.example)\n\nTeam: Platform\n\n"
               "Status: Live\n");
  folder.write("b.md", "# Stop\n\nOwner: DBA\n\nTeam: SRE\n\nStatus: In review\n");
  const auto told = run_in(folder.path(), {"adopt", "--explain"});
  CAPTURE(told.out);
  CHECK(contains(told.out, "line 5: 'Team: Platform'"));
  CHECK(contains(told.out,
                 "line 3: 'Owner: Jane Doe (jane@acme.example)': the team at line 5 is the "
                 "owner; say in owners.yaml how to reach this person"));
  CHECK(contains(told.out, "another owner is named at line 3"));
  CHECK(contains(told.out, "line 7: 'Status: In review': none of draft, active and deprecated"));
  REQUIRE(run_in(folder.path(), {"adopt", "--write"}).exit_code == 0);
  CHECK(contains(folder.read("a.md"), "owner: platform\nstatus: active\n"));
  CHECK_FALSE(contains(folder.read("b.md"), "owner: "));
  CHECK_FALSE(contains(folder.read("b.md"), "status: "));
  const std::string owners = folder.read("owners.yaml");
  CHECK(contains(owners,
                 "id: jane-doe\n    name: Jane Doe\n    kind: person\n    contacts:\n"
                 "      email: \"jane@acme.example\"\n"));
  CHECK(contains(owners, "id: platform\n"));
  CHECK(run_in(folder.path(), {"check"}).exit_code == 0);
  CHECK(contains(run_in(folder.path(), {"adopt"}).err, "nothing to adopt"));
}

TEST_CASE("words for severities are levels where the scale has them, and else for a person") {
  const TempFolder folder;
  const std::string table = "# Queue\n\n| Field | Value |\n| --- | --- |\n| Severity | Warning |\n";
  folder.write("a.md", table);
  CHECK(contains(run_in(folder.path(), {"adopt", "--explain"}).out,
                 "'Severity: Warning': none of the project's severities"));
  folder.write("runbookc.yaml", "content: .\nseverities:\n  - name: Critical\n  - name: Warning\n");
  CHECK(contains(run_in(folder.path(), {"adopt"}).out, "+severity: [Warning]\n"));
}

TEST_CASE("TOML is told, and its document is left alone") {
  const TempFolder folder;
  folder.write("runbookc.yaml", "content: .\ntypes: { default: page }\n");
  const std::string toml = "+++\ntitle = \"Restart\"\n+++\n\nOwner: DBA\n";
  folder.write("a.md", toml);
  const auto told = run_in(folder.path(), {"adopt", "--explain"});
  CHECK(contains(told.out, "its front matter cannot be read: mend it first"));
  CHECK(run_in(folder.path(), {"adopt", "--write"}).exit_code == 0);
  CHECK(folder.read("a.md") == toml);
  const auto check = run_in(folder.path(), {"check"});
  CHECK(contains(check.out, "a.md:1:1"));
  CHECK(contains(check.out, "the front matter is TOML, which is not read"));
  run_in(folder.path(), {"build"});
  const std::string page = folder.read("site/a.html");
  CHECK(contains(page, "Owner: DBA"));
  CHECK_FALSE(contains(page, "+++"));
  CHECK_FALSE(contains(page, "title ="));
}

}  // namespace runbookc
