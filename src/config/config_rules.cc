#include "config/config_rules.h"

#include <algorithm>
#include <array>

namespace runbookc {
namespace {

constexpr std::string_view kTypePrefix = "type:";

// As the schema tells them apart: rule names have none of these.
bool is_glob(std::string_view key) { return key.find_first_of("*?/\\[{.") != std::string::npos; }

std::optional<Preset> parse_preset(std::string_view name) {
  constexpr std::array<std::pair<std::string_view, Preset>, 3> kPresets = {
      {{"legacy", Preset::legacy},
       {"recommended", Preset::recommended},
       {"strict", Preset::strict}}};
  const auto* found =
      std::ranges::find(kPresets, name, &std::pair<std::string_view, Preset>::first);
  if (found == kPresets.end()) return std::nullopt;
  return found->second;
}

// The options of a rule: what stands beside `severity`.
Value without_severity(const Value& setting) {
  Value options = setting;
  std::erase_if(options.members, [](const Member& member) { return member.key == "severity"; });
  return options.members.empty() ? Value{} : options;
}

RuleSetting read_setting(const Member& member) {
  RuleSetting setting;
  setting.span = member.key_span;
  if (member.key == "preset") {
    setting.preset = parse_preset(member.value.text);
    return setting;
  }
  setting.rule = member.key;
  if (member.value.is_object()) {
    if (const Value* severity = member.value.find("severity"))
      setting.severity = parse_severity(severity->text);
    setting.options = without_severity(member.value);
  } else {
    setting.severity = parse_severity(member.value.text);
  }
  return setting;
}

}  // namespace

std::vector<RuleSetting> read_rule_settings(const Value& rules,
                                            std::vector<ConfigProblem>& problems) {
  std::vector<RuleSetting> settings;
  for (const Member& member : rules.members) {
    const bool by_type = member.key.starts_with(kTypePrefix);
    if (!by_type && !is_glob(member.key)) {
      settings.push_back(read_setting(member));
      continue;
    }
    std::optional<Glob> glob;
    if (!by_type) {
      auto compiled = Glob::compile(member.key);
      if (!compiled) {
        problems.push_back({member.key_span, compiled.error().message, compiled.error().help});
        continue;
      }
      glob = std::move(*compiled);
    }
    for (const Member& inner : member.value.members) {
      RuleSetting setting = read_setting(inner);
      setting.glob = glob;
      setting.scope = member.key;
      if (by_type) setting.type = member.key.substr(kTypePrefix.size());
      settings.push_back(std::move(setting));
    }
  }
  return settings;
}

}  // namespace runbookc
