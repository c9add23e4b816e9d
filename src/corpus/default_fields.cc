#include "corpus/default_fields.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "base/near_miss.h"
#include "corpus/metadata.h"
#include "schema/uri.h"

namespace runbookc {
namespace {

// The types that describe each key.
using TypesByKey = std::map<std::string, std::vector<const DocumentType*>, std::less<>>;

TypesByKey types_by_key(const std::vector<DocumentType>& types) {
  TypesByKey known;
  for (const DocumentType& type : types) {
    for (const std::string& key : type.schema.described_keys()) known[key].push_back(&type);
  }
  return known;
}

std::optional<ConfigProblem> unknown_key(const Member& field, const TypesByKey& known,
                                         NearMissBudget& budget) {
  std::vector<std::string> keys;
  for (const auto& [key, types] : known) keys.push_back(key);
  const auto nearest = budget.nearest(field.key, keys);
  if (!nearest) return std::nullopt;  // a field of somebody's own
  return ConfigProblem{field.key_span, fmt::format("no document type has a key '{}'", field.key),
                       fmt::format("did you mean '{}'?", *nearest)};
}

// What `type` says against the value of `field`, whatever else it says of an object with that
// alone.
std::optional<ConfigProblem> refusal_of(const DocumentType& type, const Member& field) {
  const std::string pointer = "/" + pointer_token(field.key);
  for (Violation& found : type.schema.validate(object_value({field}))) {
    const std::string_view at = found.instance_pointer;
    if (at != pointer && !at.starts_with(pointer + "/")) continue;
    return ConfigProblem{found.span.valid() ? found.span : field.value.span,
                         std::move(found.message), std::move(found.help)};
  }
  return std::nullopt;
}

std::optional<ConfigProblem> refused_value(const Member& field,
                                           const std::vector<const DocumentType*>& types) {
  std::optional<ConfigProblem> first;
  for (const DocumentType* type : types) {
    std::optional<ConfigProblem> refusal = refusal_of(*type, field);
    if (!refusal) return std::nullopt;
    if (!first) first = std::move(refusal);
  }
  return first;
}

std::optional<ConfigProblem> malformed_field(const Value& fields) {
  const std::vector<MalformedField> malformed = read_metadata(fields).malformed;
  if (malformed.empty()) return std::nullopt;
  const MalformedField& field = malformed.front();
  return ConfigProblem{field.span, malformed_message(field), malformed_help(field)};
}

std::optional<ConfigProblem> find_problem(const Value& fields, const TypesByKey& known,
                                          NearMissBudget& budget) {
  for (const Member& field : fields.members) {
    const auto types = known.find(field.key);
    std::optional<ConfigProblem> problem = types == known.end()
                                               ? unknown_key(field, known, budget)
                                               : refused_value(field, types->second);
    if (problem) return problem;
  }
  return malformed_field(fields);
}

}  // namespace

Status check_default_fields(const ProjectConfig& config, const std::vector<DocumentType>& types) {
  if (config.defaults.empty()) return Done{};
  const TypesByKey known = types_by_key(types);
  NearMissBudget budget;
  for (const auto& [glob, fields] : config.defaults) {
    const std::optional<ConfigProblem> problem = find_problem(fields, known, budget);
    if (!problem) continue;
    const Position at = problem->span.start;
    return Error{problem->message, problem->help, FilePlace{config.path, at.line, at.column}};
  }
  return Done{};
}

}  // namespace runbookc
