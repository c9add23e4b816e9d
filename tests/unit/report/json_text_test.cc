#include "report/json_text.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "base/unicode.h"

namespace runbookc {
namespace {

std::string text_of(const std::string& string) { return json_text(nlohmann::ordered_json(string)); }

}  // namespace

TEST_CASE("what is harmless stays as it is") {
  CHECK(text_of("# é 🔁 \"x\" ## y [z]") == R"("# é 🔁 \"x\" ## y [z]")");
  CHECK(json_text({{"b", 1}, {"a", {1, 2}}}) == R"({"b":1,"a":[1,2]})");
}

TEST_CASE("what terminals and runners obey is escaped, and reads back the same") {
  const std::string attack =
      "\n\r\x1b[2J\x7f\xc2\x9b ##[error] ##vso[x] ###[group] \xe2\x80\xae \xe2\x80\xa8";
  const std::string text = text_of(attack);
  CHECK(printable(text) == text);
  CHECK(text.find("##[") == std::string::npos);
  CHECK(text.find("##vso[") == std::string::npos);
  CHECK(nlohmann::json::parse(text) == attack);
}

TEST_CASE("bytes that are not UTF-8 are replaced") {
  CHECK(text_of("a\xff\xf0\x9f") == "\"a\xef\xbf\xbd\xef\xbf\xbd\"");
}

}  // namespace runbookc
