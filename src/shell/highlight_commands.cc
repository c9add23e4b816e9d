// Lists of commands: what stands between words, redirections and here-documents.
#include <utility>

#include "shell/highlight_state.h"

namespace runbookc::highlight {

void Highlighter::comment() {
  const Offset begin = at_;
  while (at_ < text_.size() && peek() != '\n') skip(std::max<std::size_t>(placeholder_size(), 1));
  add(begin, at_, HighlightKind::comment);
}

void Highlighter::commands_step() {
  if (top().in_word) {
    top().in_word = false;
    word_text(false, HighlightKind::string, 0);
    return;
  }
  if (placeholder_size() != 0 || !command_mark(peek())) word();
}

bool Highlighter::command_mark(char c) {
  if (holds(kBlanks, c)) {
    skip(1);
  } else if (sees("\\\n")) {
    skip(2);
  } else if (c == '\n') {
    newline();
  } else if (c == '#') {
    comment();
  } else if (c == top().closer && holds("`)", c)) {
    close_commands();
  } else if (c == ')') {
    take(1, HighlightKind::op);
  } else if (c == '(') {
    parenthesis();
  } else if (holds(";&|", c)) {
    connector();
  } else if (c == '<' || c == '>') {
    redirection();
  } else {
    return false;
  }
  return true;
}

void Highlighter::close_commands() {
  take(1, HighlightKind::op);
  close();
}

void Highlighter::parenthesis() {
  const bool first = top().expected == Expected::program;
  if (sees("((") && (first || top().expected == Expected::loop_variable)) {
    take(2, HighlightKind::op);
    top().expected = Expected::argument;
    open(Level::arithmetic);
    return;
  }
  if (sees("()")) {  // behind the name of a function
    take(2, HighlightKind::op);
    top().expected = Expected::program;
    return;
  }
  top().expected = Expected::argument;
  open_commands(1, ')');
}

void Highlighter::connector() {
  if (sees("&>")) {
    redirection();
    return;
  }
  const bool ends_case = top().closer == ';' && sees(";;");
  const bool doubled = peek() == peek(1) || sees("|&") || sees(";&");
  take(doubled ? 2 : 1, HighlightKind::op);
  if (ends_case) top().level = Level::patterns;
  top().expected = Expected::program;
  top().target = false;
}

void Highlighter::redirection() {
  if (peek(1) == '(') {
    top().target = false;
    open_commands(2, ')');
    return;
  }
  const Offset begin = at_;
  while (holds("<>&|", peek()) && at_ - begin < 3) skip(1);
  const std::string_view op = text_.substr(begin, at_ - begin);
  const bool document = op == "<<";
  const bool strips = document && peek() == '-';
  if (strips) skip(1);
  add(begin, at_, HighlightKind::op);
  if (document) {
    begin_document(strips);
  } else {
    top().target = true;
  }
}

void Highlighter::begin_document(bool strips) {
  while (holds(" \t", peek())) skip(1);
  AnnouncedDocument document{.delimiter = {}, .strips = strips};
  char quote = '\0';
  while (at_ < text_.size() && peek() != '\n' && (quote != '\0' || !holds(kBreaks, peek()))) {
    const bool closes = peek() == quote;
    if (closes || (quote == '\0' && holds("\"'\\", peek()))) {
      quote = closes || peek() == '\\' ? '\0' : peek();
      document.expands = false;
    } else {
      document.delimiter += peek();
    }
    skip(1);
  }
  documents_.push_back(std::move(document));
}

void Highlighter::newline() {
  skip(1);
  top().expected = Expected::program;
  top().target = false;
  for (const AnnouncedDocument& document : std::exchange(documents_, {})) read_document(document);
}

void Highlighter::read_document(const AnnouncedDocument& document) {
  while (at_ < text_.size()) {
    const std::size_t end = std::min(text_.find('\n', at_), text_.size());
    std::string_view line = text_.substr(at_, end - at_);
    if (document.strips) line.remove_prefix(std::min(line.find_first_not_of('\t'), line.size()));
    const bool last = line == document.delimiter;
    while (at_ < end) {
      if (last || !document.expands || placeholder_size() != 0 || !plain_variable(end)) skip(1);
    }
    skip(1);
    if (last) return;
  }
}

bool Highlighter::plain_variable(std::size_t line_end) {
  if (peek() == '\\') {
    if (at_ + 2 <= line_end) skip(1);
    return false;
  }
  if (peek() != '$') return false;
  if (peek(1) != '{') return variable();
  constexpr std::size_t kLongest = 200;  // a line may hold many that never end
  const std::size_t end =
      text_.substr(0, std::min<std::size_t>(line_end, at_ + kLongest)).find('}', at_);
  if (end == std::string_view::npos) return false;
  take(end + 1 - at_, HighlightKind::variable);
  return true;
}

}  // namespace runbookc::highlight
