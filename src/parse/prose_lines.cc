#include "parse/prose_lines.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"

namespace runbookc {
namespace {

std::string_view line_at(std::string_view text, std::size_t begin) {
  return text.substr(begin, text.find('\n', begin) - begin);
}

std::string_view without_leading(std::string_view line, std::string_view characters) {
  return line.substr(std::min(line.find_first_not_of(characters), line.size()));
}

bool is_blank(std::string_view line) { return without_leading(line, " \t\r>").empty(); }

bool begins_item(std::string_view line) {
  const std::string_view rest = without_leading(line, "0123456789");
  const bool marked =
      rest.size() == line.size() ? line.find_first_of("-*+") == 0 : rest.find_first_of(".)") == 0;
  return marked && rest.substr(1).find_first_of(" \t") == 0;
}

bool begins_block(std::string_view line) {
  constexpr auto kClosings = std::to_array<std::string_view>({"{{< /", "{{% /", "</", "#", "|"});
  line = without_leading(line, " \t>");
  const auto begins = [line](std::string_view mark) { return line.starts_with(mark); };
  return std::ranges::any_of(kClosings, begins) || begins_item(line);
}

// Where the line begins before which `ends` says that they end.
template <typename Predicate>
std::size_t end_of_lines(std::string_view text, std::size_t at, Predicate ends) {
  std::size_t line_end = text.find('\n', at);
  while (line_end != std::string_view::npos) {
    const std::size_t begin = line_end + 1;
    line_end = text.find('\n', begin);
    if (ends(text.substr(begin, line_end - begin))) return begin;
  }
  return text.size();
}

}  // namespace

bool is_fence_line(std::string_view line) {
  const std::string_view rest = without_leading(line, " \t>-*+0123456789.)");  // quotes, items
  if (rest.starts_with("~~~")) return true;
  return rest.starts_with("```") && without_leading(rest, "`").find('`') == std::string_view::npos;
}

bool holds_fence(std::string_view text) {
  return end_of_lines(text, 0, is_fence_line) < text.size();
}

std::size_t prose_end(std::string_view text, std::size_t at) {
  return end_of_lines(text, at,
                      [](std::string_view line) { return is_blank(line) || is_fence_line(line); });
}

std::size_t block_end(std::string_view text, std::size_t at) {
  const std::size_t begin = text.rfind('\n', at) + 1;
  if (is_fence_line(line_at(text, begin))) return begin + line_at(text, begin).size();
  return end_of_lines(text, at, [](std::string_view line) {
    return is_blank(line) || is_fence_line(line) || begins_block(line);
  });
}

}  // namespace runbookc
