// What stands where a secret would stand, and whether it is one.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/ascii.h"
#include "shell/sample_value.h"
#include "source/span.h"

namespace runbookc {

// What a name like `DB_PASSWORD` or `--api-key` holds. A password may be short and of words; what
// `pass` and `pw` stand for has to look like one; a key or token is long and random, or it is none.
enum class Held : std::uint8_t { nothing, password, likely_password, short_key, key };
Held held_by(std::string_view name);
// "a password" or "a secret key"; of `nothing`, too.
std::string_view kind_of(Held held);

inline constexpr std::size_t kLongestHeldValue = 512;
inline constexpr double kRandomEntropy = 3.0;  // bits a byte, of what is made by a machine

// A value without its quotes.
struct HeldValue {
  ByteRange range;
  Quoting quoting = Quoting::none;
};

// The value at text[at], where its quote stands if it has one: to the quote that closes it, else to
// what ends a word. Typographic quotes count; `\"` counts in a text that is quoted itself. At most
// kLongestHeldValue bytes and no line end, but for one behind a backslash.
HeldValue read_held_value(std::string_view text, std::size_t at);

// What a name or a word of a command that may hold a secret consists of.
constexpr bool is_name_byte(char c) { return is_word(c) || c == '-'; }
constexpr bool is_blank(char c) { return c == ' ' || c == '\t'; }

bool is_password(std::string_view value, Quoting quoting = Quoting::none);
bool is_held_secret(Held held, std::string_view value, Quoting quoting);

}  // namespace runbookc
