#include "cli/scaffold.h"

#include <catch2/catch.hpp>

#include "parse/json.h"

namespace runbookc {
namespace {

Value read_json(const std::string& text) { return *parse_json(SourceFile("x.json", text)); }

DocumentType type_of(const std::string& schema) {
  auto type = compile_document_type("demo", read_json(schema), {});
  REQUIRE(type.ok());
  return *std::move(type);
}

bool contains(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("titles come from file names") {
  CHECK(title_from_file_name("fail-over_orders.md") == "Fail over orders");
  CHECK(title_from_file_name("--.md") == "Untitled");
  CHECK(title_from_file_name("Ärger.md") == "Ärger");
}

TEST_CASE("a draft has the required fields, the others as comments, and the sections") {
  const DocumentType type = type_of(R"({
    "type": "object", "required": ["owner", "risk", "rack"],
    "properties": {
      "title": {"type": "string", "description": "What it is about"},
      "owner": {"type": "string", "description": "Who answers for it"},
      "risk": {"enum": ["low", "high"]},
      "rack": {"enum": [1, 2, 3, 4, 5, 6, 7, 8, 9]},
      "tags": {"type": "array", "description": "Words to find it by"}
    },
    "x-sections": [
      {"title": "Purpose", "description": "Why -- and when"},
      {"title": "Procedure", "steps": true, "commands": true},
      {"title": "Contacts", "table": {"columns": ["Who", "Phone"]}, "required": false}
    ]})");
  const std::string text = scaffold_document(
      type,
      {.title = "Orders: fail over", .owners = {"dba"}, .needs_interval = false, .neighbours = {}});
  CHECK(contains(text, "title: \"Orders: fail over\"\n"));
  CHECK(contains(text, "type: demo\n"));
  CHECK(contains(text, "# Who answers for it\n# One of: dba\nowner: TODO\n"));
  CHECK(contains(text, "# One of: low, high\nrisk: TODO\n"));
  CHECK(contains(text, "# One of: 1, 2, 3, 4, 5, 6, 7, 8, …\nrack: TODO\n"));
  CHECK(contains(text, "# tags: []\n"));
  CHECK(contains(text, "\n# Orders: fail over\n"));
  CHECK(contains(text, "## Purpose\n\n<!-- Why - and when -->\n\nTODO\n"));
  CHECK(contains(text, "1. TODO\n\n   ```bash\n"));
  CHECK(contains(text, "<!-- Optional. -->\n\n| Who | Phone |\n| --- | --- |\n| TODO | TODO |\n"));
}

TEST_CASE("a draft has what is required and described nowhere") {
  const DocumentType type = type_of(R"({
    "required": ["title", "pager", "pager", "last_reviewed"],
    "properties": {"title": {"type": "string"}}})");
  const std::string text = scaffold_document(
      type, {.title = "A", .owners = {}, .needs_interval = false, .neighbours = {}});
  CHECK(text.starts_with("---\ntitle: A\ntype: demo\npager: TODO\n# last_reviewed: TODO\n---\n"));
  const std::string bare =
      scaffold_document(type_of(R"({"required": ["pager"]})"),
                        {.title = "A", .owners = {}, .needs_interval = false, .neighbours = {}});
  CHECK(bare.starts_with("---\ntitle: A\ntype: demo\npager: TODO\n---\n"));
}

TEST_CASE("an example in a schema is nobody's value") {
  const DocumentType type = type_of(R"({
    "required": ["cost", "day", "last_reviewed", "racks", "plan", "zone", "site"],
    "properties": {
      "cost": {"type": "string", "examples": ["CC-1234"]},
      "day": {"$ref": "#/definitions/day"},
      "last_reviewed": {"examples": ["2026-09-01"]},
      "racks": {"type": "array"},
      "plan": {"const": "dr"},
      "zone": {"enum": ["eu"]},
      "site": {"type": "string", "default": "north", "examples": ["south"]},
      "spare": {"examples": ["CC-9"]}
    },
    "definitions": {"day": {"type": "string", "examples": ["2026-01-31"]}}})");
  const std::string text = scaffold_document(
      type, {.title = "A", .owners = {}, .needs_interval = false, .neighbours = {}});
  CHECK(contains(text, "\n# Example: CC-1234\ncost: TODO\n"));
  CHECK(contains(text, "\n# Example: 2026-01-31\nday: TODO\n"));
  CHECK(contains(text, "\n# last_reviewed: 2026-09-01\n"));
  CHECK(contains(text, "\nracks: TODO\n"));
  CHECK(contains(text, "\nplan: dr\n"));
  CHECK(contains(text, "\nzone: eu\n"));
  CHECK(contains(text, "\nsite: north\n"));
  CHECK(contains(text, "\n# spare: CC-9\n"));
}

}  // namespace runbookc
