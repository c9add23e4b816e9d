// Runs the rules over a corpus.
#pragma once

#include <optional>
#include <string_view>
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

// What page rules found in pages, kept from run to run (check/finding_keys.h tells when it still
// holds). Called on several threads, once for each page.
class FindingMemory {
 public:
  virtual ~FindingMemory() = default;
  virtual std::optional<std::vector<Diagnostic>> recall(Index page) = 0;
  virtual void keep(Index page, const std::vector<Diagnostic>& found) = 0;
};

struct CheckScope {
  WantedFiles wanted = {};           // whose findings are asked for
  FindingMemory* memory = nullptr;   // asked before the page rules run
  FileObserver* observer = nullptr;  // is told which page is checked
};

// All findings of all rules in the files that are wanted, which do not depend on what is wanted.
// Uses up to `threads` threads; the result does not depend on their number. Fingerprints are given
// before directives are applied: silencing one of several equal findings does not rename the rest.
CheckOutcome run_rules(const Corpus& corpus, unsigned threads, const CheckScope& scope = {});

}  // namespace runbookc
