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
    "type": "object", "required": ["owner", "risk"],
    "properties": {
      "title": {"type": "string", "description": "What it is about"},
      "owner": {"type": "string", "description": "Who answers for it"},
      "risk": {"enum": ["low", "high"]},
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
  CHECK(contains(text, "risk: low\n"));
  CHECK(contains(text, "# tags: []\n"));
  CHECK(contains(text, "\n# Orders: fail over\n"));
  CHECK(contains(text, "## Purpose\n\n<!-- Why - and when -->\n\nTODO\n"));
  CHECK(contains(text, "1. TODO\n\n   ```bash\n"));
  CHECK(contains(text, "<!-- Optional. -->\n\n| Who | Phone |\n| --- | --- |\n| TODO | TODO |\n"));
}

}  // namespace runbookc
