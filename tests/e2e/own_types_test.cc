#include <catch2/catch.hpp>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "e2e/process.h"
#include "e2e/temp_folder.h"

namespace runbookc {
namespace {

constexpr const char* kPlan = R"({
  "title": "Disaster recovery plan",
  "allOf": [{ "$ref": "_common.json#/definitions/front_matter" }],
  "required": ["cost_center"],
  "properties": {
    "cost_center": { "pattern": "^CC-[0-9]{4}$", "description": "Who pays", "examples": ["CC-1234"] },
    "sites": { "description": "Where it runs" },
    "wiki_page": { "title": "Wiki" }
  },
  "x-sections": [
    { "title": "Scope", "aliases": ["Range"] },
    { "title": "Recovery", "steps": true },
    { "title": "Drills", "subsections": [{ "title": "Last drill" }] }
  ]
})";

constexpr const char* kDocument =
    "---\ntype: dr-plan\ntitle: Orders\nowner: dba\nlast_reviewed: 2026-11-01\n"
    "cost_center: CC-0001\nsites: { main: \"<script>alert(1)</script>\", racks: [1, 1.5, null] }\n"
    "wiki_page: https://wiki.example.com/orders\nunheard_of: secret plans\n---\n\n# Orders\n\n"
    "## Range\n\nOrders.\n\n## Recovery\n\n1. Go.\n\n## Drills\n\n### Last drill\n\nIn May.\n";

void write_plan(const TempFolder& folder) {
  folder.write("schemas/types/dr-plan.json", kPlan);
  folder.write("runbookc.yaml", "site: { title: Plans }\n");
  folder.write("content/orders.md", kDocument);
}

// What `check` says on standard error when the schema is this text, with exit code 2.
std::string refusal(std::string_view schema, const char* name = "schemas/types/dr-plan.json") {
  const TempFolder folder;
  folder.write("content/a.md", "# A\n\nText.\n");
  folder.write(name, schema);
  const ProcessResult result = run_in(folder.path(), {"check"});
  CAPTURE(result.out);
  CHECK(result.exit_code == 2);
  CHECK(result.out.empty());
  return result.err;
}

}  // namespace

TEST_CASE("findings know the fields and sections of a type of one's own") {
  const TempFolder folder;
  write_plan(folder);
  folder.write("content/bad.md",
               "---\ntype: dr-plan\ntitle: Bad\nowner: dba\nlast_reviewed: 2026-11-01\n"
               "cost_centre: CC-0001\n---\n\n# Bad\n\n## Range\n\nAll.\n");
  const ProcessResult result = run_in(folder.path(), {"check", "content/bad.md"});
  CHECK(result.exit_code == 1);
  CHECK(contains(result.out, "RB104 schema-violation]: 'cost_center' is missing"));
  CHECK(contains(result.out, "did you mean 'cost_center'?"));
  CHECK(contains(result.out, "there is no section 'Recovery', which type 'dr-plan' requires"));
  folder.write("content/bad.md",
               std::string(kDocument).replace(std::string(kDocument).find("CC-0001"), 7, "EUR-17"));
  CHECK(contains(run_in(folder.path(), {"check", "content/bad.md"}).out, "EUR-17"));
}

TEST_CASE("a document of one's own type is scaffolded and explained") {
  const TempFolder folder;
  write_plan(folder);
  CHECK(run_in(folder.path(), {"new", "dr-plan", "content/new.md"}).exit_code == 0);
  const std::string made = folder.read("content/new.md");
  CHECK(contains(made, "# Who pays\n# Example: CC-1234\ncost_center: TODO\n"));
  CHECK(contains(made, "## Scope\n"));
  CHECK(contains(made, "### Last drill\n"));
  const std::string told = run_in(folder.path(), {"explain", "dr-plan"}).out;
  CHECK(contains(told, "cost_center"));
  CHECK(contains(told, "Recovery"));
}

TEST_CASE("what a draft of one's own type leaves to fill in is told, and not what it shows") {
  const TempFolder folder;
  write_plan(folder);
  folder.write("content/owners.yaml", "owners: [{ id: dba, contacts: { slack: \"#dba\" } }]\n");
  REQUIRE(run_in(folder.path(), {"new", "dr-plan", "content/new.md"}).exit_code == 0);
  const ProcessResult drafted = run_in(folder.path(), {"check", "content/new.md"});
  CHECK(drafted.exit_code == 1);
  CHECK(contains(drafted.out, "RB104 schema-violation]: 'cost_center' is still to be filled in"));
  CHECK(contains(drafted.out, "= help: write it: Who pays"));
  CHECK(contains(drafted.out, "RB401 owner-missing]: the owner is still to be filled in"));
  CHECK(contains(drafted.out, "answers for this document: dba"));
  CHECK_FALSE(contains(drafted.out, "add it to content/owners.yaml"));
  std::string text = folder.read("content/new.md");
  for (const auto& [from, to] :
       {std::pair<std::string, std::string>{"center: TODO", "center: CC-7777"},
        {"owner: TODO", "owner: dba"}}) {
    REQUIRE(contains(text, from));
    text.replace(text.find(from), from.size(), to);
  }
  folder.write("content/new.md", text);
  const ProcessResult filled = run_in(folder.path(), {"check", "content/new.md"});
  CHECK_FALSE(contains(filled.out, "still to be filled in"));
  CHECK(filled.exit_code == 0);
}

TEST_CASE("a type that is not found is told with the folder that was searched") {
  const TempFolder folder;
  write_plan(folder);
  std::filesystem::remove(folder.path("runbookc.yaml"));
  const ProcessResult lost = run_in(folder.path(), {"check", "content/orders.md"});
  CHECK(lost.exit_code == 1);
  CHECK(contains(lost.out, "there is no document type 'dr-plan'"));
  CHECK(contains(lost.err, "own document types are read from " +
                               folder.path("content/schemas/types") +
                               ", which does not exist; no runbookc.yaml says"));
  CHECK_FALSE(contains(run_in(folder.path(), {"check"}).err, "are read from"));
  const std::string read_from = "your own are read from " + folder.path("schemas/types");
  CHECK(contains(run_in(folder.path(), {"new", "x", "content/x.md"}).err, read_from));
  CHECK(contains(run_in(folder.path(), {"explain", "x"}).err, read_from));
  folder.write("runbookc.yaml", "");
  folder.write("content/slip.md", "---\ntype: runbok\n---\n\n# A\n");
  CHECK(run_in(folder.path(), {"check", "content/slip.md"}).err.empty());
}

TEST_CASE("a glob of types that begins too high in the tree is told") {
  const TempFolder folder;
  write_plan(folder);
  std::string untyped = kDocument;
  untyped.replace(untyped.find("type: dr-plan\n"), 14, "");
  folder.write("content/ops/dr/orders.md", untyped);
  folder.write("runbookc.yaml", "types: { \"dr/**\": dr-plan, \"no/**\": alert }\n");
  CHECK(run_in(folder.path(), {"check"}).err ==
        "runbookc.yaml: 'dr/**' of `types` matches no document: globs count from content/; "
        "'**/dr/**' would match content/ops/dr/orders.md\n"
        "runbookc.yaml: 'no/**' of `types` matches no document\n");
  folder.write("runbookc.yaml", "types: { \"ops/dr/**\": dr-plan }\n");
  CHECK(run_in(folder.path(), {"check"}).err.empty());
  folder.write("runbookc.yaml", "content: content/ops\ntypes: { \"dr/**\": dr-plan }\n");
  CHECK(run_in(folder.path(), {"check"}).err.empty());
}

TEST_CASE("a shipped type is replaced by the project's file of its name") {
  const TempFolder folder;
  folder.write("schemas/types/runbook.json", kPlan);
  folder.write("content/a.md", "---\ntype: runbook\ntitle: A\n---\n\n# A\n\n## Scope\n\nText.\n");
  const std::string out = run_in(folder.path(), {"check"}).out;
  CHECK(contains(out, "'cost_center' is missing"));
  CHECK_FALSE(contains(out, "'Prerequisites'"));
}

TEST_CASE("described fields come out on the page and in the index, others nowhere") {
  const TempFolder folder;
  write_plan(folder);
  CHECK(run_in(folder.path(), {"build"}).exit_code == 0);
  const std::string page = folder.read("site/orders.html");
  CHECK(contains(page, "<dt>Cost center</dt><dd>CC-0001</dd>"));
  CHECK(contains(page, "<dt>Wiki</dt><dd><a href=\"https://wiki.example.com/orders\">"));
  CHECK(contains(page, "&lt;script&gt;alert(1)"));
  CHECK_FALSE(contains(page, "<script>alert(1)"));
  CHECK_FALSE(contains(page.substr(0, page.find("class=\"doc\"")), "secret plans"));
  const auto index = nlohmann::json::parse(folder.read("site/index.json"));
  const auto expected = nlohmann::json::parse(
      R"({"cost_center": "CC-0001", "wiki_page": "https://wiki.example.com/orders",
          "sites": {"main": "<script>alert(1)</script>", "racks": [1, 1.5, null]}})");
  CHECK(index["runbooks"].at(0)["fields"] == expected);
}

TEST_CASE("rules and paths can name a type of one's own, and a slip is told") {
  const TempFolder folder;
  write_plan(folder);
  folder.write("runbookc.yaml", "rules: { \"type:dr-plan\": { unknown-key: off } }\n");
  CHECK_FALSE(contains(run_in(folder.path(), {"check"}).out, "unheard_of"));
  folder.write("runbookc.yaml", "types: { \"dr/**\": dr-plam }\n");
  const ProcessResult slip = run_in(folder.path(), {"check"});
  CHECK(slip.exit_code == 2);
  CHECK(contains(slip.err, "did you mean 'dr-plan'?"));
}

TEST_CASE("a broken schema is refused at its line and column") {
  const std::string path = "schemas/types/dr-plan.json:";
  CHECK(contains(refusal("{\n \"a\": 1,,}"), path + "2:9: error: not valid JSON"));
  CHECK(
      contains(refusal("{\n \"a\": 1,\n \"a\": 2}"), path + "3:2: error: the key 'a' is repeated"));
  CHECK(contains(refusal("{\n \"type\": 5}"), path + "2:10: error: at /type: '5' is no type"));
  CHECK(contains(
      refusal(R"({"allOf": [{"$ref": "#/definitions/no"}]})"),
      path + "1:21: error: at /allOf/0/$ref: '#/definitions/no' leads to no known schema"));
  CHECK(contains(
      refusal(R"({"properties": {"a": {"pattern": "(("}}})"),
      path + "1:34: error: at /properties/a/pattern: '((' is no usable regular expression"));
  CHECK(contains(refusal(R"({"allOf": [{"$ref": "#"}]})"),
                 path + "1:1: error: at the root: its ref"));
  CHECK(contains(refusal(R"({"x-sectoins": []})"), "did you mean 'x-sections'?"));
  CHECK(contains(refusal(R"({"x-sections": [{"title": "A", "aliasses": []}]})"),
                 path + "1:32: error: at /x-sections/0: 'aliasses' is not a known key"));
  CHECK(contains(refusal(R"({"x-sections": [{"aliases": ["A"]}]})"), "the section has no title"));
  CHECK(contains(refusal("{\"x-sections\": [{\"title\": \"A\"},\n {\"title\": \"2. a\"}]}"),
                 path + "2:12: error: at /x-sections/1/title: the section 'A' claims"));
}

TEST_CASE("a fault in a schema that others refer to is told at its own place, once") {
  const std::string told =
      refusal("{\"$id\": \"https://runbookc.dev/schemas/types/_own.json\",\n \"minLength\": -1}",
              "schemas/types/_own.json");
  CHECK(contains(told, "schemas/types/_own.json:2:15: error: at "));
}

TEST_CASE("a schema that would not be read because of its name is refused") {
  CHECK(contains(refusal("{}", "schemas/types/dr plan.json"), "'dr plan' is no name of a"));
  CHECK(contains(refusal("{}", "schemas/types/dr-plan.yaml"), "because of its extension"));
  CHECK(contains(refusal("{}", "schemas/types/DR.JSON"), "because of its extension"));
  const TempFolder folder;
  write_plan(folder);
  folder.write("schemas/types/README.md", "Our types.\n");
  CHECK(run_in(folder.path(), {"check"}).exit_code == 0);
}

TEST_CASE("a project file with the wrong extension is told to be unread") {
  const TempFolder folder;
  folder.write("content/a.md", "# A\n\nText.\n");
  folder.write("runbookc.yml", "fail_on: warning\n");
  const ProcessResult result = run_in(folder.path(), {"check"});
  CHECK(result.exit_code == 0);
  CHECK(contains(result.err, "runbookc.yml is not read: the project file is called runbookc.yaml"));
  folder.write("runbookc.yaml", "fail_on: error\n");
  CHECK(run_in(folder.path(), {"check"}).err.empty());
}

TEST_CASE("a rule set by code and by name in one place is refused at the second") {
  const TempFolder folder;
  write_plan(folder);
  folder.write("runbookc.yaml", "rules:\n  RB203: off\n  section-empty: warning\n");
  const ProcessResult result = run_in(folder.path(), {"check"});
  CHECK(result.exit_code == 2);
  CHECK(contains(result.err, "runbookc.yaml:3:3: error: the rule 'section-empty' is set already"));
  folder.write("runbookc.yaml", "rules:\n  RB203: off\n  \"a/**\": { section-empty: warning }\n");
  CHECK(run_in(folder.path(), {"check"}).exit_code == 0);
}

TEST_CASE("a slip in a keyword or in 'required' of a schema ends the run at its place") {
  const std::string keyword = refusal("{\n  \"requird\": [\"a\"]\n}\n");
  CHECK(contains(keyword, "schemas/types/dr-plan.json:2:3: "));
  CHECK(contains(keyword, "'requird' is not a known keyword\n  help: did you mean 'required'?"));
  const std::string name =
      refusal("{ \"properties\": {\"pager\": {}},\n  \"required\": [\"pagre\"] }\n");
  CHECK(contains(name, "schemas/types/dr-plan.json:2:16: "));
  CHECK(contains(name, "no property is called 'pagre'\n  help: did you mean 'pager'?"));
  const std::string draft =
      refusal("{ \"$schema\": \"https://json-schema.org/draft/2020-12/schema\" }\n");
  CHECK(contains(draft, "write 'http://json-schema.org/draft-07/schema#'"));
  CHECK(contains(
      refusal("{ \"definitions\": { \"a\": { \"minLenght\": 1 } } }\n", "schemas/types/_mine.json"),
      "schemas/types/_mine.json:1:27: "));
}

}  // namespace runbookc
