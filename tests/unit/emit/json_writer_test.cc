#include "emit/json_writer.h"

#include <catch2/catch.hpp>

#include "parse/json.h"

using namespace runbookc;

namespace {

std::string json_string(std::string_view text) {
  std::string out;
  append_json_string(out, text);
  return out;
}

}  // namespace

TEST_CASE("JSON strings escape quotes, backslashes and controls") {
  CHECK(json_string("a\"b\\c\n\t\r\b\f") == R"("a\"b\\c\n\t\r\b\f")");
  CHECK(json_string(std::string_view("\0\x1f", 2)) == R"("\u0000\u001f")");
  CHECK(json_string("/<é\x7f") == "\"/<é\x7f\"");
}

TEST_CASE("bytes that are not UTF-8 become replacement characters") {
  CHECK(json_string("a\xff"
                    "b") ==
        "\"a\xEF\xBF\xBD"
        "b\"");
}

TEST_CASE("outer containers break lines and inner ones do not") {
  JsonWriter json;
  json.begin_object().key("a").begin_array();
  json.begin_object().member("x", "1").member_number("y", -2).end_object();
  json.begin_object().end_object();
  json.end_array().key("b").begin_array().end_array().member_boolean("c", true).end_object();
  CHECK(json.take() ==
        "{\n"
        "  \"a\": [\n"
        "    {\"x\": \"1\", \"y\": -2},\n"
        "    {}\n"
        "  ],\n"
        "  \"b\": [],\n"
        "  \"c\": true\n"
        "}\n");
}

TEST_CASE("what the writer writes reads back as JSON") {
  JsonWriter json(1);
  json.begin_array().null().string("\x01\"").begin_object().member_or_null("k", "").end_object();
  json.begin_object().member_strings("s", {"a", "b"}).member_position("p", {3, 4}).end_object();
  json.end_array();
  const auto value = parse_json(SourceFile("x.json", json.take()));
  REQUIRE(value.ok());
  REQUIRE(value->items.size() == 4);
  CHECK(value->items[1].text == "\x01\"");
  CHECK(value->items[2].find("k")->is_null());
  CHECK(value->items[3].find("s")->items[1].text == "b");
  CHECK(value->items[3].find("p")->find("column")->number == 4);
}
