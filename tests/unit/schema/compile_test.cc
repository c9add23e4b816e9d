#include <catch2/catch.hpp>
#include <string>

#include "unit/schema/schema_from_text.h"

namespace runbookc {
namespace {

TEST_CASE("an Error names the pointer and line of what is wrong in a schema") {
  CHECK(compile_error("{\"properties\": {\n\"a\": {\"type\": \"strin\"}}}") ==
        "2:15: at /properties/a/type: 'strin' is no type of JSON");
  CHECK(compile_error(R"({"required": "a"})") ==
        "1:14: at /required: expected a list of keys, found a string");
  CHECK(compile_error(R"({"items": [{"minLength": -1}]})") ==
        "1:26: at /items/0/minLength: expected a whole number of at least 0");
  CHECK(compile_error(R"({"multipleOf": 0})") == "1:16: at /multipleOf: expected a number above 0");
  CHECK(compile_error("12") == "1:1: at the root: expected a schema, found a number");
}

TEST_CASE("a reference to nothing is an Error") {
  CHECK(compile_error(R"({"$ref": "other.json#/a"})") ==
        "1:10: at /$ref: 'other.json#/a' leads to no known schema");
  CHECK(compile_error(R"({"$ref": "#/definitions/a"})") ==
        "1:10: at /$ref: '#/definitions/a' leads to no known schema");
}

TEST_CASE("references that never end are an Error") {
  CHECK(compile_error(R"({"$ref": "#"})").find("never end") != std::string::npos);
  CHECK(compile_error(R"({"allOf": [{"not": {"$ref": "#"}}]})").find("never end") !=
        std::string::npos);
  CHECK(compile_error(R"({"dependencies": {"a": {"$ref": "#"}}})").find("never end") !=
        std::string::npos);
  CHECK(compile_error(R"({"properties": {"a": {"$ref": "#"}}})").empty());
}

TEST_CASE("a chain of references that would exhaust the stack is an Error") {
  std::string schema = R"({"$ref": "#/definitions/d0", "definitions": {"d2000": {})";
  for (int i = 0; i < 2000; ++i) {
    schema += ", \"d" + std::to_string(i) + "\": {\"allOf\": [{\"$ref\": \"#/definitions/d" +
              std::to_string(i + 1) + "\"}]}";
  }
  CHECK(compile_error(schema + "}}").find("more than 100 deep") != std::string::npos);
}

TEST_CASE("a relative reference resolves against the schema's own URI") {
  const std::vector<Value> others{json(
      R"({"$id": "https://example.com/types/_common.json", "definitions": {"a": {"type": "null"}}})")};
  const Value schema = json(
      R"({"$id": "https://example.com/types/x.json", "items": {"$ref": "_common.json#/definitions/a"}})");
  const Result<JsonSchema> compiled = JsonSchema::compile(schema, others, {});
  REQUIRE(compiled.ok());
  CHECK(compiled->accepts(json("[null]")));
  CHECK_FALSE(compiled->accepts(json("[1]")));
}

TEST_CASE("the base for a schema without an id can be given") {
  const std::vector<Value> others{json(R"({"$id": "https://example.com/a.json", "type": "null"})")};
  JsonSchema::Options options;
  options.base_uri = "https://example.com/b.json";
  const Result<JsonSchema> compiled =
      JsonSchema::compile(json(R"({"$ref": "a.json"})"), others, options);
  REQUIRE(compiled.ok());
  CHECK_FALSE(compiled->accepts(json("1")));
}

TEST_CASE("a schema may be among those that it refers to") {
  const Value schema =
      json(R"({"$id": "https://example.com/a.json", "items": {"$ref": "#"}, "type": "array"})");
  const std::vector<Value> others{schema};
  const Result<JsonSchema> compiled = JsonSchema::compile(schema, others, {});
  REQUIRE(compiled.ok());
  CHECK(compiled->accepts(json("[[]]")));
  CHECK_FALSE(compiled->accepts(json("[1]")));
}

TEST_CASE("formats are judged only if asked for") {
  const Value schema = json(R"({"format": "date"})");
  const Result<JsonSchema> lax = JsonSchema::compile(schema);
  JsonSchema::Options options;
  options.check_formats = true;
  const Result<JsonSchema> strict = JsonSchema::compile(schema, {}, options);
  REQUIRE(lax.ok());
  REQUIRE(strict.ok());
  CHECK(lax->accepts(json(R"("2026-02-30")")));
  CHECK_FALSE(strict->accepts(json(R"("2026-02-30")")));
  CHECK(strict->validate(json(R"("2026-02-30")"))[0].message ==
        "'2026-02-30' is not a date (YYYY-MM-DD)");
}

TEST_CASE("nested combinations cost no more than nodes times values") {
  // Without memory of answers this would take 2^40 steps, on one value and over a deep one.
  std::string flat = R"({"$ref": "#/definitions/d0", "definitions": {"d40": {"const": 1})";
  std::string deep = R"({"anyOf": [{"items": {"$ref": "#"}, "type": "array"},
                                   {"items": {"$ref": "#"}, "minItems": 1, "type": "array"},
                                   {"const": 1}]})";
  for (int i = 0; i < 40; ++i) {
    const std::string next = "{\"$ref\": \"#/definitions/d" + std::to_string(i + 1) + "\"}";
    flat += ", \"d" + std::to_string(i) + "\": {\"anyOf\": [" + next + ", " + next + "]}";
  }
  CHECK(violations(flat + "}}", "2").size() == 1);
  const std::string nested = std::string(60, '[') + "2" + std::string(60, ']');
  CHECK_FALSE(violations(deep, nested).empty());
}

TEST_CASE("a long list of unlike items is judged unique in linear time") {
  std::string list = "[0";
  for (int i = 1; i < 100'000; ++i) list += "," + std::to_string(i);
  const JsonSchema schema = schema_of(R"({"uniqueItems": true})");
  CHECK(schema.accepts(json(list + "]")));
  CHECK_FALSE(schema.accepts(json(list + ", {\"a\": 1, \"b\": 2}, {\"b\": 2, \"a\": 1.0}]")));
}

}  // namespace
}  // namespace runbookc
