#include "parse/markdown_fences.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

#include "base/text.h"
#include "parse/language.h"

namespace runbookc {
namespace {

constexpr std::size_t kFewestMarks = 3;  // that open a fence
constexpr std::size_t kMostShown = 80;   // bytes of a heading

// A line that begins with marks of fences.
struct FenceLine {
  std::uint32_t line = 0;
  char mark = '`';
  std::size_t marks = 0;
  bool bare = false;         // nothing stands behind the marks
  std::string written = {};  // "```sql"
};

std::size_t mark_count(std::string_view text) {
  if (text.empty() || (text.front() != '`' && text.front() != '~')) return 0;
  return std::min(text.find_first_not_of(text.front()), text.size());
}

FenceLine read_fence(std::uint32_t line, std::string_view text) {
  text = trim(text);
  FenceLine fence{.line = line, .marks = mark_count(text)};
  if (fence.marks == 0) return fence;
  fence.mark = text.front();
  fence.bare = fence.marks == text.size();
  const std::string_view info = trim_start(text.substr(fence.marks));
  fence.written = std::string(text.substr(0, fence.marks)) +
                  std::string(info.substr(0, info.find_first_of(" \t`")));
  return fence;
}

FenceLine opening_fence(const SourceFile& file, const CodeBlock& code) {
  const std::uint32_t line = code.span.start.line;
  const std::size_t at = file.offset(code.span.start) - file.line_start(line);
  return read_fence(line, file.line(line).substr(at));
}

std::string marks_of(std::size_t count, char mark) {
  return count_of(count, mark == '`' ? "backtick" : "tilde");
}

// What in an open block was meant to close it, or to open the next.
struct Clue {
  std::optional<FenceLine> near_miss;  // too few marks, or marks of the other kind
  std::optional<FenceLine> opening;    // a fence with a language, though none is closed yet
};

// A pair of shorter fences is an example: the near miss is the one that stays without partner.
Clue find_clue(const CodeBlock& code, const FenceLine& opened) {
  Clue clue;
  bool in_example = false;
  std::string_view rest = code.text;
  for (const Position& start : code.line_starts) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    const FenceLine fence = read_fence(start.line, rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
    const bool same = fence.mark == opened.mark;
    if (fence.marks + 1 < kFewestMarks || (fence.marks < kFewestMarks && !(same && fence.bare))) {
      continue;
    }
    if (same && fence.marks >= opened.marks) {  // with a language, or it would have closed
      if (!clue.opening) clue.opening = fence;
    } else if (!fence.bare || in_example) {
      in_example = !fence.bare;
    } else if (clue.near_miss) {
      clue.near_miss.reset();
    } else {
      clue.near_miss = fence;
    }
  }
  return clue;
}

struct Advice {
  std::string fact;
  std::string help;
};

Advice on_near_miss(const FenceLine& opened, const FenceLine& found) {
  const bool other = found.mark != opened.mark;
  const std::string_view needed = opened.mark == '`' ? "backticks" : "tildes";
  return {other ? fmt::format("line {} has {} where {} are needed", found.line,
                              found.mark == '`' ? "backticks" : "tildes", needed)
                : fmt::format("line {} has {} where {} are needed", found.line,
                              marks_of(found.marks, found.mark), opened.marks),
          fmt::format("write {} in line {}", marks_of(opened.marks, opened.mark), found.line)};
}

bool is_in_item(const Document& document, const CodeBlock& code) {
  Index block = code.block;
  while (block != kNone && document.blocks[block].kind != BlockKind::item) {
    block = document.blocks[block].parent;
  }
  return block != kNone;
}

Advice on_open_end(const FenceLine& opened, const Clue& clue, bool in_item) {
  const std::string marks = marks_of(opened.marks, opened.mark) +
                            (in_item ? ", indented as far as the text of the item," : "");
  if (clue.opening) {
    return {
        fmt::format("line {} opens the next one, '{}'", clue.opening->line, clue.opening->written),
        fmt::format("write a line of {} before line {}, after the last line of code", marks,
                    clue.opening->line)};
  }
  return {"the rest of the page is code",
          fmt::format("close it with a line of {}{} after the last line of code", marks,
                      in_item ? "" : ",")};
}

// Behind a fence that may take closing marks for opening ones, the last of them has none left that
// close it; or it is one that nobody closed.
Advice on_open_end_after(std::uint32_t swallowing_line, Advice advice) {
  advice.help = fmt::format("mend the fence opened on line {} first; if this one stays, {}",
                            swallowing_line, advice.help);
  return advice;
}

Advice on_item_end(const FenceLine& opened, std::uint32_t next_line, bool stray) {
  return {fmt::format("line {} ends its list item or quote", next_line),
          stray ? "indent the code and the closing fence as far as the text of the item"
                : fmt::format("write a line of {} before it, indented as far as the text of the "
                              "item",
                              marks_of(opened.marks, opened.mark))};
}

// --- closed too late ---

// Of two levels at least: `# ` begins a comment in many languages.
bool is_heading(std::string_view line) {
  const std::size_t marks = std::min(line.find_first_not_of('#'), line.size());
  return marks >= 2 && marks <= 6 && line.substr(marks).starts_with(' ');
}

// "kubectl get pods```": the marks were meant to stand on a line of their own.
bool ends_with_marks(std::string_view line, const FenceLine& opened) {
  const std::size_t last = line.find_last_not_of(opened.mark);
  return last != std::string_view::npos && line.size() - last - 1 == opened.marks &&
         line.substr(0, last + 1).find(opened.mark) == std::string_view::npos;
}

// "to your provider blocks. This adds …": words behind marks that were meant to close a fence. Some
// put a remark behind the language: "text A note on how to use this".
bool is_sentence(const CodeBlock& code) {
  constexpr std::ptrdiff_t kFewestSpaces = 4;
  const std::string_view info = code.info;
  return std::ranges::count(info, ' ') >= kFewestSpaces && !is_known_language(code.language) &&
         info.find_first_of("={}\"") == std::string_view::npos;
}

// Of a block that is closed: what shows that it was meant to end earlier.
struct Swallowed {
  std::uint32_t closing_line = 0;  // that ends with marks
  std::uint32_t heading_line = 0;  // the first one behind that
  std::string heading = {};
};

std::optional<Swallowed> find_swallowed(const CodeBlock& code, const FenceLine& opened) {
  Swallowed found;
  const bool is_text = is_sentence(code);
  bool after_blank = false;
  std::string_view rest = code.text;
  for (const Position& start : code.line_starts) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    const std::string_view line = trim_end(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (found.closing_line == 0 && ends_with_marks(line, opened)) {
      found.closing_line = start.line;
    } else if (after_blank && (is_text || found.closing_line != 0) && is_heading(line)) {
      found.heading_line = start.line;
      found.heading = std::string(line.substr(0, kMostShown));
      return found;
    }
    after_blank = line.empty();
  }
  return std::nullopt;
}

void report_swallowed(MarkdownBuild& build, const CodeBlock& code, const FenceLine& opened,
                      const Swallowed& found) {
  const Position start = code.span.start;
  const auto marks = static_cast<std::uint32_t>(opened.marks);
  const std::string shown = marks_of(opened.marks, opened.mark);
  build.add_problem(
      ProblemKind::swallowing_fence, {start, {start.line, start.column + marks}},
      fmt::format("the code fence opened on line {} ends in line {} only, behind the heading '{}' "
                  "in line {}",
                  start.line, code.span.end.line, found.heading, found.heading_line),
      found.closing_line != 0
          ? fmt::format("put the {} at the end of line {} on a line of their own", shown,
                        found.closing_line)
          : fmt::format("write what stands behind the {} on a line of its own, if they were meant "
                        "to close a fence",
                        shown),
      "fence " + code.info + " takes " + found.heading);
}

bool starts_code(const Document& document, std::size_t index, std::uint32_t line) {
  return index < document.code_blocks.size() && document.code_blocks[index].fenced &&
         document.code_blocks[index].span.start.line == line;
}

void report(MarkdownBuild& build, const CodeBlock& code, const FenceLine& opened,
            const Advice& advice) {
  const Position start = code.span.start;
  const auto marks = static_cast<std::uint32_t>(opened.marks);
  build.add_problem(
      ProblemKind::unclosed_fence, {start, {start.line, start.column + marks}},
      fmt::format("the code fence opened on line {} is never closed: {}", start.line, advice.fact),
      advice.help, "fence " + code.info);
}

}  // namespace

void report_unclosed_fences(MarkdownBuild& build, const SourceFile& file) {
  const Document& document = *build.document;
  std::uint32_t swallowing_line = 0;  // where the last fence opens that is closed too late
  std::uint32_t stray_line = 0;       // where a fence stands that was meant to close another
  for (std::size_t index = 0; index < document.code_blocks.size(); ++index) {
    const CodeBlock& code = document.code_blocks[index];
    if (code.fenced && code.closed) {
      const FenceLine opened = opening_fence(file, code);
      if (const auto found = find_swallowed(code, opened)) {
        report_swallowed(build, code, opened, *found);
        swallowing_line = code.span.start.line;
      }
    }
    if (code.closed || code.span.start.line == stray_line) continue;
    const auto next_line =
        static_cast<std::uint32_t>(code.span.start.line + code.line_starts.size() + 1);
    const FenceLine opened = opening_fence(file, code);
    const Clue clue = find_clue(code, opened);
    const bool stray = starts_code(document, index + 1, next_line);
    if (clue.near_miss && !stray) {
      report(build, code, opened, on_near_miss(opened, *clue.near_miss));
    } else if (next_line > document.line_count) {
      const Advice advice = on_open_end(opened, clue, is_in_item(document, code));
      report(build, code, opened,
             swallowing_line == 0 ? advice : on_open_end_after(swallowing_line, advice));
    } else {
      report(build, code, opened, on_item_end(opened, next_line, stray));
      stray_line = stray ? next_line : 0;
    }
  }
}

}  // namespace runbookc
