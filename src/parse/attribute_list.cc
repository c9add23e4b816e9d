#include "parse/attribute_list.h"

#include <algorithm>

#include "base/ascii.h"

namespace runbookc {
namespace {

constexpr std::size_t kMostBytes = 4096;
constexpr std::string_view kBlanks = " \t";

bool is_name_byte(char c) { return is_word(c) || c == '-' || c == '.' || c == ':' || c == '@'; }

char at_or_end(std::string_view text, std::size_t at) { return at < text.size() ? text[at] : '\n'; }
char before(std::string_view text, std::size_t at) { return at == 0 ? '\n' : text[at - 1]; }
bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

// What stands between the braces, read word by word.
class AttributeReader {
 public:
  // `text` begins behind the opening brace.
  explicit AttributeReader(std::string_view text) : text_(text.substr(0, kMostBytes)) {
    has_colon_ = text_.starts_with(':');
    at_ = has_colon_ ? 1 : 0;
  }

  // Goes to the closing brace, or the end; false if another thing stands there.
  bool read() {
    while ((at_ = std::min(text_.find_first_not_of(kBlanks, at_), text_.size())) < text_.size() &&
           text_[at_] != '}') {
      if (!read_attribute()) return false;
    }
    return true;
  }

  std::size_t end() const { return at_; }
  bool is_closed() const { return at_ < text_.size(); }
  bool has_colon() const { return has_colon_; }
  bool has_value() const { return has_value_; }
  bool has_word() const { return has_word_; }
  std::string_view id() const { return id_; }

 private:
  bool read_attribute() {
    const char mark = text_[at_];
    const std::size_t begin = at_;
    if (mark == '#' || mark == '.') ++at_;
    const std::string_view name = take_name();
    if (name.empty()) return false;
    if (mark == '#' && id_.empty()) id_ = name;
    if (mark == '#' || mark == '.') {
      has_value_ = true;
    } else if (at_or_end(text_, at_) == '=') {
      if (!skip_value()) return false;
      has_value_ = true;
    } else {
      has_value_ = has_value_ || text_.substr(begin).starts_with("data-");
      has_word_ = true;
    }
    return is_blank(at_or_end(text_, at_)) || text_[at_] == '}';
  }

  std::string_view take_name() {
    const std::size_t begin = at_;
    while (at_ < text_.size() && is_name_byte(text_[at_])) ++at_;
    return text_.substr(begin, at_ - begin);
  }

  // `="a b"`, `='a b'`, `=a`
  bool skip_value() {
    const char quote = at_or_end(text_, ++at_);
    if (quote == '"' || quote == '\'') {
      at_ = text_.find(quote, at_ + 1);
      return at_++ != std::string_view::npos;
    }
    const std::size_t begin = at_;
    at_ = std::min(text_.find_first_of(" \t{}\"'", at_), text_.size());
    return at_ > begin;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  bool has_colon_ = false;
  bool has_value_ = false;
  bool has_word_ = false;
  std::string_view id_;
};

// `:icon:`
bool ends_in_icon(std::string_view line) {
  constexpr std::size_t kLongest = 60;
  if (!line.ends_with(':') || line.size() < 2) return false;
  std::size_t at = line.size() - 1;
  const std::size_t first = at - std::min(at, kLongest);
  while (at > first && (is_word(line[at - 1]) || line[at - 1] == '-')) --at;
  return at + 1 < line.size() && before(line, at) == ':';
}

// Whether a link, an emphasis, code, a key or the like may end at the end of `line`.
bool ends_in_element(std::string_view line) {
  if (line.ends_with("==") || line.ends_with("++") || ends_in_icon(line)) return true;
  return std::string_view(")]*_`>~^").find(before(line, line.size())) != std::string_view::npos;
}

bool may_stand_at(std::string_view line, std::size_t first, std::size_t at, std::size_t end) {
  const std::size_t next = line.find_first_not_of(" \t\r", end);
  if (ends_in_element(line.substr(0, at))) return true;
  if (next == std::string_view::npos && at == first) return true;
  if (!is_blank(before(line, at))) return false;
  return next == std::string_view::npos ? line[first] == '#'
                                        : line[first] == '|' && line[next] == '|';
}

}  // namespace

std::size_t attribute_list_size(std::string_view line, std::size_t first, std::size_t at) {
  AttributeReader list(line.substr(at + 1));
  if (!list.read() || !list.is_closed()) return 0;
  const std::size_t end = at + 1 + list.end() + 1;
  const bool fits = list.has_value() || (list.has_colon() && list.has_word());
  return fits && may_stand_at(line, first, at, end) ? end - at : 0;
}

std::string_view attribute_list_id(std::string_view inner) {
  AttributeReader list(inner);
  return list.read() ? list.id() : std::string_view();
}

}  // namespace runbookc
