#include "config/config_schema.h"

#include "base/embedded.h"
#include "parse/json.h"
#include "schema/json_schema.h"

namespace runbookc {
namespace {

constexpr std::string_view kSchemaPath = "schemas/output/config.json";

Result<JsonSchema> compile_schema() {
  const auto bytes = find_embedded(kSchemaPath);
  if (!bytes) return Error{"the program lacks " + std::string(kSchemaPath), "install it anew"};
  const auto schema = parse_json(SourceFile(std::string(kSchemaPath), std::string(*bytes)));
  if (!schema) return schema.error();
  return JsonSchema::compile(*schema);
}

}  // namespace

std::vector<ConfigProblem> check_config_schema(const Value& root) {
  const auto schema = compile_schema();
  if (!schema) return {{root.span, schema.error().message, schema.error().help}};
  std::vector<ConfigProblem> problems;
  for (Violation& violation : schema->validate(root))
    problems.push_back({violation.span, std::move(violation.message), std::move(violation.help)});
  return problems;
}

}  // namespace runbookc
