// UTF-8 and the few Unicode facts the compiler needs. The only user of utf8proc.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace runbookc {

// The offset of the first byte that is not part of valid UTF-8 (RFC 3629: no surrogates, no
// overlong forms, nothing above U+10FFFF), or nothing.
std::optional<std::size_t> find_invalid_utf8(std::string_view bytes);
bool is_valid_utf8(std::string_view bytes);
bool is_ascii(std::string_view bytes);

// Every maximal invalid part replaced by U+FFFD, as the WHATWG decoder does.
std::string replace_invalid_utf8(std::string_view bytes);

// One decoded code point and the bytes it took (at least 1; an invalid byte decodes to U+FFFD, 1).
struct CodePoint {
  char32_t value;
  std::size_t size;
};
CodePoint decode_utf8(std::string_view bytes);  // precondition: not empty
void append_utf8(std::string& out, char32_t code_point);

// The number of code points in `bytes`; an invalid byte counts as one.
std::size_t count_code_points(std::string_view bytes);

// Letters, marks, numbers and connector punctuation: Ruby's `\p{Word}`, on which GitHub's heading
// slugs stand.
bool is_word_character(char32_t code_point);
bool is_emoji(char32_t code_point);  // pictographs, their joiners and variation selectors
bool is_unicode_space(char32_t code_point);
char32_t to_lower(char32_t code_point);
std::string to_lower(std::string_view utf8);

// What a search needs to know of a code point. `upper` and `lower` are the categories Lu and Ll,
// `letter` the other letters, `number` all of N*.
enum class CharacterClass : std::uint8_t { other, upper, lower, letter, number };
CharacterClass character_class(char32_t code_point);

// NFKD without the marks (M*), composed again: `Zürich` is `Zurich`, `ﬁle` is `file`, and Hangul
// stays syllables. Invalid bytes become U+FFFD.
std::string without_marks(std::string_view utf8);

// Terminal columns that `utf8` takes (0 for marks, 2 for wide characters).
std::size_t display_width(std::string_view utf8);

// Control characters, escape introducers and bidirectional overrides made visible (`\u{1b}`), so
// that document text can be printed to a terminal or a CI log. Newlines are escaped too.
std::string printable(std::string_view utf8);

}  // namespace runbookc
