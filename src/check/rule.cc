#include "check/rule.h"

#include "base/text.h"

namespace runbookc {

const Rule* find_rule(std::string_view code_or_name) {
  for (const Rule* rule : all_rules()) {
    if (equals_ignoring_case(rule->code, code_or_name) ||
        equals_ignoring_case(rule->name, code_or_name)) {
      return rule;
    }
  }
  return nullptr;
}

std::vector<std::string> rule_names() {
  std::vector<std::string> names;
  for (const Rule* rule : all_rules()) {
    names.emplace_back(rule->name);
    names.emplace_back(rule->code);
  }
  return names;
}

Severity preset_severity(const Rule& rule, Preset preset) {
  const Severity usual = rule.recommended;
  switch (preset) {
    case Preset::legacy:
      return usual == Severity::error ? Severity::error : Severity::off;
    case Preset::recommended:
      return usual;
    case Preset::strict:
      return usual == Severity::off || usual == Severity::info ? Severity::warning
                                                               : Severity::error;
  }
  return usual;
}

}  // namespace runbookc
