#include <catch2/catch.hpp>

#include "unit/schema/schema_from_text.h"

namespace runbookc {
namespace {

constexpr auto kScale = R"({"properties": {"severity": {"enum": ["critical", "major", "minor"]}}})";

TEST_CASE("a value outside an enum is named with its key and the allowed values") {
  const Violation found = violation(kScale, R"({"severity": "P9"})");
  CHECK(found.message == "severity 'P9' is not one of critical, major, minor");
  CHECK(found.keyword == "enum");
  CHECK(found.instance_pointer == "/severity");
  CHECK(found.subject == "P9");
  CHECK_FALSE(found.has_replacement);
  CHECK(found.span == Span{{1, 14}, {1, 18}});
}

TEST_CASE("a slip in an enum value gets a suggestion that can be applied") {
  const Violation found = violation(kScale, R"({"severity": "critcal"})");
  CHECK(found.help == "did you mean 'critical'?");
  CHECK(found.has_replacement);
  CHECK(found.replacement == "critical");
}

TEST_CASE("a suggestion that would not read as a string is quoted") {
  const Violation found = violation(R"({"enum": ["12 months", "true"]})", R"("12 mnths")");
  CHECK(found.replacement == "\"12 months\"");
}

TEST_CASE("an item of a list is named by the key of its list") {
  const Violation found =
      violation(R"({"properties": {"tags": {"items": {"enum": ["red"]}}}})", R"({"tags": ["x"]})");
  CHECK(found.message == "tags 'x' is not one of red");
  CHECK(found.instance_pointer == "/tags/0");
}

TEST_CASE("a missing key is reported at its object with the key's description") {
  const Violation found = violation(
      R"({"required": ["title"], "properties": {"title": {"description": "What it is called"}}})",
      " {}");
  CHECK(found.message == "'title' is missing");
  CHECK(found.help == "What it is called");
  CHECK(found.subject == "title");
  CHECK(found.instance_pointer.empty());
  CHECK(found.span == Span{{1, 2}, {1, 4}});
}

TEST_CASE("the description of a missing key is found behind a reference") {
  const Violation found = violation(
      R"({"required": ["a"], "properties": {"a": {"$ref": "#/definitions/a"}},
          "definitions": {"a": {"description": "An A"}}})",
      "{}");
  CHECK(found.help == "An A");
}

TEST_CASE("an unknown key is reported at the key with the nearest known one") {
  const auto* schema =
      R"({"properties": {"title": {}, "owner": {}}, "additionalProperties": false})";
  const Violation found = violation(schema, "{\n  \"titel\": 1}");
  CHECK(found.message == "'titel' is not a known key");
  CHECK(found.help == "did you mean 'title'?");
  CHECK(found.replacement == "title");
  CHECK(found.span == Span{{2, 3}, {2, 10}});
  CHECK(violation(schema, R"({"zzzzzzzz": 1})").help == "known are title, owner");
}

TEST_CASE("a key that is already there is not suggested for another") {
  const auto* schema = R"({"properties": {"title": {}}, "additionalProperties": false})";
  const Violation found = violation(schema, R"({"title": 1, "titel": 2})");
  CHECK_FALSE(found.has_replacement);
}

TEST_CASE("a wrong kind says what was expected and what was found") {
  CHECK(violation(R"({"type": "array"})", "\"a\"").message == "expected a list, found a string");
  CHECK(violation(R"({"type": "object"})", "[]").message == "expected a map of keys, found a list");
  CHECK(violation(R"({"properties": {"a": {"type": ["string", "array", "null"]}}})", R"({"a": 1})")
            .message == "expected a string or a list for 'a', found a number");
  CHECK(violation(R"({"type": "integer"})", "1.5").message ==
        "expected a whole number, found a number");
  CHECK(violation(R"({"type": "string"})", "null").message == "expected a string, found nothing");
}

TEST_CASE("a number where a string is expected can be put in quotes") {
  const Violation found = violation(R"({"type": "string"})", "1.10");
  CHECK(found.help == "put it in quotes");
  CHECK(found.replacement == "\"1.10\"");
}

TEST_CASE("branches that differ by kind are told together") {
  const auto* schema = R"({"properties": {"owner": {"anyOf": [
      {"type": "string"}, {"type": "array", "items": {"type": "string"}}]}}})";
  const Violation found = violation(schema, R"({"owner": 12})");
  CHECK(found.message == "expected a string or a list of strings for 'owner', found a number");
  CHECK(found.instance_pointer == "/owner");
}

TEST_CASE("of a failed anyOf the branch of the right kind speaks") {
  const auto* schema = R"({"anyOf": [{"type": "string"},
      {"type": "array", "items": {"enum": ["left", "right"]}}]})";
  const Violation found = violation(schema, R"(["left", "rigth"])");
  CHECK(found.instance_pointer == "/1");
  CHECK(found.help == "did you mean 'right'?");
}

TEST_CASE("of branches of the right kind the one with fewest faults speaks") {
  const auto* schema = R"({"oneOf": [{"required": ["a", "b", "c"]}, {"required": ["d"]}]})";
  CHECK(violation(schema, "{}").message == "'d' is missing");
}

TEST_CASE("a value that fits two forms of oneOf is told so") {
  const Violation found = violation(R"({"oneOf": [{"minimum": 1}, {"maximum": 9}]})", "5");
  CHECK(found.message == "5 fits 2 forms of which it may have only one");
}

TEST_CASE("numbers outside their bounds are told the bound") {
  CHECK(violation(R"({"minimum": 1})", "0").message == "0 is less than 1");
  CHECK(violation(R"({"maximum": 9})", "10").message == "10 is more than 9");
  CHECK(violation(R"({"exclusiveMinimum": 1})", "1").message == "1 is not more than 1");
  CHECK(violation(R"({"exclusiveMaximum": 1})", "1").message == "1 is not less than 1");
  CHECK(violation(R"({"multipleOf": 0.0001})", "0.00751").message ==
        "0.00751 is not a multiple of 0.0001");
}

TEST_CASE("strings of a wrong length or form are told which") {
  CHECK(violation(R"({"properties": {"title": {"minLength": 1}}})", R"({"title": ""})").message ==
        "'title' is empty");
  CHECK(violation(R"({"minLength": 3})", R"("äö")").message == "'äö' is shorter than 3 characters");
  CHECK(violation(R"({"maxLength": 1})", R"("äö")").message == "'äö' is longer than 1 character");
  const Violation found = violation(
      R"({"pattern": "^[a-z]+$", "description": "A name", "examples": ["abc"]})", "\"A1\"");
  CHECK(found.message == "'A1' does not match the pattern ^[a-z]+$");
  CHECK(found.help == "A name; for example 'abc'");
}

TEST_CASE("lists of a wrong size or with repeats are told where") {
  CHECK(violation(R"({"minItems": 1})", "[]").message == "the list is empty");
  CHECK(violation(R"({"minItems": 2})", "[1]").message == "the list has fewer than 2 items");
  CHECK(violation(R"({"maxItems": 1})", "[1, 2]").message == "the list has more than 1 item");
  const Violation found = violation(R"({"uniqueItems": true})", R"(["a", "b", "a"])");
  CHECK(found.message == "'a' is in the list twice");
  CHECK(found.span == Span{{1, 12}, {1, 15}});
  CHECK(violation(R"({"contains": {"const": 1}})", "[2]").keyword == "contains");
}

TEST_CASE("a key that another needs is named with it") {
  CHECK(violation(R"({"dependencies": {"a": ["b"]}})", R"({"a": 1})").message ==
        "'b' is missing, which 'a' needs");
}

TEST_CASE("a key of a wrong form is reported at the key") {
  const Violation found =
      violation(R"({"propertyNames": {"pattern": "^[a-z]+$"}})", R"({"A B": 1})");
  CHECK(found.message == "'A B' cannot be a key here");
  CHECK(found.span == Span{{1, 2}, {1, 7}});
}

TEST_CASE("violations come in the order of the value and each once") {
  const auto found = violations(
      R"({"allOf": [{"properties": {"b": {"type": "string"}}}, {"properties": {"b": {"type": "string"}}},
          {"properties": {"a": {"type": "string"}}}]})",
      R"({"a": 1, "b": 2})");
  REQUIRE(found.size() == 2);
  CHECK(found[0].instance_pointer == "/a");
  CHECK(found[1].instance_pointer == "/b");
}

TEST_CASE("control characters of a value do not reach a message") {
  const Violation found = violation(R"({"enum": ["a"]})", R"("\u001b[31m")");
  CHECK(found.message.find('\x1b') == std::string::npos);
}

TEST_CASE("pointers escape what RFC 6901 says") {
  CHECK(violation(R"({"additionalProperties": {"type": "null"}})", R"({"a/b~c": 1})")
            .instance_pointer == "/a~1b~0c");
}

TEST_CASE("unknown keys are those that nothing at the root describes") {
  const JsonSchema schema = schema_of(R"({"allOf": [{"$ref": "#/definitions/common"}],
      "properties": {"team": {}}, "patternProperties": {"^x-": {}},
      "definitions": {"common": {"properties": {"owner": {}}}}})");
  CHECK(schema.described_keys() == std::vector<std::string>{"team", "owner"});
  const auto unknown = schema.unknown_keys(json(R"({"ownr": 1, "x-a": 2, "team": 3})"));
  REQUIRE(unknown.size() == 1);
  CHECK(unknown[0].key == "ownr");
  CHECK(unknown[0].suggestion == "owner");
  CHECK(unknown[0].span == Span{{1, 2}, {1, 8}});
}

TEST_CASE("a schema that says what other keys hold knows no unknown keys") {
  CHECK(schema_of(R"({"properties": {"a": {}}, "additionalProperties": true})")
            .unknown_keys(json(R"({"b": 1})"))
            .empty());
  CHECK(schema_of("true").unknown_keys(json(R"({"b": 1})")).empty());
}

}  // namespace
}  // namespace runbookc
