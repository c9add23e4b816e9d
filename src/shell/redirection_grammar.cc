// Redirections and here-documents.
#include <array>

#include "shell/grammar_state.h"

namespace runbookc::shell {

// The operator of redirection at `at`, or "".
static std::string_view redirection_operator(std::string_view rest) {
  constexpr std::array<std::string_view, 12> kOperators = {"<<<", "<<-", "&>>", "<<", ">>", ">&",
                                                           "<&",  "<>",  ">|",  "&>", "<",  ">"};
  const auto* op = std::ranges::find_if(kOperators, [&](auto o) { return rest.starts_with(o); });
  if (op == kOperators.end()) return {};
  const bool process = op->size() == 1 && rest.substr(1).starts_with('(');
  return process ? std::string_view() : *op;
}

// Where the operator would begin: after `2` or `{name}`.
Offset Grammar::after_descriptor() const {
  Offset at = at_;
  if (peek() != '{') {
    while (at < text_.size() && is_digit(text_[at])) ++at;
    return at;
  }
  const auto end = static_cast<Offset>(name_size(text_.substr(at + 1))) + at + 1;
  const bool named = end > at + 1 && end < text_.size() && text_[end] == '}';
  return named ? end + 1 : static_cast<Offset>(text_.size());
}

bool Grammar::redirection() {
  if (!is_digit(peek()) && !holds("<>&{", peek())) return false;
  const Offset begin = after_descriptor();
  const std::string_view op = redirection_operator(text_.substr(begin));
  if (op.empty() || placeholder_end(begin) != 0 || (op.front() == '&' && begin != at_))
    return false;
  if (top().place == Place::function_name || top().compound) return unexpected(at_, at_ + 1), true;
  if (begins()) start_simple();
  const Offset end = begin + static_cast<Offset>(op.size());
  if (top().place == Place::after && !std::exchange(top().redirected, true)) {
    simple_.emplace_back();
    simple_.back().range = {at_, at_};
  }
  if (top().place == Place::simple || top().redirected) {
    ShellRedirection found;
    found.op = op;
    found.descriptor = text_.substr(at_, begin - at_);
    simple_.back().redirections.push_back(std::move(found));
  }
  touch(at_, end);
  at_ = end;
  begin_target(op);
  return true;
}

static std::string_view due_after(std::string_view op) {
  if (op == "<<<") return "a word";
  return op.starts_with("<<") ? "the end mark of a here-document" : "a file";
}

// The file, or the delimiter of a here-document.
void Grammar::begin_target(std::string_view op) {
  const Offset end = at_;
  while (at_ < text_.size() && (peek() == ' ' || peek() == '\t')) ++at_;
  const Offset word = after_descriptor();
  const bool again = word < text_.size() && word > at_ && holds("<>", text_[word]);
  if (again || at_ == text_.size() ||
      (holds("\r\n;&|)<>#", peek()) && peek(1) != '(' && placeholder_end(at_) == 0)) {
    fail(end - static_cast<Offset>(op.size()), end,
         std::string(due_after(op)) + " is expected after '" + std::string(op) + "'");
    return;
  }
  strips_ = op == "<<-";
  begin_word(op == "<<" || op == "<<-" ? Role::document : Role::target);
}

void Grammar::target(Word word) {
  if (word.role == Role::document)
    documents_.push_back(
        {word.word.value, strips_, word.word.range.begin, word.word.range.end, !word.word.quoted});
  if (top().place != Place::simple && !top().redirected) return;
  SimpleCommand& command = simple_.back();
  command.range.end = at_;
  command.redirections.back().expands = word.role == Role::document && !word.word.quoted;
  command.redirections.back().target = std::move(word.word);
}

void Grammar::newline() {
  ++at_;
  read_documents(substitutions_.empty() ? 0 : substitutions_.back());
  // Not clear(), which costs as much as the most here-documents that a line ever had.
  if (!homes_.empty() && documents_.empty()) homes_ = {};
}

// Those that were announced behind `since`: in a substitution the ones around it have to wait.
void Grammar::read_documents(Offset since) {
  const auto first = std::ranges::lower_bound(documents_, since, {}, &HereDocument::at);
  const std::vector<HereDocument> due(first, documents_.end());
  documents_.erase(first, documents_.end());
  for (const HereDocument& document : due) read_document(document);
}

// As bash does, `EOF)` ends a here-document in a substitution, and the substitution.
static bool closes_with_parenthesis(std::string_view line, std::string_view delimiter) {
  return line.starts_with(delimiter) && line.substr(delimiter.size()).starts_with(')');
}

// What keeps a line from being the delimiter, or "" if it was not meant to be.
static std::string slip_of(std::string_view line, const HereDocument& document,
                           const std::string& delimiter) {
  const std::size_t begin = line.find_first_not_of(" \t");
  if (begin == std::string_view::npos || document.delimiter.empty()) return {};
  const std::size_t end = line.find_last_not_of(" \t") + 1;
  if (line.substr(begin, end - begin) != document.delimiter) return {};
  if (end < line.size())
    return "nothing may follow " + delimiter + " on its line, not even a blank";
  if (document.strips) return "only tabs may stand before " + delimiter + ", and no spaces";
  const bool tabs = line.substr(0, begin).find(' ') == std::string_view::npos;
  return "the line " + delimiter + " must stand at column 1" + (tabs ? ", or write '<<-'" : "");
}

std::string shown_delimiter(const HereDocument& document) {
  constexpr std::size_t kLongest = 40;
  const std::string_view line =
      std::string_view(document.delimiter).substr(0, document.delimiter.find('\n'));
  return "'" + std::string(line.size() > kLongest ? "the delimiter" : line) + "'";
}

void Grammar::endless(const HereDocument& document, std::string help) {
  if (script_.error) return;
  Offset begin = document.at;
  while (begin > 0 && holds(" \t-", text_[begin - 1])) --begin;
  script_.error = ShellError{
      {begin - 2, document.end}, "the here-document that starts here never ends", std::move(help)};
}

// Whether the line goes on in the next one, as in a here-document that expands.
static bool is_continued(std::string_view line) {
  const std::size_t last = line.find_last_not_of('\\');
  return (line.size() - (last == std::string_view::npos ? 0 : last + 1)) % 2 == 1;
}

void Grammar::read_document(const HereDocument& document) {
  const std::string delimiter = shown_delimiter(document);
  const Offset begin = at_;
  Offset body_end = at_;
  bool ended = false;
  bool continued = false;
  std::string slip;
  while (at_ < text_.size() && !ended) {
    const auto line_end = std::min(text_.find('\n', at_), text_.size());
    std::string_view line = text_.substr(at_, line_end - at_);
    if (line.ends_with('\r')) line.remove_suffix(1);
    const auto last = static_cast<Offset>(at_ + line.size());
    if (slip.empty())
      slip = continued && line == document.delimiter
                 ? "the line above " + delimiter + " must not end in a backslash, which joins them"
                 : slip_of(line, document, delimiter);
    if (document.strips) line.remove_prefix(std::min(line.find_first_not_of('\t'), line.size()));
    body_end = at_;
    at_ = static_cast<Offset>(std::min(line_end + 1, text_.size()));
    touch(begin, last);
    ended = line == document.delimiter && !continued;
    const std::string_view whole = text_.substr(body_end, line_end - body_end);
    continued = document.expands && is_continued(whole) && (continued || whole.size() > 1);
    if (!ended && !substitutions_.empty() && closes_with_parenthesis(line, document.delimiter)) {
      ended = true;
      at_ = last - static_cast<Offset>(line.size() - document.delimiter.size());
      endless(document, "nothing may follow " + delimiter + " on its line: put ')' on the next");
    }
    if (!ended) body_end = at_;
  }
  if (!ended)
    endless(document, slip.empty() ? "put " + delimiter + " on a line of its own behind the text"
                                   : std::move(slip));
  keep_document(document, {begin, body_end});
}

void Grammar::keep_document(const HereDocument& document, ByteRange body) {
  const auto home = homes_.find(document.at);
  if (home == homes_.end()) {
    unlisted_ = true;
    return;
  }
  const auto [command, redirection] = home->second;
  SimpleCommand& owner = script_.commands[command];
  owner.redirections[redirection].document = text_.substr(body.begin, body.size());
  owner.redirections[redirection].body = body;
  if (!owner.redirections[redirection].expands || body.begin == body.end) return;
  Nested part{body, Kind::document, owner.statement, owner.around};
  part.around.document = true;
  nested_.push_back(std::move(part));
}

}  // namespace runbookc::shell
