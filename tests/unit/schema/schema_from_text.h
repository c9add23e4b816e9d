// Schemas and values written as JSON in tests.
#pragma once

#include <catch2/catch.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "located_message.h"
#include "parse/json.h"
#include "schema/json_schema.h"

namespace runbookc {

inline Value json(std::string_view text) {
  const SourceFile file("test.json", std::string(text));
  Result<Value> value = parse_json(file);
  INFO(text);
  REQUIRE(value.ok());
  return std::move(*value);
}

inline JsonSchema schema_of(std::string_view text) {
  Result<JsonSchema> schema = JsonSchema::compile(json(text));
  INFO((schema.ok() ? "" : schema.error().message));
  REQUIRE(schema.ok());
  return std::move(*schema);
}

inline std::string compile_error(std::string_view text) {
  const Result<JsonSchema> schema = JsonSchema::compile(json(text));
  return schema.ok() ? "" : located_message(schema.error());
}

inline std::vector<Violation> violations(std::string_view schema, std::string_view value) {
  return schema_of(schema).validate(json(value));
}

// The only violation.
inline Violation violation(std::string_view schema, std::string_view value) {
  const std::vector<Violation> found = violations(schema, value);
  INFO(schema << " " << value);
  REQUIRE(found.size() == 1);
  return found.front();
}

}  // namespace runbookc
