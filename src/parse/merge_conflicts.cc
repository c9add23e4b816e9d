#include "parse/merge_conflicts.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

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
  std::uint32_t last = 0;  // `first` if it is a mark that has lost the others
  bool has_base = false;   // "diff3" shows what both sides began with
};

// git names a branch, or a commit and its subject in brackets: a quote within six others says more.
bool is_alone_a_mark(std::string_view line) {
  const std::string_view name = line.substr(kMarks[0].text.size() + 1);
  const std::size_t space = name.find(' ');
  return space == std::string_view::npos || name.substr(space).starts_with(" (");
}

// Whether git writes `mark` where `last` was the one before it.
bool follows(Mark mark, Mark last) {
  if (mark == Mark::base) return last == Mark::ours;
  if (mark == Mark::between) return last == Mark::ours || last == Mark::base;
  return last == Mark::between;
}

// Marks in an order that git does not write have lost their others.
class ConflictReader {
 public:
  explicit ConflictReader(const SourceFile& file) : file_(file) {}

  // In source order.
  std::vector<Conflict> read() {
    for (std::uint32_t line = 1; line <= file_.line_count(); ++line) {
      const Mark mark = mark_of(file_.line(line));
      if (mark != Mark::none) enter(mark, line);
    }
    leave();
    return std::move(conflicts_);
  }

 private:
  void enter(Mark mark, std::uint32_t line) {
    if (mark == Mark::ours) {
      leave();
      open_ = {.first = line, .last = line};
    } else if (!follows(mark, last_)) {
      // A line of equals signs may underline a heading.
      if (mark != Mark::theirs) return;
      leave();
      add_alone(line);
      return;
    }
    open_.has_base |= mark == Mark::base;
    last_ = mark;
    if (mark != Mark::theirs) return;
    open_.last = line;
    conflicts_.push_back(open_);
    last_ = Mark::none;
  }

  void leave() {
    if (last_ != Mark::none) add_alone(open_.first);
    last_ = Mark::none;
  }

  void add_alone(std::uint32_t line) {
    if (is_alone_a_mark(file_.line(line))) conflicts_.push_back({.first = line, .last = line});
  }

  const SourceFile& file_;
  std::vector<Conflict> conflicts_;
  Conflict open_;
  Mark last_ = Mark::none;  // of the open one
};

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
  Problem problem{.kind = ProblemKind::merge_conflict,
                  .span = file.span({begin, begin + static_cast<std::uint32_t>(mark.size())}),
                  .message = "a merge was not finished: this mark was left",
                  .help = "remove it, and what else is left of the merge around it",
                  .subject = std::string(mark),
                  .replacement = {}};
  if (conflict.last == conflict.first) return problem;
  const std::string_view base =
      conflict.has_base ? ", and what stands between '|||||||' and '======='" : "";
  problem.message = fmt::format("a merge was not finished: both sides stand in lines {} to {}",
                                conflict.first, conflict.last);
  problem.help = fmt::format(
      "keep what is right of the two; remove the lines '<<<<<<<', '=======' and '>>>>>>>'{}", base);
  return problem;
}

}  // namespace

std::vector<Problem> find_merge_conflicts(const SourceFile& file, std::span<const CodeBlock> code) {
  std::vector<Problem> problems;
  const std::string_view bytes = file.bytes();
  if (bytes.find("<<<<<<< ") == std::string_view::npos &&
      bytes.find(">>>>>>> ") == std::string_view::npos) {
    return problems;
  }
  std::size_t more = 0;
  auto block = code.begin();
  for (const Conflict& conflict : ConflictReader(file).read()) {
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
