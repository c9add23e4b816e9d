// Byte-string operations on ASCII structure. Bytes above 0x7f pass through untouched; what needs to
// know Unicode is in base/unicode.h. All functions are pure.
#pragma once

#include <concepts>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace runbookc {

std::string_view trim(std::string_view text);  // ASCII white space off both ends
std::string_view trim_start(std::string_view text);
std::string_view trim_end(std::string_view text);
std::string lower_ascii(std::string_view text);
bool equals_ignoring_case(std::string_view a, std::string_view b);  // ASCII case

// Splits at each `separator`; always at least one piece, pieces may be empty.
std::vector<std::string_view> split(std::string_view text, char separator);
// The lines without their endings; LF, CRLF and a lone CR each end a line (CommonMark 2.1).
std::vector<std::string_view> split_lines(std::string_view text);
// The pieces would outlive a temporary: `for (line : split_lines(make_text()))` read freed memory.
template <std::same_as<std::string> Text>
std::vector<std::string_view> split(Text&& text, char separator) = delete;
template <std::same_as<std::string> Text>
std::vector<std::string_view> split_lines(Text&& text) = delete;
std::string join(std::span<const std::string> pieces, std::string_view separator);
std::string replace_all(std::string_view text, std::string_view from, std::string_view to);

// Runs of white space become one space; the ends are trimmed.
std::string collapse_space(std::string_view text);

// `&`, `<`, `>`, `"` as entities, control characters as U+FFFD: safe in HTML text and in a
// double-quoted attribute.
std::string escape_html(std::string_view text);
void append_escaped_html(std::string& out, std::string_view text);

// `count` and the noun, in the plural unless one: "1 error", "3 errors".
std::string count_of(std::size_t count, std::string_view noun);

}  // namespace runbookc
