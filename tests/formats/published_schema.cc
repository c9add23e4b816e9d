#include "formats/published_schema.h"

#include <catch2/catch.hpp>
#include <fstream>
#include <sstream>

#include "parse/json.h"
#include "schema/json_schema.h"

namespace runbookc {
namespace {

Value read_json(std::string_view text) {
  const auto value = parse_json(SourceFile("x.json", std::string(text)));
  if (!value) FAIL(value.error().message);
  return *value;
}

}  // namespace

std::string published_schema(const std::string& name) {
  std::ifstream file(RUNBOOKC_SOURCE_DIR "/tests/spec/reports/" + name, std::ios::binary);
  REQUIRE(file.good());
  std::ostringstream bytes;
  bytes << file.rdbuf();
  return bytes.str();
}

std::vector<std::string> schema_violations(std::string_view schema_text, std::string_view json) {
  const auto schema =
      JsonSchema::compile(read_json(schema_text), {}, {.check_formats = true, .base_uri = ""});
  if (!schema) FAIL(schema.error().message);
  std::vector<std::string> out;
  for (const Violation& violation : schema->validate(read_json(json))) {
    out.push_back(violation.instance_pointer + ": " + violation.message);
  }
  return out;
}

}  // namespace runbookc
