#include "check/problem_findings.h"

#include <algorithm>
#include <array>
#include <cassert>

namespace runbookc {
namespace {

struct KindRule {
  ProblemKind kind;
  std::string_view code;
};

constexpr std::array kKindRules = {
    KindRule{ProblemKind::not_utf8, "RB001"},
    KindRule{ProblemKind::mojibake, "RB002"},
    KindRule{ProblemKind::invisible_character, "RB003"},
    KindRule{ProblemKind::file_too_large, "RB004"},
    KindRule{ProblemKind::limit_exceeded, "RB005"},
    KindRule{ProblemKind::unreadable_file, "RB006"},
    KindRule{ProblemKind::unclosed_fence, "RB007"},
    KindRule{ProblemKind::vanishing_html, "RB008"},
    KindRule{ProblemKind::empty_file, "RB010"},
    KindRule{ProblemKind::lost_cell, "RB011"},
    KindRule{ProblemKind::merge_conflict, "RB012"},
    KindRule{ProblemKind::front_matter_syntax, "RB102"},
    KindRule{ProblemKind::front_matter_duplicate_key, "RB103"},
    KindRule{ProblemKind::swallowing_fence, "RB007"},
    KindRule{ProblemKind::broken_link, "RB305"},
    KindRule{ProblemKind::command_typography, "RB602"},
    KindRule{ProblemKind::secret, "RB608"},
    KindRule{ProblemKind::continuation_broken, "RB611"},
    KindRule{ProblemKind::command_truncated, "RB612"},
    KindRule{ProblemKind::pipe_to_shell, "RB613"},
};

// The fix's description when a problem brings its own replacement.
std::string fix_description(const Problem& problem) {
  if (problem.replacement.empty()) return "remove it";
  const bool inserts = problem.span.start == problem.span.end;
  return (inserts ? "add '" : "replace it by '") + problem.replacement + "'";
}

}  // namespace

std::string_view rule_code_of(ProblemKind kind) {
  const auto* row = std::ranges::find(kKindRules, kind, &KindRule::kind);
  assert(row != kKindRules.end());
  return row->code;
}

Finding finding_of(const Problem& problem) {
  Finding finding{.span = problem.span,
                  .message = problem.message,
                  .help = problem.help,
                  .subject = problem.subject};
  if (problem.has_replacement) {
    finding.fix = Fix{.description = fix_description(problem),
                      .edits = {Edit{.range = problem.span, .text = problem.replacement}}};
  }
  return finding;
}

std::vector<Finding> problem_findings(const Document& document, ProblemKind kind) {
  std::vector<Finding> findings;
  for (const Problem& problem : document.problems) {
    if (problem.kind == kind) {
      findings.push_back(finding_of(problem));
    }
  }
  return findings;
}

bool has_problem(const Document& document, ProblemKind kind) {
  return std::ranges::any_of(document.problems,
                             [kind](const Problem& problem) { return problem.kind == kind; });
}

}  // namespace runbookc
