#include "parse/lost_cells.h"

#include <fmt/format.h>

#include <string>
#include <string_view>
#include <vector>

#include "base/ascii.h"
#include "base/excerpt.h"
#include "base/text.h"
#include "parse/code_span_reader.h"
#include "parse/hidden_tags.h"

namespace runbookc {
namespace {

constexpr std::size_t kMostShown = 60;  // code points

// Whether the code span in [begin, end) is surely meant as one: two stray backticks may be, too.
bool is_sure(std::string_view line, std::size_t begin, std::size_t end) {
  const std::size_t first = line.find_first_not_of('`', begin);
  const std::size_t last = line.find_last_not_of('`', end - 1);
  const bool inside = line[first] != ' ' && line[last] != ' ';
  const auto is_text = [](char c) { return is_letter(c) || is_digit(c); };
  const bool before = begin == 0 || !is_text(line[begin - 1]);
  const bool behind = end == line.size() || !is_text(line[end]);
  return inside && before && behind;
}

// Where pipes divide code spans of the row that begins at byte `begin`; none if one of them may be
// no code: in tags and autolinks a backtick is no mark.
std::vector<std::uint32_t> pipes_in_code(std::string_view line, std::uint32_t begin) {
  std::vector<std::uint32_t> pipes;
  if (line.find('<', begin) != std::string_view::npos) return pipes;
  CodeSpanReader spans(line);
  for (std::size_t at = line.find('`', begin); at < line.size(); at = line.find('`', at)) {
    const std::size_t start = at;
    const std::size_t end = spans.end(at);
    const std::size_t before = pipes.size();
    for (; at < end; ++at) {
      const bool divides = line[at] == '|' && line[at - 1] != '\\';
      if (divides) pipes.push_back(static_cast<std::uint32_t>(at));
    }
    if (pipes.size() > before && !is_sure(line, start, end)) return {};
  }
  return pipes;
}

// Whether nothing would be seen of the cell anywhere.
bool is_blank(std::string_view cell) {
  const std::string text = without_hidden(cell);
  const std::string_view seen = trim(text);
  const bool comment = seen.starts_with("<!--") && seen.find("-->") == seen.size() - 3;
  return seen.empty() || comment || seen == "&nbsp;";
}

std::string with_escapes(std::string_view line, const std::vector<std::uint32_t>& pipes) {
  std::string text;
  for (std::size_t i = 0; i < pipes.size(); ++i) {
    if (i > 0) text += line.substr(pipes[i - 1] + 1, pipes[i] - pipes[i - 1] - 1);
    text += "\\|";
  }
  return text;
}

}  // namespace

void report_lost_cells(MarkdownBuild& build, std::uint32_t line, std::span<const ByteRange> cells,
                       std::size_t columns) {
  const BodyLines& lines = *build.lines;
  const std::string_view text = lines.source(line);
  const auto text_of = [&](ByteRange cell) { return text.substr(cell.begin, cell.size()); };
  while (cells.size() > columns && is_blank(text_of(cells.back()))) {
    cells = cells.first(cells.size() - 1);
  }
  if (cells.size() <= columns) return;
  const ByteRange lost{cells[columns].begin, cells.back().end};
  const std::vector<std::uint32_t> pipes = pipes_in_code(text, cells.front().begin);
  const bool code = cells.size() == columns + pipes.size();
  const bool escapes = build.options->dialect->escapes_pipes_in_code;
  const bool mends = code && escapes && lines.raw(line) == text;
  const ByteRange range = mends ? ByteRange{pipes.front(), pipes.back() + 1} : lost;
  const std::string shown = excerpt(trim(without_hidden(text_of(lost))), kMostShown);
  build.add_problem(
      ProblemKind::lost_cell,
      {lines.source_position(line, range.begin), lines.source_position(line, range.end)},
      fmt::format("the row has {}, its table {}: '{}' is not shown", count_of(cells.size(), "cell"),
                  count_of(columns, "column"), shown),
      escapes ? "write '\\|' for a '|' within a cell, in code too"
              : "give a command with '|' a code block of its own: here it divides cells",
      shown);
  Problem& problem = build.document->problems.back();
  problem.has_replacement = mends;
  if (mends) problem.replacement = with_escapes(text, pipes);
}

}  // namespace runbookc
