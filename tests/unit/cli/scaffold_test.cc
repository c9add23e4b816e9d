#include "cli/scaffold.h"

#include <catch2/catch.hpp>

#include "cli/yaml_sample.h"
#include "parse/json.h"
#include "parse/yaml.h"

namespace runbookc {
namespace {

Value read_json(const std::string& text) { return *parse_json(SourceFile("x.json", text)); }

std::string sample(const std::string& property, const std::string& schema = "{}") {
  return yaml_sample(read_json(property), read_json(schema));
}

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

TEST_CASE("a scalar reads back as the string that it was") {
  for (const std::string text :
       {"plain", "Fail over: orders", "null", "12", "2026-01-01", "a # b", "\"quoted\"", "", " x",
        "-", "yes", "[x]", "back\\slash", "ü", "true", "0x1f", "a\tb"}) {
    CAPTURE(text);
    const SourceFile file("x.yaml", "key: " + yaml_scalar(text) + "\n");
    const auto outcome = parse_yaml(file, {0, static_cast<std::uint32_t>(file.bytes().size())});
    REQUIRE(outcome.valid);
    const Value* value = outcome.root.find("key");
    REQUIRE(value != nullptr);
    CHECK(value->is_string());
    CHECK(value->text == text);
  }
}

TEST_CASE("a sample is the first thing that the schema offers") {
  CHECK(sample(R"({"default": "a", "examples": ["b c"]})") == "b c");
  CHECK(sample(R"({"default": "a"})") == "a");
  CHECK(sample(R"({"enum": ["draft", "active"]})") == "draft");
  CHECK(sample(R"({"type": "array"})") == "[]");
  CHECK(sample(R"({"type": ["string", "null"]})") == "TODO");
  CHECK(sample(R"({"examples": [["P1", "P2"]]})") == "[P1, P2]");
  CHECK(sample(R"({"examples": [[{"name": "x"}]]})") == "[{ name: x }]");
  CHECK(sample(R"({"anyOf": [{"type": "array"}, {"type": "string"}]})") == "[]");
  CHECK(sample(R"({"$ref": "#/definitions/level"})",
               R"({"definitions": {"level": {"enum": ["P1"]}}})") == "P1");
}

TEST_CASE("references in a circle end") {
  CHECK(sample(R"({"$ref": "#/a"})", R"({"a": {"$ref": "#/a"}})") == "TODO");
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
