// Characters to words: blanks, comments, here-documents, quotes and expansions.
#include <array>

#include "shell/ansi_quote.h"
#include "shell/grammar_state.h"

namespace runbookc::shell {

// Of the backslash with the line end at `at`, or 0.
Offset Grammar::continuation_size(Offset at) const {
  const std::string_view rest = text_.substr(at);
  if (rest.starts_with("\\\n")) return 2;
  return rest.starts_with("\\\r\n") ? 3 : 0;
}

Offset Grammar::after_blanks(Offset at) const {
  while (at < text_.size()) {
    const Offset size = holds(" \t", text_[at]) ? 1 : continuation_size(at);
    if (size == 0) break;
    at += size;
  }
  return at;
}

// What stands from `begin` to `end`, without the continuations in it.
std::string Grammar::joined(Offset begin, Offset end) const {
  std::string word;
  for (Offset at = begin; at < end;) {
    const Offset size = continuation_size(at);
    if (size == 0) word += text_[at];
    at += std::max<Offset>(size, 1);
  }
  return word;
}

// The first bytes of the word at `at`, enough to tell each keyword.
std::string Grammar::word_ahead(Offset at) const {
  constexpr std::size_t kLongestKeyword = 8;
  std::string word;
  while (at < text_.size() && word.size() <= kLongestKeyword &&
         !holds(" \t\r\n;&|()<>", text_[at])) {
    const Offset size = continuation_size(at);
    if (size == 0) word += text_[at];
    at += std::max<Offset>(size, 1);
  }
  return word;
}

bool Grammar::skipped_blank() {
  const char c = peek();
  if (holds(" \t\r", c)) return ++at_, true;
  if (const Offset size = continuation_size(at_); size != 0) return at_ += size, true;
  if (c != '#') return false;
  const auto line = std::min(text_.find('\n', at_), text_.size());
  auto end = static_cast<Offset>(line);
  if (text_[end - 1] == '\r') --end;
  const bool trailing = !open_ && !script_.statements.empty() && same_line_;
  auto& comments = trailing ? script_.statements.back().comments : comments_;
  comments.push_back({at_, end});
  at_ = static_cast<Offset>(line);
  return true;
}

void Grammar::begin_word(Role role) {
  push(Kind::word, at_);
  words_.emplace_back();
  words_.back().word.range = {at_, at_};
  words_.back().role = role;
  words_.back().regex = role == Role::condition && regex_;
  regex_ = false;
}

bool Grammar::blocks_word() {
  const char c = peek();
  if (c == '<' || c == '>') return peek(1) != '(' && placeholder_end(at_) == 0;
  return holds("\n;&|()", c);
}

// Text in many substitutions is not copied to each of the words around it: that were quadratic.
void Grammar::close_expansion() {
  const Offset begin = top().begin;
  stack_.pop_back();
  if (substitutions_.size() <= kListedSubstitutions) keep(begin, at_);
  mark_expansion();
}

Offset Grammar::placeholder_end(Offset at) {
  const auto found = std::ranges::lower_bound(placeholders_, at, {}, &ByteRange::begin);
  return found != placeholders_.end() && found->begin == at ? found->end : 0;
}

void Grammar::word_step() {
  const char c = peek();
  if (const Offset end = c == '<' || c == '[' || c == '{' ? placeholder_end(at_) : 0; end != 0) {
    keep(at_, end);
    words_.back().word.placeholder = true;
    at_ = end;
    return;
  }
  if (c == '[' && opens_subscript()) {
    push(Kind::subscript, at_);
    ++at_;
    return;
  }
  if (c == '=' && !words_.back().equals) {
    begin_value();
    return;
  }
  if (!holds(" \t\r\n;&|()<>", c)) {
    text_step(true);
    return;
  }
  const Word& word = words_.back();
  const Offset begin = word.word.range.begin;
  const bool special = holds("()|<>", c);
  if ((c == '<' || c == '>') && peek(1) == '(') {
    open_substitution(2);
    return;
  }
  if (c == '(' && opens_group(word, begin)) {
    push(Kind::group, at_);
    ++at_;
    return;
  }
  if (c == '(' && word.value_begin == at_ && takes_arrays()) {
    push(Kind::array, at_);
    ++at_;
    return;
  }
  if (word.regex && special && c != ')') {
    keep(at_, at_ + 1);
    ++at_;
    return;
  }
  end_word();
}

bool Grammar::opens_group(const Word& word, Offset begin) const {
  if (word.regex) return true;
  const bool program =
      word.role == Role::argument && stack_[stack_.size() - 2].place != Place::simple;
  return !program && at_ > begin && holds("?*+@!", text_[at_ - 1]);
}

void Grammar::open_substitution(Offset size) {
  push(Kind::substitution, at_);
  substitutions_.push_back(at_);
  at_ += size;
}

void Grammar::text_step(bool single) {
  const Offset begin = at_;
  switch (peek()) {
    case '\\':
      escape();
      return;
    case '\'':
      if (single) {
        single_quote(at_ + 1, false);
        return;
      }
      break;
    case '"':
      mark_quoted();
      push(Kind::quote, at_++);
      return;
    case '`':
      backquote();
      return;
    case '$':
      dollar(single);
      return;
    case '*':
    case '?':
    case '[':
    case '{':
      if (single) mark_expansion();
      break;
    default:
      break;
  }
  ++at_;
  keep(begin, at_);
}

void Grammar::escape() {
  const bool inside = top().kind == Kind::quote;
  const bool kept = inside && !holds("$`\"\\\n", peek(1));
  if (const Offset size = continuation_size(at_); size != 0) {
    skip(size);
    return;
  }
  mark_quoted();
  if (at_ + 1 >= text_.size()) {
    skip(2);
    return;
  }
  keep(kept ? at_ : at_ + 1, at_ + 2);
  skip(2);
}

void Grammar::single_quote(Offset begin, bool escapes) {
  std::size_t end = text_.find_first_of(escapes ? "'\\" : "'", begin);
  while (end != std::string_view::npos && text_[end] == '\\')
    end = text_.find_first_of("'\\", end + 2);
  if (end == std::string_view::npos) {
    open_quote(begin - 1);
    return;
  }
  mark_quoted();
  if (escapes && in_word_text())
    words_.back().word.value += ansi_quoted(text_.substr(begin, end - begin));
  else
    keep(begin, static_cast<Offset>(end));
  at_ = static_cast<Offset>(end + 1);
}

void Grammar::backquote() {
  const Offset begin = at_ + 1;
  const bool quoted = top().kind == Kind::quote;
  bool escaped = false;
  std::size_t end = text_.find_first_of("`\\", begin);
  while (end != std::string_view::npos && text_[end] == '\\') {
    const char next = end + 1 < text_.size() ? text_[end + 1] : '\0';
    escaped = escaped || holds("$`\\", next) || (quoted && next == '"');
    end = text_.find_first_of("`\\", end + 2);
  }
  if (end == std::string_view::npos) {
    fail({{at_, begin},
          "the backquote opened here is never closed",
          "close it with another backquote, or write \\` for one that is text"},
         true);
    return;
  }
  const auto after = static_cast<Offset>(end + 1);
  keep(at_, after);
  mark_expansion();
  at_ = after;
  if (end > begin) nest(begin, static_cast<Offset>(end), escaped, quoted);
}

// Commands that are read later.
void Grammar::nest(Offset begin, Offset end, bool escaped, bool quoted) {
  if (substitutions_.size() > kListedSubstitutions) {
    unlisted_ = true;
    return;
  }
  Nested part{{begin, end}};
  part.statement = static_cast<std::uint32_t>(script_.statements.size());
  part.around = top().around;
  part.around.substitution = true;
  part.escaped = escaped;
  part.quoted = quoted;
  nested_.push_back(std::move(part));
}

void Grammar::dollar(bool single) {
  const char next = peek(1);
  if (next == '(') {
    if (peek(2) != '(') {
      open_substitution(2);
      return;
    }
    push(Kind::arithmetic, at_);
    skip(3);
    return;
  }
  if (next == '[') {
    push(Kind::arithmetic, at_);
    skip(2);
    return;
  }
  if (next == '{') {
    const bool document = top().kind == Kind::document;
    note_parameter();
    push(Kind::parameter, at_);
    top().depth = document ? 1 : 0;  // an apostrophe in it is no quote
    skip(2);
    return;
  }
  if (next == '\'' && single) {
    single_quote(at_ + 2, true);
    return;
  }
  if (next == '"' && single) {
    ++at_;
    return;
  }
  Offset size = 1;
  if (starts_name(next)) {
    size = name_end(at_ + 1) - at_;
    note_variable(VariableUse::needed, {at_ + 1, at_ + size});
  } else if (next != '\0' && (is_digit(next) || holds("?$#!@*-", next))) {
    size = 2;
  }
  if (size > 1) mark_expansion();
  keep(at_, at_ + size);
  at_ += size;
}

void Grammar::quote_step() {
  if (peek() != '"') {
    text_step(false);
    return;
  }
  ++at_;
  stack_.pop_back();
}

void Grammar::document_step() {
  if (peek() == '"') {
    ++at_;
    return;
  }
  text_step(false);
}

void Grammar::parameter_step() {
  if (peek() == '}') {
    ++at_, close_expansion();
    return;
  }
  text_step(top().depth == 0);
}

void Grammar::group_step() {
  if (peek() == ')') {
    ++at_, close_expansion();
    return;
  }
  if (peek() == '(') {
    push(Kind::group, at_++);
    return;
  }
  if (peek() == '\n') {
    fail(top().begin, top().begin + 1, "the '(' opened here is never closed on its line");
    return;
  }
  text_step(true);
}

}  // namespace runbookc::shell
