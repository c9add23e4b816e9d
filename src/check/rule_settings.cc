#include "check/rule_settings.h"

#include <algorithm>

#include "base/path.h"
#include "base/text.h"

namespace runbookc {
namespace {

bool is_local(const RuleSetting& setting) { return setting.glob || !setting.type.empty(); }

bool concerns(const RuleSetting& setting, const Rule& rule) {
  return setting.preset || equals_ignoring_case(setting.rule, rule.code) ||
         equals_ignoring_case(setting.rule, rule.name);
}

// The project's preset is the ground that everything else stands on, wherever it is written.
Preset project_preset(const ProjectConfig& config) {
  Preset preset = Preset::recommended;
  for (const RuleSetting& setting : config.rules) {
    if (setting.preset && !is_local(setting)) {
      preset = *setting.preset;
    }
  }
  return preset;
}

void apply(const RuleSetting& setting, const Rule& rule, EffectiveRule& effective) {
  if (setting.preset) {
    if (is_local(setting)) {
      effective.severity = preset_severity(rule, *setting.preset);
    }
    return;
  }
  if (setting.severity) {
    effective.severity = *setting.severity;
  }
  if (setting.options.is_object()) {
    effective.options = &setting.options;
  }
}

// Whether a setting with a glob or a type turns the rule on where it holds.
bool raises(const RuleSetting& setting, const Rule& rule) {
  EffectiveRule effective;  // off
  apply(setting, rule, effective);
  return effective.severity != Severity::off;
}

// Globs match a path relative to the project root, or to the content folder.
bool glob_matches(const Glob& glob, std::string_view path, std::string_view content_folder) {
  if (glob.matches(path)) {
    return true;
  }
  return !content_folder.empty() && path.size() > content_folder.size() + 1 &&
         is_inside(path, content_folder) && glob.matches(path.substr(content_folder.size() + 1));
}

}  // namespace

RuleSettings::RuleSettings(const Rule& rule, const ProjectConfig& config)
    : rule_(rule), content_folder_(config.content) {
  base_.severity = preset_severity(rule, project_preset(config));
  everywhere_ = base_;
  bool any_local = false;
  for (const RuleSetting& setting : config.rules) {
    if (!concerns(setting, rule)) {
      continue;
    }
    local_.push_back(&setting);
    if (is_local(setting)) {
      any_local = true;
      raised_locally_ = raised_locally_ || raises(setting, rule);
    } else {
      apply(setting, rule, everywhere_);
    }
  }
  if (!any_local) {
    local_.clear();
  }
}

EffectiveRule RuleSettings::at(std::string_view path, std::string_view type) const {
  if (!varies()) {
    return everywhere_;
  }
  EffectiveRule effective = base_;
  for (const RuleSetting* setting : local_) {
    if (setting->glob && !glob_matches(*setting->glob, path, content_folder_)) {
      continue;
    }
    if (!setting->type.empty() && setting->type != type) {
      continue;
    }
    apply(*setting, rule_, effective);
  }
  return effective;
}

EffectiveRule effective_rule(const Rule& rule, const ProjectConfig& config, std::string_view path,
                             std::string_view type) {
  return RuleSettings(rule, config).at(path, type);
}

}  // namespace runbookc
