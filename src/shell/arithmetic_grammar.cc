// `$((…))`, `((…))` and `$[…]`, and what only begins as one of them.
#include "shell/grammar_state.h"

namespace runbookc::shell {

// `$[…]`, the old way to write `$((…))`.
void Grammar::bracket_arithmetic_step() {
  const char c = peek();
  if (c != '[' && c != ']') {
    text_step(true);
    return;
  }
  ++at_;
  Offset& open = top().depth;
  if (c == '[')
    ++open;
  else if (open > 0)
    --open;
  else
    close_expansion();
}

void Grammar::arithmetic_step() {
  Frame& frame = top();
  if (text_.substr(frame.begin).starts_with("$[") && !starts_name(peek())) {
    bracket_arithmetic_step();
    return;
  }
  if (peek() == '(') {
    ++frame.depth;
    ++at_;
    return;
  }
  if (starts_name(peek())) {
    arithmetic_name();
    return;
  }
  if (peek() == ';' && frame.semicolons < 3) ++frame.semicolons;
  if (peek() != ')') {
    text_step(true);
    return;
  }
  if (frame.depth > 0) {
    --frame.depth;
    ++at_;
    return;
  }
  const bool expansion = text_[frame.begin] == '$';
  if (expansion && frame.groups > 0) {
    close_late_substitution();
    return;
  }
  if (peek(1) != ')') {
    if (expansion)
      ++frame.groups, ++at_;
    else
      no_arithmetic();
    return;
  }
  at_ += 2;
  close_arithmetic();
}

// Behind its `))`.
void Grammar::close_arithmetic() {
  const Offset begin = top().begin;
  Frame& parent = stack_[stack_.size() - 2];
  if (parent.kind == Kind::for_head && top().semicolons != 2) {
    fail(begin, at_, "two ';' are expected in the head of 'for'");
  } else if (parent.kind == Kind::for_head) {
    const std::string_view head = text_.substr(begin, at_ - begin);
    const std::size_t condition = head.find(';') + 1;
    parent.around.endless |=
        head.find_first_not_of(" \t\n", condition) == head.find(';', condition);
    stack_.pop_back();
  } else if (text_[begin] == '(') {
    close_compound();
  } else {
    close_expansion();
  }
}

// Drops what was found since `begin`.
void Grammar::forget(Offset begin) {
  open_ = open_ && begin_ < begin;
  end_ = std::min(end_, begin);
  auto& commands = script_.commands;
  for (; !commands.empty() && commands.back().range.begin >= begin; commands.pop_back()) {
    for (const ShellRedirection& redirection : commands.back().redirections)
      homes_.erase(redirection.target.range.begin);
  }
  while (!background_.empty() && background_.back().second > commands.size())
    background_.pop_back();
  auto& variables = script_.variables;
  while (!variables.empty() && variables.back().range.begin >= begin) variables.pop_back();
  while (!nested_.empty() && nested_.back().range.begin >= begin) nested_.pop_back();
  while (!documents_.empty() && documents_.back().at >= begin) documents_.pop_back();
  while (!comments_.empty() && comments_.back().begin >= begin) comments_.pop_back();
}

// `$((a); b)` is a substitution after all. Bash sees that when it runs it, and so what is in it is
// read later.
void Grammar::close_late_substitution() {
  const Offset begin = top().begin;
  forget(begin);
  nest(begin + 2, at_, false, false);
  ++at_;
  close_expansion();
}

void Grammar::no_arithmetic() {
  const Offset begin = top().begin;
  rescanned_ += at_ - begin;
  const bool head = stack_[stack_.size() - 2].kind == Kind::for_head;
  if (head || rescanned_ > 8 * (text_.size() - start_) + 1024) {
    fail(at_, at_ + 1, "'))' is expected here");
    return;
  }
  forget(begin);
  no_arithmetic_.insert(begin);
  stack_.pop_back();
  at_ = begin;
}

}  // namespace runbookc::shell
