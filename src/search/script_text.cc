#include "search/script_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <limits>

#include "base/ascii.h"
#include "base/unicode.h"

namespace runbookc {

namespace {

constexpr char32_t kFirstSupplementary = 0x10000;
constexpr char32_t kHighSurrogate = 0xd800;
constexpr char32_t kLowSurrogate = 0xdc00;
constexpr char32_t kPastSurrogates = 0xe000;
constexpr unsigned kSurrogateBits = 10;

void append_code_unit(std::string& out, unsigned unit) {
  fmt::format_to(std::back_inserter(out), "\\u{:04x}", unit);
}

void append_escaped(std::string& out, char32_t c) {
  if (c < kFirstSupplementary) {
    append_code_unit(out, c);
    return;
  }
  const char32_t offset = c - kFirstSupplementary;
  append_code_unit(out, kHighSurrogate + (offset >> kSurrogateBits));
  append_code_unit(out, kLowSurrogate + (offset & ((1U << kSurrogateBits) - 1)));
}

// Whether a byte stands for itself in a literal.
bool is_plain(char c) { return c >= ' ' && c < 0x7f && c != '"' && c != '\\' && c != '<'; }

}  // namespace

void append_script_string(std::string& out, std::string_view text) {
  out += '"';
  while (!text.empty()) {
    const auto* const end = std::ranges::find_if_not(text, is_plain);
    out.append(text.begin(), end);
    text.remove_prefix(static_cast<std::size_t>(end - text.begin()));
    if (text.empty()) break;
    const CodePoint next = decode_utf8(text);
    text.remove_prefix(next.size);
    if (next.value == '\n') {
      out += "\\n";
    } else if (next.value == '"' || next.value == '\\') {
      (out += '\\') += static_cast<char>(next.value);
    } else {
      append_escaped(out, next.value);
    }
  }
  out += '"';
}

void append_script_list(std::string& out, const std::vector<std::string>& texts) {
  out += '[';
  for (std::size_t i = 0; i < texts.size(); ++i) {
    if (i > 0) out += ',';
    append_script_string(out, texts[i]);
  }
  out += ']';
}

void ScriptReader::skip_space() {
  while (!rest_.empty() && (rest_.front() == ' ' || rest_.front() == '\n')) rest_.remove_prefix(1);
}

bool ScriptReader::at_end() {
  skip_space();
  return !failed_ && rest_.empty();
}

bool ScriptReader::take(char mark) {
  skip_space();
  if (failed_ || rest_.empty() || rest_.front() != mark) return false;
  rest_.remove_prefix(1);
  return true;
}

void ScriptReader::expect(char mark) {
  if (!take(mark)) fail();
}

void ScriptReader::expect_word(std::string_view word) {
  skip_space();
  if (!rest_.starts_with(word)) {
    fail();
    return;
  }
  rest_.remove_prefix(word.size());
}

std::optional<std::uint32_t> ScriptReader::hex4() {
  constexpr std::size_t kDigits = 4;
  if (rest_.size() < kDigits) return std::nullopt;
  std::uint32_t value = 0;
  for (const char c : rest_.substr(0, kDigits)) {
    const bool letter = (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    if (!letter && !is_digit(c)) return std::nullopt;
    value = value * 16 + static_cast<std::uint32_t>(letter ? (c | 0x20) - 'a' + 10 : c - '0');
  }
  rest_.remove_prefix(kDigits);
  return value;
}

// Behind the backslash. What is no escape, or half a surrogate pair, is a failure.
void ScriptReader::append_escape(std::string& out) {
  const char kind = rest_.empty() ? '\0' : rest_.front();
  if (kind == '"' || kind == '\\' || kind == 'n') {
    out += kind == 'n' ? '\n' : kind;
    rest_.remove_prefix(1);
    return;
  }
  if (kind != 'u') {
    fail();
    return;
  }
  rest_.remove_prefix(1);
  std::optional<std::uint32_t> unit = hex4();
  if (unit && *unit >= kHighSurrogate && *unit < kPastSurrogates) {
    const bool paired = *unit < kLowSurrogate && rest_.starts_with("\\u");
    if (paired) rest_.remove_prefix(2);
    const auto low = paired ? hex4() : std::nullopt;
    if (!low || *low < kLowSurrogate || *low >= kPastSurrogates) {
      unit.reset();
    } else {
      unit = kFirstSupplementary + ((*unit - kHighSurrogate) << kSurrogateBits) +
             (*low - kLowSurrogate);
    }
  }
  if (unit) {
    append_utf8(out, *unit);
  } else {
    fail();
  }
}

std::string ScriptReader::string() {
  expect('"');
  std::string text;
  while (!failed_) {
    const auto* const end = std::ranges::find_if_not(rest_, is_plain);
    text.append(rest_.begin(), end);
    rest_.remove_prefix(static_cast<std::size_t>(end - rest_.begin()));
    if (rest_.starts_with('"')) {
      rest_.remove_prefix(1);
      return text;
    }
    if (rest_.starts_with('\\')) {
      rest_.remove_prefix(1);
      append_escape(text);
    } else {
      fail();
    }
  }
  return "";
}

std::uint32_t ScriptReader::number() {
  skip_space();
  std::uint64_t value = 0;
  std::size_t digits = 0;
  while (digits < rest_.size() && is_digit(rest_[digits]) &&
         value <= std::numeric_limits<std::uint32_t>::max()) {
    value = value * 10 + static_cast<std::uint64_t>(rest_[digits++] - '0');
  }
  if (digits == 0 || value > std::numeric_limits<std::uint32_t>::max()) fail();
  if (failed_) return 0;
  rest_.remove_prefix(digits);
  return static_cast<std::uint32_t>(value);
}

bool ScriptReader::boolean() {
  skip_space();
  const bool value = rest_.starts_with('t');
  expect_word(value ? "true" : "false");
  return value && !failed_;
}

std::vector<std::string> ScriptReader::strings() {
  std::vector<std::string> texts;
  expect('[');
  if (take(']')) return texts;
  do {
    texts.push_back(string());
  } while (take(','));
  expect(']');
  return texts;
}

}  // namespace runbookc
