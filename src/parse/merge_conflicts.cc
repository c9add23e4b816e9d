#include "parse/merge_conflicts.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace runbookc {
namespace {

constexpr std::size_t kMostProblems = 1000;  // in one document; the last one counts the rest

enum class Mark : std::uint8_t { none, ours, base, between, theirs };

struct MarkText {
  Mark mark;
  std::string_view text;
  bool named;  // a space and the name of a commit or branch stand behind it
};

constexpr std::array kMarks = {
    MarkText{.mark = Mark::ours, .text = "<<<<<<<", .named = true},
    MarkText{.mark = Mark::base, .text = "|||||||", .named = true},
    MarkText{.mark = Mark::between, .text = "=======", .named = false},
    MarkText{.mark = Mark::theirs, .text = ">>>>>>>", .named = true},
};

Mark mark_of(std::string_view line) {
  const auto* const found =
      std::ranges::find_if(kMarks, [&](const MarkText& one) { return line.starts_with(one.text); });
  if (found == kMarks.end()) return Mark::none;
  const std::string_view rest = line.substr(found->text.size());
  const bool fits = found->named ? rest.starts_with(' ') && rest.size() > 1 : rest.empty();
  return fits ? found->mark : Mark::none;
}

// Lines, 1-based.
struct Conflict {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  bool has_base = false;  // "diff3" shows what both sides began with
};

// A mark that does not follow the one before it as git writes them ends what that began.
std::vector<Conflict> read_conflicts(const SourceFile& file) {
  std::vector<Conflict> conflicts;
  Conflict open;
  Mark last = Mark::none;
  for (std::uint32_t line = 1; line <= file.line_count(); ++line) {
    const Mark mark = mark_of(file.line(line));
    if (mark == Mark::none) continue;
    if (mark == Mark::ours) {
      open = {.first = line};
      last = mark;
    } else if (mark == Mark::base && last == Mark::ours) {
      open.has_base = true;
      last = mark;
    } else if (mark == Mark::between && (last == Mark::ours || last == Mark::base)) {
      last = mark;
    } else if (mark == Mark::theirs && last == Mark::between) {
      open.last = line;
      conflicts.push_back(open);
      last = Mark::none;
    } else if (mark != Mark::between) {
      last = Mark::none;  // a line of equals signs may underline a heading in one side
    }
  }
  return conflicts;
}

// Whether a conflict in such a block may be what the page shows: whoever edits commands on two
// branches gets one within their fence.
bool may_be_example(const CodeBlock& code) {
  constexpr std::array<std::string_view, 7> kShown = {"",      "console", "diff", "git",
                                                      "patch", "text",    "txt"};
  return code.closed && std::ranges::find(kShown, code.language) != kShown.end();
}

Problem problem_of(const SourceFile& file, const Conflict& conflict) {
  const std::uint32_t begin = file.line_start(conflict.first);
  const std::string_view mark = file.line(conflict.first);
  const std::string_view base =
      conflict.has_base ? ", and what stands between '|||||||' and '======='" : "";
  return {
      .kind = ProblemKind::merge_conflict,
      .span = file.span({begin, begin + static_cast<std::uint32_t>(mark.size())}),
      .message = fmt::format("a merge was not finished: both sides stand in lines {} to {}",
                             conflict.first, conflict.last),
      .help = fmt::format("keep what is right of the two; remove the lines '<<<<<<<', '=======' "
                          "and '>>>>>>>'{}",
                          base),
      .subject = std::string(mark),
      .replacement = {}};
}

}  // namespace

std::vector<Problem> find_merge_conflicts(const SourceFile& file, std::span<const CodeBlock> code) {
  std::vector<Problem> problems;
  if (file.bytes().find(kMarks[0].text) == std::string_view::npos) return problems;
  std::size_t more = 0;
  auto block = code.begin();
  for (const Conflict& conflict : read_conflicts(file)) {
    block = std::find_if(block, code.end(),
                         [&](const CodeBlock& one) { return one.span.end.line >= conflict.first; });
    const bool is_within = block != code.end() && block->span.start.line < conflict.first &&
                           block->span.end.line > conflict.last;
    // Behind a conflict with half a fence in it, what stands within one is anybody's guess.
    if (problems.empty() && is_within && may_be_example(*block)) continue;
    if (problems.size() < kMostProblems) {
      problems.push_back(problem_of(file, conflict));
    } else {
      ++more;
    }
  }
  if (more > 0) problems.back().message += fmt::format(" ({} more in this file)", more);
  return problems;
}

}  // namespace runbookc
