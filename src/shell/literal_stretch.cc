#include "shell/literal_stretch.h"

#include <algorithm>

namespace runbookc {
namespace {

constexpr std::size_t kNowhere = std::string_view::npos;
constexpr std::size_t kLongestElement = 200;

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }
bool is_name(char c) {
  return is_letter(c) || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == ':';
}

std::string_view name_at(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && is_name(text[end])) ++end;
  return text.substr(at, end - at);
}

// Notes the elements that text[begin, stretch.end) closes.
void read_elements(LiteralStretch& stretch, std::string_view text, std::size_t begin) {
  const std::string_view inner = text.substr(begin, stretch.end - begin);
  for (std::size_t at = inner.find('<'); at != kNowhere; at = inner.find('<', at + 1)) {
    // In a program of sed the slash is escaped.
    const std::string_view rest = inner.substr(at + 1, 2);
    const bool closes = rest.starts_with('/') || rest == "\\/";
    const std::string_view name = name_at(inner, at + 1 + (closes ? rest.find('/') + 1 : 0));
    if (name.empty() || !is_letter(name.front())) continue;
    const std::string_view behind = inner.substr(at + 1 + name.size(), kLongestElement);
    const std::size_t end = closes ? kNowhere : behind.find_first_of("<>");
    const bool alone = end != kNowhere && end > 0 && behind[end] == '>' && behind[end - 1] == '/';
    if (!closes && !alone) continue;
    stretch.xml = true;
    stretch.closed.insert(name);
  }
}

std::size_t quote_end(std::string_view text, std::size_t begin, char quote) {
  if (quote == '\'') return std::min(text.find('\'', begin), text.size());
  std::size_t end = text.find_first_of("\"\\", begin);
  while (end != kNowhere && text[end] == '\\') end = text.find_first_of("\"\\", end + 2);
  return std::min(end, text.size());
}

}  // namespace

void LiteralReader::step() {
  if (!stretch_) {
    step_bare();
    return;
  }
  skip(stretch_->escapes && text_[at_] == '\\' ? 2 : 1);
}

// The closing quote ends the stretch, and is taken with its last byte.
void LiteralReader::skip(std::size_t size) {
  at_ += size;
  if (!stretch_ || at_ < stretch_->end) return;
  at_ = std::max(at_, stretch_->end + 1);
  stretch_.reset();
}

bool LiteralReader::begins_word() const {
  constexpr std::string_view kBefore = " \t\n;";
  return at_ == 0 || kBefore.find(text_[at_ - 1]) != kNowhere;
}

void LiteralReader::step_bare() {
  const char c = text_[at_];
  if (c == '\n') {
    comment_ = false;
    ++at_;
    begin_documents();
  } else if (comment_) {
    ++at_;
  } else if (c == '\\') {
    at_ += 2;
  } else if (c == '\'' || c == '"') {
    ++at_;
    LiteralStretch stretch{.end = quote_end(text_, at_, c), .escapes = c == '"', .closed = {}};
    read_elements(stretch, text_, at_);
    if (stretch.end == at_)
      ++at_;
    else
      stretch_ = std::move(stretch);
  } else {
    comment_ = c == '#' && begins_word();
    if (c == '<' && text_.substr(at_).starts_with("<<")) {
      announce();
      return;
    }
    ++at_;
  }
}

// At `<<`: the delimiter, if it is one that people write.
void LiteralReader::announce() {
  const std::size_t operators = text_.find_first_not_of('<', at_);
  const std::size_t size = std::min(operators, text_.size()) - at_;
  at_ += size;
  if (size != 2) return;
  std::size_t begin = at_;
  if (begin < text_.size() && text_[begin] == '-') ++begin;
  begin = std::min(text_.find_first_not_of(" \t", begin), text_.size());
  const bool marked =
      begin < text_.size() && (text_[begin] == '\'' || text_[begin] == '"' || text_[begin] == '\\');
  if (marked) ++begin;
  const std::string_view name = name_at(text_, begin);
  if (name.empty() || !is_letter(name.front())) return;
  delimiters_.emplace_back(name);
  at_ = begin + name.size();
  const bool closed = marked && at_ < text_.size() && (text_[at_] == '\'' || text_[at_] == '"');
  if (closed) ++at_;
}

// Behind the end of a line.
void LiteralReader::begin_documents() {
  if (delimiters_.empty()) return;
  LiteralStretch stretch{.end = at_, .closed = {}};
  std::size_t line = at_;
  for (const std::string& delimiter : delimiters_) {
    while (line < text_.size()) {
      const std::size_t end = std::min(text_.find('\n', line), text_.size());
      const std::string_view whole = text_.substr(line, end - line);
      const std::string_view inner =
          whole.substr(std::min(whole.find_first_not_of('\t'), whole.size()));
      stretch.end = line;
      line = end + 1;
      if (inner == delimiter) break;
      stretch.end = std::min(line, text_.size());
    }
  }
  delimiters_.clear();
  read_elements(stretch, text_, at_);
  if (stretch.end > at_) stretch_ = std::move(stretch);
}

}  // namespace runbookc
