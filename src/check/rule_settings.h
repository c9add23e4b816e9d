// The project's settings for one rule, resolved once for everywhere where nothing depends on the
// page.
#pragma once

#include <string_view>
#include <vector>

#include "check/runner.h"

namespace runbookc {

// Keeps references to `rule` and `config`, which must outlive it. Safe to share between threads.
class RuleSettings {
 public:
  RuleSettings(const Rule& rule, const ProjectConfig& config);

  // `path` is relative to the project root.
  EffectiveRule at(std::string_view path, std::string_view type) const;
  // What holds where no glob and no type applies.
  const EffectiveRule& everywhere() const { return everywhere_; }
  // Off on every page, whatever its path and type.
  bool always_off() const { return everywhere_.severity == Severity::off && !raised_locally_; }
  bool varies() const { return !local_.empty(); }

 private:
  const Rule& rule_;
  std::string_view content_folder_;
  EffectiveRule everywhere_;
  std::vector<const RuleSetting*> local_;  // all settings, if one of them has a glob or a type
  bool raised_locally_ = false;            // a setting with a glob or a type may turn it on
  EffectiveRule base_;                     // before any setting but the project's preset
};

}  // namespace runbookc
