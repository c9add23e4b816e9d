// Runs the rules over a corpus.
#pragma once

#include <vector>

#include "base/file_observer.h"
#include "base/result.h"
#include "check/rule.h"
#include "config/project_config.h"
#include "corpus/corpus.h"
#include "diag/diagnostic.h"

namespace runbookc {

// The severity and options of one rule for one page (path and type), after presets, globs and
// overrides in the order written.
struct EffectiveRule {
  Severity severity = Severity::off;
  const Value* options = nullptr;  // null: none given
};
EffectiveRule effective_rule(const Rule& rule, const ProjectConfig& config, std::string_view path,
                             std::string_view type);

// Names in `rules:` that are no rule, and options that a rule does not have.
std::vector<ConfigProblem> check_rule_settings(const ProjectConfig& config);

// What the rules found, both lists finished (sorted, fingerprinted).
struct CheckOutcome {
  std::vector<Diagnostic> diagnostics;
  std::vector<Diagnostic> suppressed;  // by a directive in the document
};

// All findings of all rules. Uses up to `threads` threads; the result does not depend on their
// number. Fingerprints are given before directives are applied: silencing one of several equal
// findings does not rename the rest. `observer` is told which page is checked.
CheckOutcome run_rules(const Corpus& corpus, unsigned threads, FileObserver* observer = nullptr);

}  // namespace runbookc
