// The published schemas of report formats (tests/spec/reports), and reports held against them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace runbookc {

// The bytes of tests/spec/reports/`name`.
std::string published_schema(const std::string& name);

// What `json` violates, one line each; a schema or an instance that is no JSON fails the test.
std::vector<std::string> schema_violations(std::string_view schema, std::string_view json);

}  // namespace runbookc
