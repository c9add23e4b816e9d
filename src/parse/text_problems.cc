#include "parse/text_problems.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/unicode.h"
#include "parse/invisible_text.h"
#include "parse/mojibake.h"

namespace runbookc {
namespace {

constexpr std::size_t kMostProblems = 1000;  // in one document; the last one counts the rest

Problem mojibake_problem(const SourceFile& file, Mojibake found) {
  const std::string_view shown = file.bytes().substr(found.range.begin, found.range.size());
  Problem problem{.kind = ProblemKind::mojibake,
                  .span = file.span(found.range),
                  .message = {},
                  .help = {},
                  .subject = std::string(shown),
                  .replacement = {}};
  const std::string_view page = code_page_name(found.page);
  if (found.lost) {
    problem.message = fmt::format("'{}' stands where a character was lost", printable(shown));
    problem.help = "write the character that was meant";
    return problem;
  }
  problem.has_replacement = true;
  problem.replacement = std::move(found.text);
  if (problem.replacement.empty()) {
    problem.message = fmt::format("'{}' is a byte-order mark read as {}", printable(shown), page);
    problem.help = "remove it";
  } else {
    problem.message = fmt::format("'{}' is '{}' read as {}", printable(shown),
                                  printable(problem.replacement), page);
    problem.help = fmt::format("replace it by '{}'", printable(problem.replacement));
  }
  return problem;
}

}  // namespace

std::vector<Problem> find_text_problems(const SourceFile& file) {
  std::vector<Mojibake> runs = find_mojibake(file.bytes());
  std::vector<ByteRange> ranges;
  ranges.reserve(runs.size());
  for (const Mojibake& run : runs) ranges.push_back(run.range);
  std::vector<Problem> problems = find_invisible_text(file, ranges);
  const std::size_t shown = std::min(runs.size(), kMostProblems);
  for (std::size_t i = 0; i < shown; ++i)
    problems.push_back(mojibake_problem(file, std::move(runs[i])));
  if (runs.size() > shown)
    problems.back().message += fmt::format(" ({} more in this file)", runs.size() - shown);
  std::ranges::sort(problems, {}, [](const Problem& problem) { return problem.span.start; });
  return problems;
}

}  // namespace runbookc
