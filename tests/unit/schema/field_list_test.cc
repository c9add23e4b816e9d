#include "schema/field_list.h"

#include <catch2/catch.hpp>

#include "unit/schema/schema_from_text.h"

namespace runbookc {
namespace {

std::vector<SchemaField> fields_of(std::string_view schema) { return list_fields(json(schema)); }

std::vector<std::string> paths_of(std::string_view schema) {
  std::vector<std::string> paths;
  for (const SchemaField& field : fields_of(schema)) paths.push_back(field.path);
  return paths;
}

using Paths = std::vector<std::string>;

}  // namespace

TEST_CASE("a field has its kind, words, example and default") {
  const auto fields = fields_of(R"({"required": ["a"], "properties": {
      "a": {"type": ["string", "array"], "description": "What  a\n is", "examples": [["x", 1]]},
      "b": {"enum": ["one", "two", "three"], "default": "one"}}})");
  REQUIRE(fields.size() == 2);
  CHECK(fields[0].path == "a");
  CHECK(fields[0].required);
  CHECK(fields[0].accepts == "a string or a list");
  CHECK(fields[0].description == "What a is");
  CHECK(fields[0].example == "[x, 1]");
  CHECK(fields[1].accepts == "'one', 'two' or 'three'");
  CHECK(fields[1].fallback == "one");
  CHECK_FALSE(fields[1].required);
}

TEST_CASE("a field without a type takes what its examples show") {
  const auto fields = fields_of(R"({"properties": {"owner": {"examples": ["a", ["a", "b"]]}}})");
  CHECK(fields.at(0).accepts == "a string or a list");
}

TEST_CASE("what stands in lists and maps follows its field") {
  CHECK(paths_of(R"({"properties": {
      "list": {"items": {"properties": {"name": {}}}},
      "map": {"properties": {"x": {"properties": {"y": {}}}}}}})") ==
        Paths{"list", "list[].name", "map", "map.x", "map.x.y"});
}

TEST_CASE("references are followed, and the first alternative with fields counts") {
  CHECK(paths_of(R"({"definitions": {"d": {"properties": {"in": {}}}}, "properties": {
      "one": {"$ref": "#/definitions/d"},
      "two": {"anyOf": [{"type": "string"}, {"$ref": "#/definitions/d"},
                        {"properties": {"other": {}}}]}}})") ==
        Paths{"one", "one.in", "two", "two.in"});
}

TEST_CASE("a schema that refers to itself ends") {
  const auto fields = fields_of(R"({"properties": {"a": {"$ref": "#"}}})");
  CHECK(!fields.empty());
  CHECK(fields.size() < 10);
}

TEST_CASE("a schema that refers to itself from many fields ends, too") {
  std::string properties;
  for (int i = 0; i < 200; ++i) {
    properties +=
        (i > 0 ? "," : "") + std::string("\"f") + std::to_string(i) + "\": {\"$ref\": \"#\"}";
  }
  CHECK(fields_of("{\"properties\": {" + properties + "}}").size() < 5'000);
}

}  // namespace runbookc
