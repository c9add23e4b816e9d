#include "parse/lost_cells.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "base/excerpt.h"
#include "base/text.h"
#include "parse/code_span_reader.h"

namespace runbookc {
namespace {

constexpr std::size_t kMostShown = 60;  // code points

// Where pipes stand in code spans of the row that begins at byte `begin`, without a backslash.
std::vector<std::uint32_t> pipes_in_code(std::string_view line, std::uint32_t begin) {
  std::vector<std::uint32_t> pipes;
  CodeSpanReader spans(line);
  for (std::size_t at = line.find('`', begin); at < line.size(); at = line.find('`', at)) {
    const std::size_t end = spans.end(at);
    for (; at < end; ++at) {
      const bool divides = line[at] == '|' && line[at - 1] != '\\';
      if (divides) pipes.push_back(static_cast<std::uint32_t>(at));
    }
  }
  return pipes;
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
  if (cells.size() <= columns) return;
  const auto lost = cells.subspan(columns);
  if (std::ranges::all_of(lost, [](ByteRange cell) { return cell.size() == 0; })) return;
  const BodyLines& lines = *build.lines;
  const std::string_view text = lines.source(line);
  const std::vector<std::uint32_t> pipes = pipes_in_code(text, cells.front().begin);
  const bool mends = cells.size() == columns + pipes.size() && lines.raw(line) == text;
  const ByteRange range = mends ? ByteRange{pipes.front(), pipes.back() + 1}
                                : ByteRange{lost.front().begin, lost.back().end};
  const ByteRange unseen{lost.front().begin, lost.back().end};
  const std::string shown = excerpt(text.substr(unseen.begin, unseen.size()), kMostShown);
  build.add_problem(
      ProblemKind::lost_cell,
      {lines.source_position(line, range.begin), lines.source_position(line, range.end)},
      fmt::format("the row has {}, its table {}: '{}' is not shown", count_of(cells.size(), "cell"),
                  count_of(columns, "column"), shown),
      "write '\\|' for a '|' within a cell, in code too", shown);
  Problem& problem = build.document->problems.back();
  problem.has_replacement = mends;
  if (mends) problem.replacement = with_escapes(text, pipes);
}

}  // namespace runbookc
