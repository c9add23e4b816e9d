#include "base/unicode.h"

#include <fmt/format.h>
#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <cstring>
#include <iterator>
#include <memory>

#include "base/ascii.h"
#include "base/text.h"
#include "base/unicode_ranges.h"

namespace runbookc {
namespace {

constexpr char32_t kReplacement = 0xfffd;

// The bytes before the first one above 0x7f, eight at a time.
std::size_t ascii_prefix(std::string_view bytes) {
  constexpr std::uint64_t kHighBits = 0x8080808080808080;
  std::size_t size = 0;
  while (bytes.size() - size >= sizeof(std::uint64_t)) {
    std::uint64_t word = 0;
    std::memcpy(&word, bytes.data() + size, sizeof word);
    if ((word & kHighBits) != 0) break;
    size += sizeof word;
  }
  while (size < bytes.size() && static_cast<unsigned char>(bytes[size]) < 0x80) ++size;
  return size;
}

// What a lead byte allows (Unicode 15, table 3-7): the length of the sequence and the bounds of
// its second byte.
struct Lead {
  std::size_t length = 0;  // 0: no lead byte
  unsigned char low = 0x80;
  unsigned char high = 0xbf;
};

Lead lead_of(unsigned char byte) {
  if (byte < 0xc2 || byte > 0xf4) return {};
  if (byte < 0xe0) return {2};
  if (byte == 0xe0) return {3, 0xa0, 0xbf};
  if (byte == 0xed) return {3, 0x80, 0x9f};
  if (byte < 0xf0) return {3};
  if (byte == 0xf0) return {4, 0x90, 0xbf};
  if (byte == 0xf4) return {4, 0x80, 0x8f};
  return {4};
}

// A sequence, or (invalid) the maximal part of one that there is: at least one byte.
struct Sequence {
  char32_t value = kReplacement;
  std::size_t size = 1;
  bool valid = false;
};

Sequence scan(std::string_view bytes) {
  const auto first = static_cast<unsigned char>(bytes[0]);
  if (first < 0x80) return {first, 1, true};
  const Lead lead = lead_of(first);
  if (lead.length == 0) return {};
  char32_t value = first & (0x7fU >> lead.length);
  for (std::size_t i = 1; i < lead.length; ++i) {
    const unsigned char low = i == 1 ? lead.low : 0x80;
    const unsigned char high = i == 1 ? lead.high : 0xbf;
    const auto byte = i < bytes.size() ? static_cast<unsigned char>(bytes[i]) : 0;
    if (byte < low || byte > high) return {kReplacement, i, false};
    value = value << 6 | (byte & 0x3fU);
  }
  return {value, lead.length, true};
}

bool in_ranges(std::span<const CodePointRange> ranges, char32_t code_point) {
  const auto after = std::ranges::upper_bound(ranges, code_point, {}, &CodePointRange::first);
  return after != ranges.begin() && std::prev(after)->last >= code_point;
}

// What changes how the text around it is shown, or where a terminal's cursor is.
bool is_disruptive(char32_t code_point) {
  const bool control = code_point < 0x20 || (code_point >= 0x7f && code_point < 0xa0);
  const bool separator = code_point == 0x2028 || code_point == 0x2029;
  const bool bidirectional = code_point == 0x61c || code_point == 0x200e || code_point == 0x200f ||
                             (code_point >= 0x202a && code_point <= 0x202e) ||
                             (code_point >= 0x2066 && code_point <= 0x2069);
  return control || separator || bidirectional;
}

}  // namespace

std::optional<std::size_t> find_invalid_utf8(std::string_view bytes) {
  std::size_t offset = ascii_prefix(bytes);
  while (offset < bytes.size()) {
    const Sequence next = scan(bytes.substr(offset));
    if (!next.valid) return offset;
    offset += next.size;
    if (next.size == 1) offset += ascii_prefix(bytes.substr(offset));
  }
  return std::nullopt;
}

bool is_valid_utf8(std::string_view bytes) { return !find_invalid_utf8(bytes); }

bool is_ascii(std::string_view bytes) { return ascii_prefix(bytes) == bytes.size(); }

std::string replace_invalid_utf8(std::string_view bytes) {
  std::string valid;
  valid.reserve(bytes.size());
  while (const auto bad = find_invalid_utf8(bytes)) {
    valid += bytes.substr(0, *bad);
    append_utf8(valid, kReplacement);
    bytes.remove_prefix(*bad);
    bytes.remove_prefix(scan(bytes).size);
  }
  return valid.append(bytes);
}

CodePoint decode_utf8(std::string_view bytes) {
  const Sequence next = scan(bytes);
  return {next.value, next.valid ? next.size : 1};
}

void append_utf8(std::string& out, char32_t code_point) {
  const auto low_bits = [&](unsigned shift) {
    return static_cast<char>(0x80 | (code_point >> shift & 0x3f));
  };
  if (code_point < 0x80) {
    out += static_cast<char>(code_point);
  } else if (code_point < 0x800) {
    out += {static_cast<char>(0xc0 | code_point >> 6), low_bits(0)};
  } else if (code_point < 0x10000) {
    out += {static_cast<char>(0xe0 | code_point >> 12), low_bits(6), low_bits(0)};
  } else {
    out += {static_cast<char>(0xf0 | code_point >> 18), low_bits(12), low_bits(6), low_bits(0)};
  }
}

std::size_t count_code_points(std::string_view bytes) {
  std::size_t count = 0;
  while (!bytes.empty()) {
    const std::size_t ascii = ascii_prefix(bytes);
    count += ascii;
    bytes.remove_prefix(ascii);
    while (!bytes.empty() && static_cast<unsigned char>(bytes[0]) >= 0x80) {
      bytes.remove_prefix(decode_utf8(bytes).size);
      ++count;
    }
  }
  return count;
}

// \p{Word} is Alphabetic, Mark, Decimal_Number and Connector_Punctuation. Alphabetic, in turn, is
// the letters, the letter numbers, and the enclosed letters of kAlphabeticSymbols (the rest of
// Other_Alphabetic are marks).
bool is_word_character(char32_t code_point) {
  if (code_point < 0x80) {
    const auto c = static_cast<char>(code_point);
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
  }
  switch (utf8proc_category(static_cast<utf8proc_int32_t>(code_point))) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ME:
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_NL:
    case UTF8PROC_CATEGORY_PC:
      return true;
    default:
      return in_ranges(kAlphabeticSymbols, code_point);
  }
}

bool is_emoji(char32_t code_point) { return code_point >= 0x80 && in_ranges(kEmoji, code_point); }

bool is_unicode_space(char32_t code_point) {
  if (code_point < 0x80) return code_point == ' ' || (code_point >= 9 && code_point <= 13);
  return in_ranges(kWhiteSpace, code_point);
}

char32_t to_lower(char32_t code_point) {
  if (code_point < 0x80) {
    return code_point >= 'A' && code_point <= 'Z' ? code_point - 'A' + 'a' : code_point;
  }
  return static_cast<char32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(code_point)));
}

std::string to_lower(std::string_view utf8) {
  constexpr char32_t kCapitalDottedI = 0x130;
  std::string lower;
  lower.reserve(utf8.size());
  while (!utf8.empty()) {
    const std::string_view ascii = utf8.substr(0, ascii_prefix(utf8));
    lower += lower_ascii(ascii);
    utf8.remove_prefix(ascii.size());
    if (utf8.empty()) break;
    const CodePoint next = decode_utf8(utf8);
    if (next.value == kCapitalDottedI) {
      lower += "i\xcc\x87";  // the one unconditional entry for lower case in SpecialCasing.txt
    } else {
      append_utf8(lower, to_lower(next.value));
    }
    utf8.remove_prefix(next.size);
  }
  return lower;
}

CharacterClass character_class(char32_t code_point) {
  if (code_point < 0x80) {
    const auto c = static_cast<char>(code_point);
    if (is_lower(c)) return CharacterClass::lower;
    if (is_upper(c)) return CharacterClass::upper;
    return is_digit(c) ? CharacterClass::number : CharacterClass::other;
  }
  switch (utf8proc_category(static_cast<utf8proc_int32_t>(code_point))) {
    case UTF8PROC_CATEGORY_LU:
      return CharacterClass::upper;
    case UTF8PROC_CATEGORY_LL:
      return CharacterClass::lower;
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
      return CharacterClass::letter;
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_NL:
    case UTF8PROC_CATEGORY_NO:
      return CharacterClass::number;
    default:
      return CharacterClass::other;
  }
}

std::string without_marks(std::string_view utf8) {
  if (is_ascii(utf8)) return std::string(utf8);
  if (!is_valid_utf8(utf8)) return without_marks(replace_invalid_utf8(utf8));
  constexpr int kOptions =
      UTF8PROC_STABLE | UTF8PROC_COMPAT | UTF8PROC_COMPOSE | UTF8PROC_STRIPMARK;
  utf8proc_uint8_t* mapped = nullptr;
  const utf8proc_ssize_t size = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(utf8.data()),
                                             static_cast<utf8proc_ssize_t>(utf8.size()), &mapped,
                                             static_cast<utf8proc_option_t>(kOptions));
  const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(mapped, &std::free);
  if (size < 0) return std::string(utf8);  // out of memory is the only way left
  return {reinterpret_cast<const char*>(mapped), static_cast<std::size_t>(size)};
}

std::size_t display_width(std::string_view utf8) {
  std::size_t width = 0;
  while (!utf8.empty()) {
    const CodePoint next = decode_utf8(utf8);
    const int columns = utf8proc_charwidth(static_cast<utf8proc_int32_t>(next.value));
    width += static_cast<std::size_t>(std::max(columns, 0));
    utf8.remove_prefix(next.size);
  }
  return width;
}

std::string printable(std::string_view utf8) {
  std::string shown;
  shown.reserve(utf8.size());
  while (!utf8.empty()) {
    const CodePoint next = decode_utf8(utf8);
    if (is_disruptive(next.value)) {
      fmt::format_to(std::back_inserter(shown), "\\u{{{:x}}}", static_cast<unsigned>(next.value));
    } else {
      append_utf8(shown, next.value);
    }
    utf8.remove_prefix(next.size);
  }
  return shown;
}

}  // namespace runbookc
