// Applies the directives of one document to its findings.
//
// A directive speaks for the lines that it covers: a finding is kept out of reports if it starts on
// one of them and its rule is named. The directive nearest to the finding is the one that counts as
// used: the line's before the stretch's before the file's. The rules about directives themselves
// cannot be silenced that way.
#pragma once

#include <cstdint>
#include <map>
#include <string_view>
#include <utility>
#include <vector>

#include "check/directive_use.h"
#include "check/rule.h"
#include "diag/diagnostic.h"
#include "source/source_file.h"

namespace runbookc {

// Whether `rule` is about directives.
bool is_about_directives(const Rule& rule);

class Suppressions {
 public:
  // `document` and what `source` owns must outlive this. `today` as in Corpus::today.
  Suppressions(const Document& document, const SourceFile& source, Date today);

  // Whether a directive keeps this finding of the document out of reports; counts it as used.
  // Takes O(log directives).
  bool suppress(const Diagnostic& diagnostic);

  // Call once, after the last suppress(). `reports(rule)` tells whether a rule is on here.
  template <typename Reports>
  std::vector<DirectiveUse> take_uses(const Reports& reports) {
    for (DirectiveUse& use : uses_) {
      for (RuleUse& rule : use.rules) {
        rule.reports_here = rule.rule != nullptr && reports(*rule.rule);
      }
    }
    return std::move(uses_);
  }

 private:
  struct Cover {
    std::uint32_t first = 0;  // lines, both included
    std::uint32_t last = 0;
    std::uint32_t paragraph_last = 0;  // of the paragraph that `last` is in; 0 if it is in none
    std::size_t directive = 0;         // into uses_
    std::size_t rule = 0;              // into its rules
  };
  // Of one rule. Covers of a list do not overlap, unless they are equal.
  struct RuleCovers {
    const Rule* rule = nullptr;
    std::vector<Cover> lines;
    std::vector<Cover> stretches;
    std::vector<Cover> file;
    std::size_t open = kClosed;  // into stretches: the one that no `enable` has ended yet
  };
  static constexpr std::size_t kClosed = static_cast<std::size_t>(-1);

  // First to last lines.
  using LineRanges = std::map<std::uint32_t, std::uint32_t>;
  struct BlockLines {
    LineRanges whole;  // blocks that stand as one
    LineRanges paragraphs;
  };
  static BlockLines block_lines(const Document& document);
  void add(const BlockLines& blocks, const SourceFile& source, std::size_t index);
  void add_rule(const Directive& directive, std::size_t index, std::size_t rule, Cover lines);
  void end_stretches(std::size_t index);
  static bool end_stretch(RuleCovers& covers, std::uint32_t line);
  RuleCovers& covers_of(const Rule& rule);
  RuleCovers* find_covers(std::string_view code);

  std::vector<DirectiveUse> uses_;
  std::vector<RuleCovers> covers_;  // few: one for each rule that is named
};

}  // namespace runbookc
