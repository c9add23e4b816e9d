// Names of variables in expansions, and in arithmetic where it assigns.
#include <array>

#include "shell/grammar_state.h"

namespace runbookc::shell {
namespace {

// Where a subscript is longer, a default after it goes unseen: looking further were quadratic.
constexpr std::size_t kLongestSubscript = 64;

// What follows the name and its subscript in `${name[…]`.
std::string_view after_subscript(std::string_view rest) {
  if (!rest.starts_with('[')) return rest;
  const std::size_t end = rest.substr(0, kLongestSubscript).find_first_of("]}\n");
  return end != std::string_view::npos && rest[end] == ']' ? rest.substr(end + 1) : rest;
}

bool assigns(std::string_view rest) {
  const auto blanks = rest.find_first_not_of(" \t");
  rest.remove_prefix(std::min(blanks, rest.size()));
  if (rest.starts_with("++") || rest.starts_with("--")) return true;
  if (rest.starts_with("<<=") || rest.starts_with(">>=")) return true;
  if (!rest.empty() && holds("+-*/%&|^", rest[0])) return rest.substr(1).starts_with('=');
  return rest.starts_with('=') && !rest.starts_with("==");
}

}  // namespace

Offset Grammar::name_end(Offset at) const {
  return at + static_cast<Offset>(name_size(text_.substr(std::min<std::size_t>(at, text_.size()))));
}

void Grammar::note_variable(VariableUse use, ByteRange name) {
  const bool delimiter = in_word_text() && words_.back().role == Role::document;
  if (name.begin == name.end || delimiter) return;
  ShellVariable variable{std::string(text_.substr(name.begin, name.size())), name, use};
  variable.statement = static_cast<std::uint32_t>(script_.statements.size());
  variable.around = top().around;
  script_.variables.push_back(std::move(variable));
}

// At `${`. `${!X*}` lists names and reads no variable.
void Grammar::note_parameter() {
  Offset begin = at_ + 2;
  const bool indirect = begin < text_.size() && text_[begin] == '!';
  if (indirect || (begin < text_.size() && text_[begin] == '#')) ++begin;
  const Offset end = name_end(begin);
  std::string_view rest = after_subscript(text_.substr(end));
  if (indirect && (rest.starts_with("*}") || rest.starts_with("@}"))) return;
  if (rest.starts_with(':')) rest.remove_prefix(1);
  const bool defaulted = !rest.empty() && holds("-=+", rest[0]);
  note_variable(defaulted ? VariableUse::defaulted : VariableUse::needed, {begin, end});
  if (defaulted && rest[0] == '=') note_variable(VariableUse::set, {begin, end});
}

// A name in arithmetic, which is 0 where it is not set.
void Grammar::arithmetic_name() {
  const Offset end = name_end(at_);
  if (assigns(text_.substr(end))) note_variable(VariableUse::set, {at_, end});
  at_ = end;
}

}  // namespace runbookc::shell
