// The commands that a project holds for dangerous (`danger`), compiled.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "config/project_config.h"
#include "schema/pattern.h"

namespace runbookc {

class DangerPatterns {
 public:
  // An Error names the pattern that is none; a project file that was read without problems has
  // none such.
  static Result<DangerPatterns> compile(std::span<const DangerPattern> patterns);

  // Why `command`, as it is pasted, destroys: the reason of the first pattern that matches it, or
  // that it matches one. "" if none does. Thread-safe.
  std::string reason_for(std::string_view command) const;

 private:
  struct Compiled {
    Pattern pattern;
    std::string reason;
  };
  std::vector<Compiled> patterns_;
};

}  // namespace runbookc
