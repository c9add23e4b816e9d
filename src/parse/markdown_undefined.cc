#include "parse/markdown_undefined.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/text.h"
#include "parse/markdown_link_syntax.h"

namespace runbookc {
namespace {

bool is_word_byte(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
         (c & 0x80) != 0;
}

constexpr std::size_t kLongestText = 200;  // bytes of a link's text that are looked through

// Without a space in it, so that nothing else can be meant.
bool is_web_address(std::string_view text) {
  return (text.starts_with("https://") || text.starts_with("http://")) &&
         text.find_first_of(" \t\n<>") == std::string_view::npos;
}

bool is_word(std::string_view text) {
  const std::size_t first = text.find_first_not_of("`*_'\"");
  return first != std::string_view::npos && is_word_byte(text[first]) &&
         (text[first] < '0' || text[first] > '9');
}

// Two words at least. One alone may be a citation ("[RFC2119]"), one with a colon an option's
// default, and there are tasks' boxes and the numbers of footnotes.
bool is_link_text(std::string_view text) {
  if (text.starts_with('^') || text.find(':') != std::string_view::npos) return false;
  std::size_t words = 0;
  for (const std::string_view piece : split(text, ' ')) words += is_word(piece) ? 1 : 0;
  return words > 1;
}

// "func(x)[…]" is code.
bool begins_word(std::string_view content, std::size_t at) {
  return at == 0 || content[at - 1] == ' ' || content[at - 1] == '\t' || content[at - 1] == '\n';
}

class ReferenceScan {
 public:
  ReferenceScan(MarkdownBuild& build, std::string_view content, const ContentMap& map)
      : build_(&build), content_(content), map_(&map) {}

  void run(const std::vector<ContentRange>& skipped) {
    auto skip = skipped.begin();
    for (std::size_t at = 0; at < content_.size(); ++at) {
      while (skip != skipped.end() && skip->end <= at) ++skip;
      if (skip != skipped.end() && at >= skip->begin) {
        at = skip->end - 1;
      } else if (content_[at] == '\\') {
        ++at;
      } else if (content_[at] == '[') {
        open_.push_back(at);
      } else if (content_[at] == ']' && !open_.empty()) {
        at = close(at);
      }
    }
  }

 private:
  // Handles the bracket at `at`; returns the last byte that belongs to what was found.
  std::size_t close(std::size_t at) {
    const std::size_t begin = open_.back();
    open_.pop_back();
    if (const auto end = end_of_broken_link(begin, at)) return *end - 1;
    if (at + 1 >= content_.size() || content_[at + 1] != '[') return at;
    const auto end = scan_label(content_, at + 1);
    if (!end || begin + 1 == at || (begin > 0 && is_word_byte(content_[begin - 1]))) return at;
    const bool collapsed = *end == at + 3;
    const std::string_view label = collapsed ? content_.substr(begin + 1, at - begin - 1)
                                             : content_.substr(at + 2, *end - at - 3);
    const bool is_label = !trim(label).empty() && label.front() != '^' &&
                          label.find_first_of(collapsed ? "[]" : "") == std::string_view::npos;
    if (!is_label || build_->definitions->target(label)) return at;
    build_->document->undefined_references.push_back(
        {collapse_space(label), map_->span(begin, *end)});
    return *end - 1;
  }

  // `[text] (https://…)` and `(text)[https://…]`, with the brackets at `begin` and `at`: one past
  // them, if they are such and reported.
  std::optional<std::size_t> end_of_broken_link(std::size_t begin, std::size_t at) {
    const std::string_view inner = trim(content_.substr(begin + 1, at - begin - 1));
    if (is_web_address(inner)) return report_reversed(begin, at, inner);
    const std::string_view rest = content_.substr(at + 1);
    if (!rest.starts_with(" (") || !is_link_text(inner) ||
        (begin > 0 && is_word_byte(content_[begin - 1]))) {
      return std::nullopt;
    }
    const std::size_t end = std::min(rest.find_first_of(" \t\n)", 2), rest.size());
    const std::string_view target = rest.substr(2, end - 2);
    if (end == rest.size() || rest[end] != ')' || !is_web_address(target)) return std::nullopt;
    build_->add_problem(ProblemKind::broken_link, map_->span(begin, at + 2 + end),
                        "the space between ']' and '(' keeps this from being a link",
                        "write '](' without a space", std::string(target));
    return at + 2 + end;
  }

  std::optional<std::size_t> report_reversed(std::size_t begin, std::size_t at,
                                             std::string_view target) {
    if (begin == 0 || content_[begin - 1] != ')') return std::nullopt;
    const std::size_t from = begin - std::min(begin, kLongestText);
    const std::size_t found = content_.substr(from, begin - from).rfind('(');
    const std::size_t open = from + found;
    if (found == std::string_view::npos || !begins_word(content_, open)) return std::nullopt;
    build_->add_problem(ProblemKind::broken_link, map_->span(open, at + 1),
                        "the brackets are the wrong way round: this is no link",
                        "write '[text](target)'", std::string(target));
    return at + 1;
  }

  MarkdownBuild* build_;
  std::string_view content_;
  const ContentMap* map_;
  std::vector<std::size_t> open_;
};

}  // namespace

void find_undefined_references(MarkdownBuild& build, std::string_view content,
                               const ContentMap& map, std::vector<ContentRange> skipped) {
  const bool may_hold_any = std::ranges::any_of(
      std::array<std::string_view, 3>{"][", "] (", ")["},
      [&](std::string_view mark) { return content.find(mark) != std::string_view::npos; });
  if (!may_hold_any) return;
  std::ranges::sort(skipped, {}, &ContentRange::begin);
  ReferenceScan(build, content, map).run(skipped);
}

}  // namespace runbookc
