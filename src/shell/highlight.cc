#include "shell/highlight.h"

#include "base/ascii.h"
#include "shell/highlight_state.h"

namespace runbookc::highlight {

std::vector<Highlight> Highlighter::run() {
  while (at_ < text_.size()) step();
  while (stack_.size() > 1) close();
  return std::move(found_);
}

std::size_t Highlighter::placeholder_size() {
  while (next_ < placeholders_.size() && placeholders_[next_].end <= at_) ++next_;
  const bool here = next_ < placeholders_.size() && placeholders_[next_].begin == at_;
  return here ? placeholders_[next_].size() : 0;
}

void Highlighter::step() {
  switch (top().level) {
    case Level::commands:
      commands_step();
      return;
    case Level::patterns:
      patterns_step();
      return;
    case Level::quote:
      quote_step();
      return;
    case Level::parameter:
      parameter_step();
      return;
    case Level::arithmetic:
      arithmetic_step();
      return;
  }
}

void Highlighter::open(Level level, char closer) {
  stack_.push_back({.level = level, .closer = closer, .begin = at_});
}

void Highlighter::close() {
  const OpenLevel frame = top();
  stack_.pop_back();
  if (frame.level == Level::quote) add(frame.begin, at_, HighlightKind::string);
  if (frame.level == Level::parameter) add(frame.begin, at_, HighlightKind::variable);
  // What encloses it goes on with a part of its own.
  top().begin = at_;
}

void Highlighter::cut() {
  if (top().level == Level::quote) add(top().begin, at_, HighlightKind::string);
  if (top().level == Level::parameter) add(top().begin, at_, HighlightKind::variable);
  top().begin = at_;
}

void Highlighter::open_commands(std::size_t size, char closer) {
  cut();
  take(size, HighlightKind::op);
  open(Level::commands, closer);
}

bool Highlighter::expansion() {
  if (peek() == '`') {
    if (top().closer == '`') return false;
    open_commands(1, '`');
    return true;
  }
  if (peek() != '$') return false;
  if (sees("$((")) {
    cut();
    take(3, HighlightKind::op);
    open(Level::arithmetic);
  } else if (sees("$(")) {
    open_commands(2, ')');
  } else if (sees("${")) {
    cut();
    open(Level::parameter);
    skip(2);
  } else {
    return variable();
  }
  return true;
}

bool Highlighter::variable() {
  std::size_t size = 1;
  if (is_digit(peek(1)) || (peek(1) != '\0' && holds("?$#!@*-", peek(1)))) {
    size = 2;
  } else {
    while (is_word(peek(size))) ++size;
  }
  if (size == 1) return false;
  cut();
  take(size, HighlightKind::variable);
  top().begin = at_;
  return true;
}

void Highlighter::quote_step() {
  if (const std::size_t size = placeholder_size(); size != 0) {
    skip(size);
  } else if (peek() == '"') {
    skip(1);
    close();
  } else if (peek() == '\\') {
    skip(2);
  } else if (!expansion()) {
    skip(1);
  }
}

void Highlighter::parameter_step() {
  if (const std::size_t size = placeholder_size(); size != 0) {
    skip(size);
  } else if (peek() == '}') {
    skip(1);
    close();
  } else if (peek() == '\\') {
    skip(2);
  } else if (peek() == '"') {
    cut();
    open(Level::quote);
    skip(1);
  } else if (!expansion()) {
    skip(1);
  }
}

void Highlighter::arithmetic_step() {
  if (const std::size_t size = placeholder_size(); size != 0) {
    skip(size);
  } else if (peek() == ')' && top().depth == 0) {
    take(sees("))") ? 2 : 1, HighlightKind::op);
    close();
  } else {
    if (peek() == '(') ++top().depth;
    if (peek() == ')') --top().depth;
    if (!expansion()) skip(1);
  }
}

void Highlighter::patterns_step() {
  if (placeholder_size() == 0 && pattern_mark()) return;
  word_text(false, HighlightKind::string, 0);
}

bool Highlighter::pattern_mark() {
  if (peek() == '#') {
    comment();
  } else if (peek() == '(' || peek() == '|') {
    take(1, HighlightKind::op);
  } else if (peek() == ')') {
    take(1, HighlightKind::op);
    top().level = Level::commands;
    top().closer = ';';
    top().expected = Expected::program;
  } else if (holds(kBreaks, peek()) || sees("\\\n")) {
    skip(1);
  } else if (text_.substr(at_, end_of_word() - at_) == "esac") {
    take(4, HighlightKind::keyword);
    close();
    top().expected = Expected::argument;
  } else {
    return false;
  }
  return true;
}

}  // namespace runbookc::highlight

namespace runbookc {

std::vector<Highlight> highlight_shell(std::string_view text,
                                       const std::vector<ByteRange>& placeholders) {
  return highlight::Highlighter(text, placeholders).run();
}

}  // namespace runbookc
