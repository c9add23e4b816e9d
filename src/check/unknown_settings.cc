// Settings of rules in the project file that fit no rule, or a rule that has them already.
#include <algorithm>
#include <map>
#include <utility>

#include "base/near_miss.h"
#include "base/text.h"
#include "check/runner.h"

namespace runbookc {
namespace {

std::string did_you_mean(std::string_view name, const std::vector<std::string>& candidates) {
  const std::optional<std::string> nearest = near_miss(name, candidates);
  return nearest ? "did you mean '" + *nearest + "'?" : std::string();
}

ConfigProblem unknown_rule(const RuleSetting& setting) {
  std::string help = did_you_mean(setting.rule, rule_names());
  if (help.empty()) {
    help = "`runbookc rules` lists them";
  }
  return {.span = setting.span,
          .message = "there is no rule '" + setting.rule + "'",
          .help = std::move(help)};
}

ConfigProblem unknown_option(const Rule& rule, const Member& member) {
  std::vector<std::string> names;
  names.reserve(rule.options.size());
  for (const RuleOption& option : rule.options) {
    names.emplace_back(option.name);
  }
  std::string help = did_you_mean(member.key, names);
  if (help.empty()) {
    help = names.empty() ? "the rule has no options" : "it has: " + join(names, ", ");
  }
  return {.span = member.key_span,
          .message = "the rule '" + std::string(rule.name) + "' has no option '" + member.key + "'",
          .help = std::move(help)};
}

// Whether an option whose default is an empty list is something else.
bool is_no_list(const Rule& rule, const Member& member) {
  const auto option = std::ranges::find(rule.options, member.key, &RuleOption::name);
  return option != rule.options.end() && option->default_text == "[]" && !member.value.is_array() &&
         !member.value.is_null();
}

ConfigProblem no_list(const Rule& rule, const Member& member) {
  const bool scalar = member.value.is_scalar();
  return {
      .span = member.value.span,
      .message = "'" + member.key + "' of the rule '" + std::string(rule.name) + "' must be a list",
      .help = scalar ? "write [" + member.value.text + "]" : "write one between '[' and ']'"};
}

ConfigProblem repeated_rule(const Rule& rule, const RuleSetting& setting,
                            const RuleSetting& first) {
  return {.span = setting.span,
          .message = "the rule '" + std::string(rule.name) + "' is set already, as '" + first.rule +
                     "' in line " + std::to_string(first.span.start.line),
          .help = "keep one of the two"};
}

bool has_option(const Rule& rule, std::string_view name) {
  return std::ranges::any_of(rule.options,
                             [name](const RuleOption& option) { return option.name == name; });
}

}  // namespace

std::vector<ConfigProblem> check_rule_settings(const ProjectConfig& config) {
  std::vector<ConfigProblem> problems;
  // By code and by name at once: which of the two wins would depend on their order.
  std::map<std::pair<std::string_view, std::string_view>, const RuleSetting*> first;
  for (const RuleSetting& setting : config.rules) {
    if (setting.rule.empty()) {
      continue;
    }
    const Rule* rule = find_rule(setting.rule);
    if (rule == nullptr) {
      problems.push_back(unknown_rule(setting));
      continue;
    }
    const auto [known, is_new] = first.try_emplace({setting.scope, rule->code}, &setting);
    if (!is_new) {
      problems.push_back(repeated_rule(*rule, setting, *known->second));
    }
    for (const Member& member : setting.options.members) {
      if (!has_option(*rule, member.key)) {
        problems.push_back(unknown_option(*rule, member));
      } else if (is_no_list(*rule, member)) {
        problems.push_back(no_list(*rule, member));
      }
    }
  }
  return problems;
}

}  // namespace runbookc
