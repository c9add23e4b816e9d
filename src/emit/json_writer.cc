#include "emit/json_writer.h"

#include <fmt/format.h>

#include <cassert>

#include "base/byte_set.h"
#include "base/unicode.h"

namespace runbookc {

namespace {

constexpr std::size_t kPiece = std::size_t{64} * 1024;

// What stands in JSON as it is. Most strings are nothing else, which one look tells.
constexpr ByteSet kPlain([](char c) { return c >= ' ' && c <= '~' && c != '"' && c != '\\'; });

// The letter after `\` for a character that has a short escape, 'u' for other controls, else 0.
char escape_of(char c) {
  switch (c) {
    case '"':
    case '\\':
      return c;
    case '\n':
      return 'n';
    case '\t':
      return 't';
    case '\r':
      return 'r';
    case '\b':
      return 'b';
    case '\f':
      return 'f';
    default:
      return static_cast<unsigned char>(c) < 0x20 ? 'u' : '\0';
  }
}

void append_escaped(std::string& out, std::string_view text) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::size_t clean = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char escape = escape_of(text[i]);
    if (escape == '\0') continue;
    out.append(text, clean, i - clean);
    clean = i + 1;
    out += '\\';
    out += escape;
    if (escape != 'u') continue;
    const auto code = static_cast<unsigned char>(text[i]);
    out += "00";
    out += kDigits[code >> 4];
    out += kDigits[code & 0xf];
  }
  out.append(text, clean);
}

}  // namespace

void append_json_string(std::string& out, std::string_view text) {
  out += '"';
  if (kPlain.skip_in(text) == text.size()) {
    out += text;
  } else if (is_valid_utf8(text)) {
    append_escaped(out, text);
  } else {
    append_escaped(out, replace_invalid_utf8(text));
  }
  out += '"';
}

void JsonWriter::break_line() {
  if (has_items_.size() > open_depth_) return;
  out_ += '\n';
  out_.append(2 * has_items_.size(), ' ');
}

void JsonWriter::before_item() {
  if (after_key_) {
    after_key_ = false;
    return;
  }
  if (has_items_.empty()) return;
  if (sink_ && out_.size() >= kPiece) {
    sink_(out_);
    out_.clear();
  }
  if (has_items_.back()) out_ += has_items_.size() > open_depth_ ? ", " : ",";
  has_items_.back() = true;
  break_line();
}

JsonWriter& JsonWriter::begin(char bracket) {
  before_item();
  out_ += bracket;
  has_items_.push_back(false);
  return *this;
}

JsonWriter& JsonWriter::end(char bracket) {
  assert(!has_items_.empty() && !after_key_);
  const bool was_open = has_items_.back() && has_items_.size() <= open_depth_;
  has_items_.pop_back();
  if (was_open) break_line();
  out_ += bracket;
  return *this;
}

JsonWriter& JsonWriter::key(std::string_view name) {
  before_item();
  append_json_string(out_, name);
  out_ += ": ";
  after_key_ = true;
  return *this;
}

JsonWriter& JsonWriter::string(std::string_view text) {
  before_item();
  append_json_string(out_, text);
  return *this;
}

JsonWriter& JsonWriter::number(std::int64_t value) {
  before_item();
  out_ += std::to_string(value);
  return *this;
}

JsonWriter& JsonWriter::real(double value) {
  before_item();
  out_ += fmt::format("{}", value);
  return *this;
}

JsonWriter& JsonWriter::boolean(bool value) {
  before_item();
  out_ += value ? "true" : "false";
  return *this;
}

JsonWriter& JsonWriter::null() {
  before_item();
  out_ += "null";
  return *this;
}

JsonWriter& JsonWriter::member_or_null(std::string_view name, std::string_view text) {
  key(name);
  return text.empty() ? null() : string(text);
}

JsonWriter& JsonWriter::member_strings(std::string_view name,
                                       const std::vector<std::string>& texts) {
  key(name).begin_array();
  for (const std::string& text : texts) string(text);
  return end_array();
}

JsonWriter& JsonWriter::member_position(std::string_view name, Position position) {
  return key(name)
      .begin_object()
      .member_number("line", position.line)
      .member_number("column", position.column)
      .end_object();
}

std::string JsonWriter::take() {
  assert(has_items_.empty());
  out_ += '\n';
  return std::move(out_);
}

void JsonWriter::finish() { sink_(take()); }

}  // namespace runbookc
