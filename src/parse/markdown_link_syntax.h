// The pieces of a link as CommonMark 0.29 writes them (sections 4.7 and 6.6), as ranges of a text.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace runbookc {

struct LinkDestination {
  std::size_t begin = 0;  // of the destination itself, without `<` and `>`
  std::size_t end = 0;
  std::size_t after = 0;  // one past it, with `>`
};

// A destination at `at`; nothing if there is none.
std::optional<LinkDestination> scan_destination(std::string_view text, std::size_t at);
// One past the title at `at`, or `at` if there is none.
std::size_t scan_title(std::string_view text, std::size_t at);
// One past the `]` that ends the label which begins with the `[` at `at`, or nothing. A label holds
// no bracket that is not escaped, and at most 1,000 bytes.
std::optional<std::size_t> scan_label(std::string_view text, std::size_t at);
// Blanks and at most one line ending.
std::size_t skip_blanks_and_line(std::string_view text, std::size_t at);
bool is_escaped(std::string_view text, std::size_t at);  // by an odd number of backslashes

// The label as references are matched: case folded, runs of space as one (by cmark's own function).
std::string normal_label(std::string_view label);

}  // namespace runbookc
