#include "prose/dated_opening.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "base/text.h"
#include "prose/written_date.h"

namespace runbookc {
namespace {

constexpr std::array<std::string_view, 5> kOpenings = {
    "last updated", "last modified", "last revised", "last reviewed", "last tested"};
constexpr std::string_view kMarks = "*_ ";

bool begins_with(std::string_view text, std::string_view words) {
  return equals_ignoring_case(text.substr(0, words.size()), words);
}

std::string_view without_emphasis_marks(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of(kMarks), text.size()));
  return text.substr(0, text.find_last_not_of(kMarks) + 1);
}

bool is_in_emphasis(std::string_view line) {
  return line.size() > 1 && (line.front() == '*' || line.front() == '_') &&
         line.front() == line.back();
}

// "4 March 2026 by Jane" -> "4 March 2026".
std::string_view without_writer(std::string_view text, const WrittenDate& date) {
  const std::string_view rest = trim_start(text.substr(date.size));
  const bool names_writer = begins_with(rest, "by ") && std::ranges::none_of(rest, is_digit);
  return names_writer ? text.substr(0, date.size) : text;
}

}  // namespace

std::optional<DatedOpening> read_dated_opening(std::string_view line) {
  line = trim(line);
  const std::string_view text = without_emphasis_marks(line);
  const auto* const found = std::ranges::find_if(
      kOpenings, [&](std::string_view words) { return begins_with(text, words); });
  if (found == kOpenings.end()) return std::nullopt;
  const std::string_view after = text.substr(found->size());
  std::string_view value = without_emphasis_marks(after);
  if (value.size() == after.size()) return std::nullopt;  // "last updated2026"
  if (begins_with(value, "on ")) value = without_emphasis_marks(value.substr(2));
  const auto date = parse_written_date(value);
  if (!date && (value.empty() || !is_digit(value.front()))) return std::nullopt;
  return DatedOpening{.label = text.substr(0, found->size()),
                      .value = date ? without_writer(value, *date) : value,
                      .is_whole = is_in_emphasis(line)};
}

}  // namespace runbookc
