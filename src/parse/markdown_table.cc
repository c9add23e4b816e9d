#include "parse/markdown_table.h"

namespace runbookc {
namespace {

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\v' || c == '\f'; }

std::size_t skip_spaces(std::string_view line, std::size_t at) {
  while (at < line.size() && is_space(line[at])) ++at;
  return at;
}

std::size_t cell_end(std::string_view line, std::size_t at) {
  while (at < line.size() && line[at] != '|') at += line.substr(at, 2) == "\\|" ? 2 : 1;
  return at;
}

}  // namespace

std::vector<ByteRange> split_row(std::string_view line, std::uint32_t begin) {
  std::vector<ByteRange> cells;
  std::size_t at = begin;
  if (at < line.size() && line[at] == '|') at = skip_spaces(line, at + 1);
  while (at < line.size()) {
    const std::size_t end = cell_end(line, at);
    const std::size_t first = skip_spaces(line.substr(0, end), at);
    std::size_t last = end;
    while (last > first && is_space(line[last - 1])) --last;
    cells.push_back({static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(last)});
    at = end < line.size() ? skip_spaces(line, end + 1) : end;
  }
  return cells;
}

std::uint32_t row_begin(std::string_view line, std::size_t quotes) {
  std::size_t at = skip_spaces(line, 0);
  for (; quotes > 0 && at < line.size() && line[at] == '>'; --quotes) {
    at = skip_spaces(line, at + 1);
  }
  return static_cast<std::uint32_t>(at);
}

}  // namespace runbookc
