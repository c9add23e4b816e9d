#include "schema/yaml_sample.h"

#include <catch2/catch.hpp>

#include "parse/yaml.h"
#include "unit/schema/schema_from_text.h"

namespace runbookc {
namespace {

std::string sample(std::string_view property, std::string_view schema = "{}") {
  return yaml_sample(json(property), json(schema));
}

}  // namespace

TEST_CASE("a scalar reads back as the string that it was") {
  for (const std::string text : {"plain",
                                 "Fail over: orders",
                                 "null",
                                 "12",
                                 "2026-01-01",
                                 "a # b",
                                 "\"quoted\"",
                                 "",
                                 " x",
                                 "-",
                                 "yes",
                                 "90 days",
                                 "15-30 minutes",
                                 "1 2",
                                 "[x]",
                                 "back\\slash",
                                 "ü",
                                 "true",
                                 "0x1f",
                                 "a\tb"}) {
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

TEST_CASE("dates and durations are written as people write them") {
  for (const std::string text : {"2026-09-01", "90 days", "15-30 minutes", "Head of Platform"}) {
    CHECK(yaml_scalar(text) == text);
  }
  CHECK(yaml_scalar("2026-09-1") == "\"2026-09-1\"");
  CHECK(yaml_scalar("1.10") == "\"1.10\"");
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

}  // namespace runbookc
