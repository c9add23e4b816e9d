#include "schema/json_schema.h"

#include <algorithm>
#include <utility>

#include "base/near_miss.h"
#include "base/stage_clock.h"
#include "schema/compiler.h"
#include "schema/evaluator.h"
#include "schema/explainer.h"
#include "schema/program.h"

namespace runbookc {
namespace {

// Whether the schema speaks of `key` at all, if only to refuse it.
bool speaks_of(const JsonSchema::Program& program, std::string_view key) {
  return std::ranges::any_of(program.key_nodes, [&](NodeIndex index) {
    const ObjectRules& rules = *program.nodes[index].object;
    return rules.additional != kNoNode || rules.properties.contains(key) ||
           std::ranges::any_of(rules.patterns,
                               [&](const auto& entry) { return entry.first.matches(key); });
  });
}

}  // namespace

JsonSchema::JsonSchema(std::shared_ptr<const Program> program) : program_(std::move(program)) {}

Result<JsonSchema> JsonSchema::compile(const Value& schema, std::span<const Value> others,
                                       const Options& options) {
  Result<std::unique_ptr<Program>> program = compile_program(schema, others, options);
  if (!program) return program.error();
  return JsonSchema(std::move(*program));
}

bool JsonSchema::accepts(const Value& value) const {
  return Evaluator(*program_).accepts(0, value);
}

std::vector<Violation> JsonSchema::validate(const Value& value) const {
  const StageScope stage(Stage::schema);
  if (accepts(value)) return {};
  return Explainer(*program_).explain(value);
}

std::vector<UnknownKey> JsonSchema::unknown_keys(const Value& value) const {
  if (program_->described_keys.empty()) return {};  // it has no opinion on keys
  std::vector<UnknownKey> unknown;
  std::vector<std::string> absent;
  std::vector<std::string> present;
  const KeySet keys(value);
  NearMissBudget budget;
  NearMissBudget budget_of_present;
  for (const std::string& name : program_->described_keys) {
    (keys.contains(name) ? present : absent).push_back(name);
  }
  for (const Member& member : value.members) {
    if (speaks_of(*program_, member.key)) continue;
    const auto nearest = budget.nearest(member.key, absent);
    unknown.push_back(
        {.key = member.key,
         .suggestion = nearest.value_or(""),
         .present = nearest ? "" : budget_of_present.nearest(member.key, present).value_or(""),
         .sure = nearest && unique_near_miss(member.key, absent),
         .span = member.key_span});
  }
  return unknown;
}

const std::vector<std::string>& JsonSchema::described_keys() const {
  return program_->described_keys;
}

}  // namespace runbookc
