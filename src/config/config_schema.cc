#include "config/config_schema.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/embedded.h"
#include "base/near_miss.h"
#include "parse/json.h"
#include "schema/json_schema.h"

namespace runbookc {
namespace {

constexpr std::string_view kSchemaPath = "schemas/output/config.json";

Result<Value> read_schema() {
  const auto bytes = find_embedded(kSchemaPath);
  if (!bytes) return Error{"the program lacks " + std::string(kSchemaPath), "install it anew"};
  return parse_json(SourceFile(std::string(kSchemaPath), std::string(*bytes)));
}

// The setting that has `key` below it: "site" of "base_url"; "" if none has.
std::string setting_with(const Value& schema, std::string_view key) {
  for (const Member& setting : schema.find("properties")->members) {
    const Value* below = setting.value.find("properties");
    if (below != nullptr && below->find(key) != nullptr) return setting.key;
  }
  return "";
}

// A key of the root that is known one level down.
std::optional<ConfigProblem> misplaced_key(const Violation& violation, const Value& schema) {
  const bool is_unknown = violation.keyword == "additionalProperties" &&
                          violation.instance_pointer == "/" + violation.subject;
  const std::string setting = is_unknown ? setting_with(schema, violation.subject) : "";
  if (setting.empty()) return std::nullopt;
  return ConfigProblem{violation.span, violation.message, "it stands under '" + setting + "'"};
}

// `presets: strict` among the rules: as a rule it would be told the severities.
std::optional<ConfigProblem> misspelt_preset(const Violation& violation, const Value& root) {
  constexpr std::string_view kRules = "/rules/";
  static const std::vector<std::string> kPreset = {"preset"};
  if (!violation.instance_pointer.starts_with(kRules)) return std::nullopt;
  const std::string key = violation.instance_pointer.substr(kRules.size());
  const auto& rules = root.find("rules")->members;
  const auto rule = std::ranges::find(rules, key, &Member::key);
  if (rule == rules.end() || key == kPreset.front() || !near_miss(key, kPreset)) {
    return std::nullopt;
  }
  return ConfigProblem{rule->key_span, "there is no rule '" + key + "'", "did you mean 'preset'?"};
}

ConfigProblem problem_of(const Violation& violation, const Value& root, const Value& schema) {
  if (auto misplaced = misplaced_key(violation, schema)) return *std::move(misplaced);
  if (auto misspelt = misspelt_preset(violation, root)) return *std::move(misspelt);
  return {violation.span, violation.message, violation.help};
}

}  // namespace

std::vector<ConfigProblem> check_config_schema(const Value& root) {
  const auto text = read_schema();
  if (!text) return {{root.span, text.error().message, text.error().help}};
  const auto schema = JsonSchema::compile(*text);
  if (!schema) return {{root.span, schema.error().message, schema.error().help}};
  std::vector<ConfigProblem> problems;
  for (const Violation& violation : schema->validate(root)) {
    problems.push_back(problem_of(violation, root, *text));
  }
  return problems;
}

}  // namespace runbookc
