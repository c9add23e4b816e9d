#include "shell/ansi_quote.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "base/unicode.h"

namespace runbookc {
namespace {

// The digits at the front of a text, as a number.
struct Digits {
  std::size_t size = 0;
  char32_t value = 0;
};

std::optional<char32_t> digit_of(char c, char32_t base) {
  char32_t value = base;
  if (c >= '0' && c <= '9') value = static_cast<char32_t>(c - '0');
  if (c >= 'a' && c <= 'f') value = static_cast<char32_t>(c - 'a' + 10);
  if (c >= 'A' && c <= 'F') value = static_cast<char32_t>(c - 'A' + 10);
  return value < base ? std::optional(value) : std::nullopt;
}

// At most 8 of them, so that 32 bits hold the number.
Digits digits_of(std::string_view text, char32_t base, std::size_t most) {
  Digits digits;
  while (digits.size < most && digits.size < text.size()) {
    const auto digit = digit_of(text[digits.size], base);
    if (!digit) break;
    digits.value = digits.value * base + *digit;
    ++digits.size;
  }
  return digits;
}

// The byte of an escape of one letter.
std::optional<char> letter_escape(char c) {
  constexpr std::string_view kLetters = "abeEfnrtv\\'\"?";
  constexpr std::string_view kBytes = "\a\b\x1b\x1b\f\n\r\t\v\\'\"?";
  const std::size_t at = kLetters.find(c);
  return at == std::string_view::npos ? std::nullopt : std::optional(kBytes[at]);
}

class Decoder {
 public:
  explicit Decoder(std::string_view written) : rest_(written) {}

  std::string decode() {
    while (!rest_.empty() && !ended_) {
      const std::size_t plain = std::min(rest_.find('\\'), rest_.size());
      text_ += rest_.substr(0, plain);
      rest_.remove_prefix(plain);
      if (!rest_.empty()) escape();
    }
    return std::move(text_);
  }

 private:
  void take(char byte, std::size_t size) {
    ended_ = byte == '\0';
    if (!ended_) text_ += byte;
    rest_.remove_prefix(size);
  }

  // Behind `prefix` bytes of the escape. False if there are no digits.
  bool number(std::size_t prefix, char32_t base, std::size_t most) {
    const Digits digits = digits_of(rest_.substr(prefix), base, most);
    if (digits.size == 0) return false;
    if (most <= 3) {
      take(static_cast<char>(digits.value & 0xFFU), prefix + digits.size);
      return true;
    }
    ended_ = digits.value == 0;
    if (!ended_ && digits.value <= 0x10FFFF) append_utf8(text_, digits.value);
    rest_.remove_prefix(prefix + digits.size);
    return true;
  }

  bool coded(char letter) {
    if (letter == 'x') return number(2, 16, 2);
    if (letter == 'u') return number(2, 16, 4);
    if (letter == 'U') return number(2, 16, 8);
    return number(1, 8, 3);
  }

  void escape() {
    const char letter = rest_.size() > 1 ? rest_[1] : '\0';
    if (const auto byte = letter_escape(letter)) {
      take(*byte, 2);
    } else if (letter == 'c' && rest_.size() > 2) {
      take(rest_[2] == '?' ? '\x7f' : static_cast<char>(rest_[2] & 0x1f), 3);
    } else if (!coded(letter)) {
      text_ += '\\';
      rest_.remove_prefix(1);
    }
  }

  std::string_view rest_;
  std::string text_;
  bool ended_ = false;
};

}  // namespace

std::string ansi_quoted(std::string_view written) {
  const std::string text = Decoder(written).decode();
  return is_valid_utf8(text) ? text : replace_invalid_utf8(text);
}

}  // namespace runbookc
