#include <catch2/catch.hpp>

#include "located_message.h"
#include "parse/json.h"
#include "unit/schema/schema_from_text.h"

namespace runbookc {
namespace {

std::string error_of(std::string_view text, std::size_t max_depth = 64) {
  const SourceFile file("a.json", std::string(text));
  const Result<Value> value = parse_json(file, max_depth);
  return value.ok() ? "" : located_message(value.error());
}

TEST_CASE("every value and key of JSON knows its place") {
  const std::string text =
      "{\n  \"é\\\"x\" : [ 1, -2.5e3 , true,null ],\n  \"o\": {\"k\": \"ü]\"}\n}\n";
  const SourceFile file("a.json", text);
  const Result<Value> root = parse_json(file);
  REQUIRE(root.ok());
  CHECK(root->span == Span{{1, 1}, {4, 2}});
  const Member& first = root->members[0];
  CHECK(first.key == "é\"x");
  CHECK(file.text(first.key_span) == "\"é\\\"x\"");
  CHECK(file.text(first.value.span) == "[ 1, -2.5e3 , true,null ]");
  CHECK(file.text(first.value.items[1].span) == "-2.5e3");
  CHECK(file.text(first.value.items[2].span) == "true");
  CHECK(file.text(first.value.items[3].span) == "null");
  CHECK(file.text(root->members[1].value.span) == "{\"k\": \"ü]\"}");
  CHECK(file.text(root->members[1].value.members[0].value.span) == "\"ü]\"");
}

TEST_CASE("numbers of JSON keep their spelling") {
  const Value list = json("[1.10, 12, -3, 1e2]");
  CHECK(list.items[0].text == "1.10");
  CHECK(list.items[0].number == 1.1);
  CHECK(list.items[2].number == -3);
  CHECK(list.items[3].number == 100);
}

TEST_CASE("a lone scalar is JSON, after a byte-order mark too") {
  CHECK(json(" \"a\" ").span == Span{{1, 2}, {1, 5}});
  CHECK(json("\xEF\xBB\xBF[1]").items.size() == 1);
}

TEST_CASE("what is no JSON is an Error at its place") {
  CHECK(error_of("{\"a\": 1,\n}").find("a.json:2:1: not valid JSON: ") == 0);
  CHECK(error_of("[1] 2").find("a.json:1:5") == 0);
  CHECK_FALSE(error_of("").empty());
  CHECK_FALSE(error_of("\"\xff\"").empty());
  CHECK_FALSE(error_of("[1e999]").empty());
  CHECK_FALSE(error_of("// x\n1").empty());
}

TEST_CASE("a repeated key is an Error at the second one") {
  CHECK(error_of("{\"a\": 1, \"b\": {\"a\": 2}, \"a\": 3}") ==
        "a.json:1:25: the key 'a' is repeated");
}

TEST_CASE("nesting over the limit is an Error, however deep") {
  CHECK(error_of("[[1]]", 2).empty());
  CHECK(error_of("[[[1]]]", 2) == "a.json:1:3: nested more than 2 deep");
  CHECK_FALSE(error_of(std::string(1'000'000, '[')).empty());
}

}  // namespace
}  // namespace runbookc
