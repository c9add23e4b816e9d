// Words: programs, keywords, assignments, arguments.
#include <array>

#include "base/ascii.h"
#include "shell/highlight_state.h"

namespace runbookc::highlight {
namespace {

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::ranges::find(words, word) != words.end();
}

// Behind these a command begins.
constexpr std::array<std::string_view, 11> kOpening = {
    "if", "then", "elif", "else", "while", "do", "until", "{", "!", "time", "coproc"};
constexpr std::array<std::string_view, 4> kClosing = {"fi", "done", "esac", "}"};
// Programs whose first word is a program.
constexpr std::array<std::string_view, 9> kRunners = {"builtin", "command", "doas", "env",  "exec",
                                                      "nice",    "nohup",   "sudo", "xargs"};

}  // namespace

std::size_t Highlighter::end_of_word() const {
  std::size_t end = at_;
  while (end < text_.size() && !holds(kBreaks, text_[end]) && !holds("\"'`$\\", text_[end])) ++end;
  return end;
}

void Highlighter::word() {
  if (top().target) {
    top().target = false;
    word_text(false, HighlightKind::string, 0);
    return;
  }
  const std::string_view ahead = text_.substr(at_, end_of_word() - at_);
  switch (top().expected) {
    case Expected::program:
      first_word(ahead);
      return;
    case Expected::loop_variable:
      top().expected = Expected::loop_in;
      word_text(true, HighlightKind::variable, text_.size());
      return;
    case Expected::loop_in:
      top().expected = Expected::argument;
      if (ahead == "in") {
        in();
      } else {
        word_text(false, HighlightKind::string, 0);
      }
      return;
    case Expected::function_name:
      top().expected = Expected::program;
      word_text(true, HighlightKind::program, text_.size());
      return;
    case Expected::argument:
      argument(ahead);
      return;
  }
}

void Highlighter::in() {
  take(2, HighlightKind::keyword);
  if (top().depth == 0) return;
  --top().depth;
  open(Level::patterns);
}

void Highlighter::argument(std::string_view ahead) {
  if (ahead == "in" && top().depth > 0) {
    in();
  } else if (ahead == "]]") {
    take(2, HighlightKind::keyword);
  } else {
    const bool option = ahead.size() > 1 && ahead[0] == '-';
    const std::size_t end = std::min(ahead.find('='), ahead.size());
    word_text(option, HighlightKind::option, at_ + end);
  }
}

void Highlighter::first_word(std::string_view ahead) {
  if (keyword(ahead)) return;
  std::size_t name = 0;
  while (name < ahead.size() && is_word(ahead[name])) ++name;
  const std::string_view behind = ahead.substr(name);
  const bool sets =
      name > 0 && !is_digit(ahead[0]) && (behind.starts_with('=') || behind.starts_with("+="));
  if (sets) {
    take(name, HighlightKind::variable);
    skip(behind[0] == '+' ? 2 : 1);
    if (peek() == '(') {
      parenthesis_of_array();
    } else {
      word_text(false, HighlightKind::string, 0);
    }
    return;
  }
  const bool digits = !ahead.empty() && std::ranges::all_of(ahead, is_digit);
  if (ahead.starts_with('-')) {  // of `sudo`
    top().expected = Expected::argument;
    argument(ahead);
  } else if (digits && holds("<>", peek(ahead.size()))) {
    take(name, HighlightKind::op);
  } else {
    top().expected = is_one_of(kRunners, ahead) ? Expected::program : Expected::argument;
    word_text(true, HighlightKind::program, text_.size());
  }
}

void Highlighter::parenthesis_of_array() {
  open_commands(1, ')');
  top().expected = Expected::argument;
}

bool Highlighter::keyword(std::string_view word) {
  if (at_ + word.size() < text_.size() && holds("\"'`$\\", text_[at_ + word.size()])) return false;
  Expected next = Expected::argument;
  if (is_one_of(kOpening, word)) {
    next = Expected::program;
  } else if (word == "for" || word == "select") {
    next = Expected::loop_variable;
  } else if (word == "function") {
    next = Expected::function_name;
  } else if (word == "case") {
    ++top().depth;
  } else if (word == "[[") {
    // Its words are arguments.
  } else if (!is_one_of(kClosing, word)) {
    return false;
  }
  take(word.size(), HighlightKind::keyword);
  // The last branch of `case` needs no `;;`.
  if (word == "esac" && top().closer == ';') close();
  top().expected = next;
  return true;
}

void Highlighter::word_text(bool coloured, HighlightKind kind, std::size_t until) {
  Offset begin = at_;
  const auto colour = [&] {
    const auto end = static_cast<Offset>(std::min(std::size_t{at_}, until));
    if (coloured && begin < end) add(begin, end, kind);
  };
  while (at_ < text_.size()) {
    const std::size_t placeholder = placeholder_size();
    if (placeholder != 0) {
      skip(placeholder);
    } else if (holds(kBreaks, peek()) || (peek() == '`' && top().closer == '`')) {
      break;
    } else if (peek() == '\\') {
      if (sees("\\\n")) break;
      skip(2);
    } else if (peek() == '\'' || sees("$'")) {
      colour();
      single_quote();
      begin = at_;
    } else if (holds("\"$`", peek())) {
      colour();
      if (nested()) return;
      begin = at_;
    } else {
      skip(1);
    }
  }
  colour();
}

bool Highlighter::nested() {
  const std::size_t word = stack_.size() - 1;
  stack_[word].in_word = true;
  if (peek() == '"') {
    open(Level::quote);
    skip(1);
  } else if (!expansion()) {
    skip(1);
  }
  const bool opened = stack_.size() > word + 1;
  if (!opened) top().in_word = false;
  return opened;
}

void Highlighter::single_quote() {
  const Offset begin = at_;
  const bool escapes = peek() == '$';
  skip(escapes ? 2 : 1);
  while (at_ < text_.size() && peek() != '\'') {
    const std::size_t placeholder = placeholder_size();
    const std::size_t character = escapes && peek() == '\\' ? 2 : 1;
    skip(placeholder != 0 ? placeholder : character);
  }
  skip(1);
  add(begin, at_, HighlightKind::string);
}

}  // namespace runbookc::highlight
