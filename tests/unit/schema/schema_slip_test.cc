#include <catch2/catch.hpp>

#include "located_message.h"
#include "schema/keyword_slip.h"
#include "schema/required_slip.h"
#include "unit/schema/schema_from_text.h"

namespace runbookc {
namespace {

// "message | help" of the slip, "" if there is none.
std::string told(const std::optional<Error>& slip) {
  return slip ? located_message(*slip) + " | " + slip->help : "";
}

std::string keyword_slip(std::string_view schema) { return told(find_keyword_slip(json(schema))); }

std::string required_slip(std::string_view schema) {
  const Value value = json(schema);
  return told(find_required_slip(value, value.find("properties"), {}));
}

}  // namespace

TEST_CASE("a keyword that is nearly one of draft-07 is a slip, at its place") {
  CHECK(keyword_slip(R"({"requird": ["a"]})") ==
        "1:2: at the root: 'requird' is not a known keyword | did you mean 'required'?");
  CHECK(keyword_slip(R"({"properties": {"a": {"minLenght": 3}}})") ==
        "1:23: at /properties/a: 'minLenght' is not a known keyword | did you mean 'minLength'?");
  for (const auto* schema :
       {R"({"items": [{}, {"pattren": "a"}]})", R"({"allOf": [{"maxlength": 1}]})",
        R"({"definitions": {"a": {"defualt": 1}}})", R"({"if": {"ref": "#"}})",
        R"({"dependencies": {"a": {"enums": [1]}}})", R"({"not": {"Type": "string"}})",
        R"({"additionalProperties": {"descripton": ""}})", R"({"x-section": []})"}) {
    INFO(schema);
    CHECK(keyword_slip(schema).find("is not a known keyword | did you mean '") !=
          std::string::npos);
  }
}

TEST_CASE("the keywords of draft-07, of ours and of others are no slips") {
  for (const auto* schema :
       {R"({"$comment": "", "readOnly": true, "writeOnly": true, "contentEncoding": "base64"})",
        R"({"x-sections": [], "x-section-order": "any", "x-index": true, "x-template": true})",
        R"({"deprecated": true, "$defs": {}, "markdownDescription": "", "nullable": true})",
        R"({"example": 1, "comment": "", "notes": "", "enumDescriptions": [], "errorMessage": ""})",
        R"({"markdownEnumDescriptions": [], "defaultSnippets": [], "patternErrorMessage": "",
            "deprecationMessage": "", "doNotSuggest": true, "allowComments": true})",
        R"({"minContains": 1, "maxContains": 2, "note": "ask first", "unevaluatedItems": false})",
        R"({"x-items": 1, "x-vendor": {"requird": []}})",
        R"({"properties": {"requird": {"enum": [{"pattren": 1}]}}, "default": {"pattren": 1}})",
        "true"}) {
    INFO(schema);
    CHECK(keyword_slip(schema).empty());
  }
}

TEST_CASE("a schema of another draft is refused, draft-07 is not") {
  CHECK(keyword_slip(R"({"$schema": "https://json-schema.org/draft/2020-12/schema"})") ==
        "1:13: at the root: the schema is written in "
        "'https://json-schema.org/draft/2020-12/schema' | schemas are draft-07: write "
        "'http://json-schema.org/draft-07/schema#'");
  CHECK_FALSE(keyword_slip(R"({"$schema": "http://json-schema.org/draft-06/schema#"})").empty());
  CHECK_FALSE(keyword_slip(R"({"$schema": 7})").empty());
  CHECK_FALSE(keyword_slip(R"({"$schema": ""})").empty());
  CHECK(keyword_slip(R"({"$schema": "http://json-schema.org/draft-07/schema#"})").empty());
  CHECK(keyword_slip(R"({"$schema": "http://json-schema.org/draft-07/schema"})").empty());
  CHECK(keyword_slip(R"({"$schema": "https://json-schema.org/draft-07/schema#"})").empty());
  CHECK(keyword_slip(R"({"$schema": "http://json-schema.org/schema#"})").empty());
  CHECK(keyword_slip(R"({"$schema": "https://json-schema.org/schema"})").empty());
}

TEST_CASE("a required name that no property has, and that is near one, is a slip") {
  CHECK(required_slip(R"({"properties": {"pager_duty_service": {}},
"required": ["pager_duty_servce"]})") ==
        "2:14: at /required: no property is called 'pager_duty_servce' | "
        "did you mean 'pager_duty_service'?");
  CHECK(required_slip(R"({"properties": {"a": {"properties": {"hosted": {}},
"required": ["hotsed"]}}})")
            .starts_with("2:14: at /properties/a/required: "));
  CHECK_FALSE(
      required_slip(R"({"then": {"properties": {"hosted": {}}, "required": ["hotsed"]}})").empty());
}

TEST_CASE("other required names are none of our business") {
  for (
      const auto* schema :
      {R"({"properties": {"hosted": {}}, "required": ["pager"]})",  // near to nothing
       R"({"required": ["hotsed"]})",
       R"({"properties": {"hosted": {}}, "required": ["hosted", "hotsed"]})",  // both asked for
       R"({"properties": {"hosted": {}}, "anyOf": [{"properties": {"hotsed": {}}}],
            "required": ["hotsed"]})",
       R"({"properties": {"hosted": {}}, "not": {"required": ["hotsed"]}})",  // an old name
       R"({"properties": {"a": {}}, "if": {"properties": {"hosted": {}}, "required": ["hotsed"]}})",
       R"({"oneOf": [{"allOf": [{"properties": {"hosted": {}}, "required": ["hotsed"]}]}]})",
       R"({"properties": {"hosted": {}}, "then": {"required": ["hotsed"]}})",
       R"({"properties": {"host": {}}, "required": ["hots"]})",  // short
       R"({"properties": {"contact": {}}, "required": ["contacts"]})",
       R"({"properties": {"boxes": {}, "policies": {}}, "required": ["policy"]})",
       R"({"properties": {"hosted": {}, "b": {"required": ["hotsed"]}}})"}) {  // of another
    INFO(schema);
    CHECK(required_slip(schema).empty());
  }
}

TEST_CASE("names that a common schema describes are no slips") {
  const Value schema = json(R"({"properties": {"hosted": {}}, "required": ["hotsed"]})");
  const std::vector<Value> common{
      json(R"({"definitions": {"a": {"properties": {"hotsed": {}}}}})")};
  CHECK_FALSE(find_required_slip(schema, schema.find("properties"), common));
  CHECK(find_required_slip(schema, schema.find("properties"), {}));
}

TEST_CASE("thousands of slips of names cost little") {
  std::string schema = R"({"properties": {)";
  for (int i = 0; i < 5'000; ++i) schema += "\"name_number_" + std::to_string(i) + "\": {}, ";
  schema += R"("z": {}}, "required": ["z")";
  for (int i = 0; i < 5'000; ++i) schema += ", \"other_thing_" + std::to_string(i) + "\"";
  CHECK(required_slip(schema + "]}").empty());
}

}  // namespace runbookc
