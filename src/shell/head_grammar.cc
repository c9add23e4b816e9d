// Heads of `for` and `case`, patterns, tests in `[[ ]]` and arrays.
#include <array>

#include "shell/grammar_state.h"

namespace runbookc::shell {

// The steps of `for` and `select`, kept in `depth`: 0 name due, 1 name, 5 lines after it, 2 items,
// 4 arithmetic, 3 after the `;` or line that ends the head.
void Grammar::head_word(std::string_view word, Offset begin) {
  Frame& head = top();
  if (head.depth == 0) {
    head.depth = 1;
    note_variable(VariableUse::set, {begin, name_end(begin)});
  } else if (word == "in" && (head.depth == 1 || head.depth == 5))
    head.depth = 2;
  else if (word == "do")
    head.kind = Kind::loop_body;
  else if (word == "{")
    head.kind = Kind::brace;
  else
    fail(begin, at_, "'do' is expected, not " + shown(begin, at_));
}

void Grammar::for_step() {
  if (skipped_blank()) return;
  Frame& head = top();
  const char c = peek();
  if (head.depth == 0 && sees("((")) {
    head.depth = 4;
    push(Kind::arithmetic, at_);
    at_ += 2;
    return;
  }
  if (c == '\n' && head.depth != 0) {
    head.depth = head.depth == 1 || head.depth == 5 ? 5 : 3;
    newline();
    return;
  }
  if (c == ';' && (head.depth == 1 || head.depth == 2 || head.depth == 4)) {
    head.depth = 3;
    ++at_;
    return;
  }
  if (blocks_word()) {
    unexpected(at_, at_ + 1);
    return;
  }
  begin_word(head.depth == 2 ? Role::item : Role::name);
}

void Grammar::subject(std::string_view word, Offset begin) {
  if (top().depth == 0) {
    top().depth = 1;
    return;
  }
  if (word != "in") {
    fail(begin, at_, "'in' is expected, not " + shown(begin, at_));
    return;
  }
  top().kind = Kind::case_patterns;
  top().depth = 0;
}

void Grammar::case_head_step() {
  if (skipped_blank()) return;
  if (peek() == '\n' && top().depth == 1) {
    newline();
    return;
  }
  if (blocks_word()) {
    unexpected(at_, at_ + 1);
    return;
  }
  begin_word(Role::subject);
}

void Grammar::pattern_step() {
  if (skipped_blank()) return;
  Frame& frame = top();
  const char c = peek();
  if (c == '\n' && frame.depth == 0) {
    newline();
    return;
  }
  if (c == '(' && frame.depth == 0) {
    frame.depth = 2;
    ++at_;
    return;
  }
  if (c == '|' && frame.depth == 1) {
    frame.depth = 2;
    ++at_;
    return;
  }
  if (c == ')' && frame.depth == 1) {
    frame.kind = Kind::case_body;
    frame.place = Place::start;
    frame.filled = false;
    ++at_;
    return;
  }
  if (frame.depth == 1) {
    fail(at_, at_ + 1, "')' is expected after the pattern");
    return;
  }
  if (blocks_word()) {
    unexpected(at_, at_ + 1);
    return;
  }
  begin_word(Role::pattern);
}

void Grammar::condition_word(std::string_view word, Offset begin) {
  constexpr std::array<std::string_view, 13> kBinary = {
      "=", "==", "!=", "=~", "-eq", "-ne", "-lt", "-le", "-gt", "-ge", "-nt", "-ot", "-ef"};
  Offset& step = top().depth;
  const bool unary = word.size() == 2 && word[0] == '-' && starts_name(word[1]);
  regex_ = step == 1 && word == "=~";
  if (step == 0 && word == "!") return;
  if (step == 0) {
    step = unary ? 4 : 1;
    return;
  }
  if (step == 2 || step == 4) {
    step = 3;
    return;
  }
  if (step == 3 || std::ranges::find(kBinary, word) == kBinary.end()) {
    unexpected(begin, at_);
    return;
  }
  step = 2;
}

bool Grammar::condition_fits(char c, bool joins) {
  if (c == '(') return top().depth == 0;
  if (c == ')') return tested() && top().groups > 0;
  return joins ? tested() : top().depth == 1 && c != '|' && c != '&';
}

void Grammar::condition_operator() {
  const char c = peek();
  const bool joins = sees("&&") || sees("||");
  const Offset size = joins ? 2 : 1;
  if (!condition_fits(c, joins)) {
    unexpected(at_, at_ + size);
    return;
  }
  Frame& test = top();
  test.depth = joins || c == '(' ? 0 : 2;
  if (c == '(') ++test.groups;
  if (c == ')') {
    test.depth = 3;
    --test.groups;
  }
  at_ += size;
}

void Grammar::condition_step() {
  if (skipped_blank()) return;
  const char c = peek();
  if (c == '\n' && (top().depth == 0 || top().depth == 3)) {
    newline();
    return;
  }
  if (c == '\n') {
    unexpected(at_, at_ + 1);
    return;
  }
  if (sees("]]") && (at_ + 2 >= text_.size() || holds(" \t\r\n;&|()<>", peek(2)))) {
    if (!tested() || top().groups > 0) {
      fail(at_, at_ + 2, std::string(tested() ? "')'" : "a test") + " is expected before ']]'");
      return;
    }
    at_ += 2;
    close_compound();
    return;
  }
  if (c == ';' || (c == '&' && peek(1) != '&')) {
    fail(at_, at_ + 1, "']]' is expected before this");
    return;
  }
  if (!regex_ && blocks_word()) {
    condition_operator();
    return;
  }
  begin_word(Role::condition);
}

void Grammar::array_step() {
  if (skipped_blank()) return;
  if (peek() == '\n') {
    newline();
    return;
  }
  if (peek() == ')') {
    ++at_, close_expansion();
    return;
  }
  if (blocks_word()) {
    unexpected(at_, at_ + 1);
    return;
  }
  begin_word(Role::element);
}

}  // namespace runbookc::shell
