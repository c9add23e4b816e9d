#include "shell/sql_statements.h"

#include <algorithm>

#include "base/ascii.h"

namespace runbookc {
namespace {

bool is_name_start(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || (c & 0x80) != 0;
}
bool is_name(char c) { return is_name_start(c) || is_digit(c); }
bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

class SqlReader {
 public:
  SqlReader(std::string_view text, std::string_view program, bool backslashes)
      : text_(text), program_(program), backslashes_(backslashes) {}

  std::vector<std::vector<ShellWord>> read() {
    while (at_ < text_.size()) read_token();
    end_statement();
    return std::move(statements_);
  }

 private:
  char peek(std::size_t ahead = 0) const {
    return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0';
  }

  void read_token() {
    const char c = peek();
    if ((c == '-' && peek(1) == '-') || (c == '#' && backslashes_)) {
      skip_line();
    } else if (c == '/' && peek(1) == '*') {
      if (backslashes_ && peek(2) == '!')
        open_version_comment();
      else
        skip_comment();
    } else if (c == '\'') {
      skip_string();
    } else if (c == '"' || c == '`') {
      read_quoted_name(c);
    } else if (c == '$') {
      read_dollar();
    } else if (c == '\\') {
      read_command();
    } else if (is_name_start(c)) {
      read_name();
    } else if (is_digit(c)) {
      skip_number();
    } else if (c == '<') {
      read_placeholder();
    } else {
      read_punctuation(c);
    }
  }

  void read_punctuation(char c) {
    if (c == ';') end_statement();
    if (c == '(') ++depth_;
    if (c == ')' && depth_ > 0) --depth_;
    ++at_;
  }

  void add_word(std::string_view word, bool literal = true) {
    if (words_.empty()) {
      ShellWord program;
      program.value = program_;
      words_.push_back(std::move(program));
    }
    ShellWord added;
    added.value = depth_ > 0 ? "(" : "";
    added.value += word;
    added.literal = literal;
    words_.push_back(std::move(added));
  }

  void end_statement() {
    depth_ = 0;
    if (!words_.empty()) statements_.push_back(std::move(words_));
    words_.clear();
  }

  void skip_line() { at_ = std::min(text_.find('\n', at_), text_.size()); }

  // They nest in PostgreSQL and not in MySQL; the first end is taken for the end.
  void skip_comment() {
    const std::size_t end = text_.find("*/", at_ + 2);
    at_ = end == std::string_view::npos ? text_.size() : end + 2;
  }

  // What stands in `/*!50000 … */` is executed by MySQL from that version on. Its end is mere
  // punctuation.
  void open_version_comment() {
    at_ += 3;
    while (at_ < text_.size() && is_digit(text_[at_])) ++at_;
  }

  void skip_string() {
    ++at_;
    while (at_ < text_.size() && text_[at_] != '\'') at_ += backslashes_ && peek() == '\\' ? 2 : 1;
    at_ = std::min(at_ + 1, text_.size());
  }

  void read_quoted_name(char quote) {
    const std::size_t end = text_.find(quote, at_ + 1);
    const std::size_t next = end == std::string_view::npos ? text_.size() : end + 1;
    add_word(text_.substr(at_, next - at_));
    at_ = next;
  }

  // `$tag$ … $tag$` is a string; `$NAME` and `${NAME}` are the shell's.
  void read_dollar() {
    std::size_t end = at_ + 1;
    while (end < text_.size() && is_name(text_[end])) ++end;
    if (end < text_.size() && text_[end] == '$') {
      skip_dollar_string(end + 1);
      return;
    }
    if (peek(1) == '{' || peek(1) == '(') {
      end = std::min(text_.find(peek(1) == '{' ? '}' : ')', at_), text_.size());
      end = std::min(end + 1, text_.size());
    }
    add_word(text_.substr(at_, end - at_), false);
    at_ = std::max(end, at_ + 1);
  }

  void skip_dollar_string(std::size_t begin) {
    const std::string_view tag = text_.substr(at_, begin - at_);
    // A tag that never comes again is looked for once; the rest is inside of it.
    const std::size_t end = text_.find(tag, begin);
    at_ = end == std::string_view::npos ? text_.size() : end + tag.size();
  }

  // `<table>`: a placeholder of the runbook.
  void read_placeholder() {
    std::size_t end = at_ + 1;
    while (end < text_.size() && (is_name(text_[end]) || text_[end] == '-')) ++end;
    const bool closed = end > at_ + 1 && end < text_.size() && text_[end] == '>';
    if (closed) add_word(text_.substr(at_, end + 1 - at_), false);
    at_ = closed ? end + 1 : at_ + 1;
  }

  // `\d orders` to the end of its line; `\G` ends the statement before it.
  void read_command() {
    end_statement();
    const std::size_t end = std::min(text_.find('\n', at_), text_.size());
    while (at_ < end) {
      std::size_t stop = at_;
      while (stop < end && !is_space(text_[stop])) ++stop;
      if (stop > at_) add_word(text_.substr(at_, stop - at_));
      at_ = stop + 1;
    }
    at_ = end;
    end_statement();
  }

  void read_name() {
    const std::size_t begin = at_;
    while (at_ < text_.size() && is_name(text_[at_])) ++at_;
    add_word(text_.substr(begin, at_ - begin));
  }

  void skip_number() {
    while (at_ < text_.size() && (is_name(text_[at_]) || text_[at_] == '.')) ++at_;
  }

  std::string_view text_;
  std::string_view program_;
  bool backslashes_;
  std::size_t at_ = 0;
  std::size_t depth_ = 0;
  std::vector<ShellWord> words_;
  std::vector<std::vector<ShellWord>> statements_;
};

}  // namespace

std::vector<std::vector<ShellWord>> sql_statements(std::string_view text, std::string_view program,
                                                   bool backslashes) {
  return SqlReader(text, program, backslashes).read();
}

}  // namespace runbookc
