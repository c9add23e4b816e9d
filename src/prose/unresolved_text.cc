#include "prose/unresolved_text.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <unordered_set>

#include "base/ascii.h"
#include "base/text.h"

namespace runbookc {
namespace {

constexpr std::array<std::string_view, 25> kFactWords = {
    "PHONE",    "TELEPHONE", "EMAIL",       "MAIL",    "DATE",         "CONTACT",      "OWNER",
    "TEAM",     "MANAGER",   "PERSON",      "COMPANY", "ORGANIZATION", "ORGANISATION", "URL",
    "LINK",     "CHANNEL",   "ADDRESS",     "YOUR",    "INSERT",       "AUTHOR",       "REVIEWER",
    "APPROVER", "TBD",       "PLACEHOLDER", "TODO"};
constexpr std::size_t kLongestName = 40;

bool is_x(char c) { return c == 'X' || c == 'x'; }

bool is_fact_word(std::string_view word) {
  return word == "NAME" || std::ranges::find(kFactWords, word) != kFactWords.end();
}

// `NAME` counts alone or with "YOUR" and the like, not in `CLUSTER_NAME`.
bool names_fact(std::string_view name) {
  if (name == "NAME") {
    return true;
  }
  std::size_t begin = 0;
  while (begin <= name.size()) {
    const std::size_t end = std::min(name.find_first_of("_ -", begin), name.size());
    const std::string_view word = name.substr(begin, end - begin);
    if (word != "NAME" && is_fact_word(word)) {
      return true;
    }
    begin = end + 1;
  }
  return false;
}

// The length of `[NAME]` at the start of `text`; 0 if it is none, or leads somewhere.
std::size_t bracket_length(std::string_view text) {
  std::size_t end = 1;
  while (end < text.size() && end <= kLongestName &&
         (is_upper(text[end]) || is_digit(text[end]) || text[end] == '_' || text[end] == ' ' ||
          text[end] == '-')) {
    ++end;
  }
  if (end >= text.size() || text[end] != ']' || !names_fact(text.substr(1, end - 1))) {
    return 0;
  }
  const char next = end + 1 < text.size() ? text[end + 1] : ' ';
  return next == '(' || next == '[' || next == ':' ? 0 : end + 1;
}

bool is_phone_character(char c) {
  return is_digit(c) || is_x(c) || c == '-' || c == '.' || c == '(' || c == ')' || c == '+';
}

// `+1-XXX-XXX-XXXX`, `1-800-xxx-xxxx`, `XXX-XXX-XXXX`: two groups at least of three or four X, and
// a sign that it is a telephone number.
bool is_masked_phone(std::string_view token) {
  std::size_t groups = 0;
  std::size_t last_group = 0;
  std::size_t i = 0;
  while (i < token.size()) {
    std::size_t end = i;
    while (end < token.size() && is_x(token[end])) {
      ++end;
    }
    if (end - i > 4 || (end > i && end - i < 3)) {
      return false;
    }
    groups += end > i ? 1 : 0;
    if (end > i) {
      last_group = end - i;
    }
    i = std::max(end, i + 1);
  }
  const bool starts_as_number = is_digit(token.front()) || token.front() == '+';
  return groups >= 2 && (starts_as_number || (groups == 3 && last_group == 4));
}

std::size_t phone_length(std::string_view text) {
  std::size_t end = 0;
  while (end < text.size() && is_phone_character(text[end])) {
    ++end;
  }
  std::size_t length = end;
  while (length > 0 && !is_x(text[length - 1])) {
    --length;
  }
  const bool ends_word = length == text.size() || !is_letter(text[length]);
  return length >= 7 && ends_word && is_masked_phone(text.substr(0, length)) ? length : 0;
}

bool is_word_byte(char c) {
  return is_letter(c) || is_digit(c) || c == '_' || c == '/' ||
         static_cast<unsigned char>(c) > 0x7f;
}

class Scanner {
 public:
  explicit Scanner(std::string_view text, bool is_code = false) : text_(text), is_code_(is_code) {}

  std::vector<ByteRange> run() {
    while (at_ < text_.size()) {
      step();
    }
    return std::move(found_);
  }

 private:
  void step() {
    const char c = text_[at_];
    const std::string_view rest = text_.substr(at_);
    if (is_phone_character(c)) {
      take_token(rest);
    } else if (c == '\\' && !is_code_) {
      at_ += 2;
    } else if (c == '`' && !is_code_) {
      skip_code();
    } else if (c == '[' && !is_code_) {
      take(bracket_length(rest), 1);
    } else {
      ++at_;
    }
  }

  void take(std::size_t length, std::size_t otherwise) {
    if (length > 0) {
      found_.push_back({.begin = static_cast<std::uint32_t>(at_),
                        .end = static_cast<std::uint32_t>(at_ + length)});
    }
    at_ += length > 0 ? length : otherwise;
  }

  // A token is looked at once, from its start.
  void take_token(std::string_view rest) {
    const bool starts_word = at_ == 0 || !is_word_byte(text_[at_ - 1]);
    std::size_t whole = 0;
    while (whole < rest.size() && is_phone_character(rest[whole])) {
      ++whole;
    }
    take(starts_word ? phone_length(rest) : 0, whole);
  }

  // A code span ends at the next run of as many backticks; a run without one is text.
  void skip_code() {
    const std::size_t length = run_length(at_);
    const std::size_t begin = at_ + length;
    at_ = begin;
    if (unclosed_.contains(length)) {
      return;
    }
    std::size_t close = text_.find('`', begin);
    while (close != std::string_view::npos) {
      const std::size_t found = run_length(close);
      if (found == length) {
        at_ = close + length;
        return;
      }
      close = text_.find('`', close + found);
    }
    unclosed_.insert(length);
  }

  std::size_t run_length(std::size_t begin) const {
    const std::size_t end = text_.find_first_not_of('`', begin);
    return (end == std::string_view::npos ? text_.size() : end) - begin;
  }

  std::string_view text_;
  bool is_code_ = false;
  std::size_t at_ = 0;
  std::vector<ByteRange> found_;
  std::unordered_set<std::size_t> unclosed_;  // lengths that never close from here on
};

}  // namespace

bool may_be_unresolved(std::string_view text) {
  return text.find('[') != std::string_view::npos || text.find("XXX") != std::string_view::npos ||
         text.find("xxx") != std::string_view::npos;
}

std::vector<ByteRange> find_masked_phones(std::string_view text) {
  if (!may_be_unresolved(text)) {
    return {};
  }
  return Scanner(text, true).run();
}

std::vector<ByteRange> find_unresolved(std::string_view markdown) {
  if (!may_be_unresolved(markdown)) {
    return {};
  }
  return Scanner(markdown).run();
}

}  // namespace runbookc
