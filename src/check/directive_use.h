// What the directives of one document did: the input of the rules about directives.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "base/date.h"
#include "check/context.h"
#include "model/directive.h"

namespace runbookc {

struct Rule;

// A rule that a directive names, at the same index as in Directive::rules.
struct RuleUse {
  const Rule* rule = nullptr;  // null: there is no such rule
  bool reports_here = false;   // the rule is on for this document
  bool repeated = false;       // the directive names it a second time
  std::size_t findings = 0;    // that the directive kept out of reports; enable: stretches it ended
  // The line of a finding of the rule further down the paragraph that a disable-next-line covers
  // one line of; 0 if there is none.
  std::uint32_t missed_line = 0;
};

struct DirectiveUse {
  const Directive* directive = nullptr;
  std::optional<Date> until;  // nothing: no date, or none that can be read
  bool in_force = true;       // its date can be read and has not passed (with a day's grace)
  std::vector<RuleUse> rules;
  std::uint32_t line = 0;  // disable-next-line: the line that it covers, or the first one
  std::size_t ended = 0;   // enable without rules: stretches it ended
};

struct DirectiveContext {
  const Corpus& corpus;
  const Document& document;
  const std::vector<DirectiveUse>& uses;  // of all its directives, in order
};

}  // namespace runbookc
