#include "parse/introduction.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/text.h"

namespace runbookc {
namespace {

std::string_view trim_end_of(std::string_view text, std::string_view marks) {
  return text.substr(0, text.find_last_not_of(marks) + 1);
}

bool starts_sentence(char c) {
  return (c >= 'A' && c <= 'Z') || c == '"' || c == '`' || c == '(' ||
         static_cast<unsigned char>(c) >= 0x80;
}

// "Or:", "For example": words that join, and say nothing.
bool is_bare(std::string_view sentence) {
  const std::string lower = lower_ascii(trim_end_of(sentence, " :.,"));
  constexpr auto kBare = std::to_array<std::string_view>(
      {"for example", "example", "examples", "e.g", "i.e", "output", "example output", "like so",
       "like this", "for instance", "or", "and", "then", "or this", "alternatively", "next"});
  return lower.empty() || std::ranges::find(kBare, lower) != kBare.end();
}

// What stands between the sentence that tells and the block.
bool is_remark(std::string_view sentence) {
  if (sentence.starts_with('(') && trim_end_of(sentence, ".").ends_with(')')) return true;
  const std::string lower = lower_ascii(trim_end_of(sentence, " :.,"));
  constexpr auto kStarts = std::to_array<std::string_view>(
      {"replace ", "note ", "please note", "this is the case", "where ", "(note", "substitute ",
       "this ", "it ", "here ", "in this ", "for example"});
  return is_bare(sentence) || std::ranges::any_of(kStarts, [&](std::string_view start) {
           return lower.starts_with(start);
         });
}

// `the Option 1: Save it` of a code span or a button: a colon behind a number in mid-sentence.
bool is_numbered_name(std::string_view text, std::size_t colon) {
  constexpr std::ptrdiff_t kFewestWordsBefore = 3;
  if (colon == 0 || text[colon] != ':' || text[colon - 1] < '0' || text[colon - 1] > '9')
    return false;
  const std::size_t end = text.substr(0, colon).find_last_of(".!?:");
  const std::string_view sentence = text.substr(end == std::string_view::npos ? 0 : end + 1);
  return std::ranges::count(trim_start(sentence.substr(0, colon - (text.size() - sentence.size()))),
                            ' ') >= kFewestWordsBefore;
}

}  // namespace

Introductions::Introductions(const std::vector<Block>& blocks)
    : blocks_(&blocks), before_(blocks.size(), kNone), last_child_(blocks.size() + 1, kNone) {
  for (Index i = 0; i < blocks.size(); ++i) {
    const std::size_t parent = blocks[i].parent == kNone ? blocks.size() : blocks[i].parent;
    before_[i] = last_child_[parent];
    last_child_[parent] = i;
  }
}

std::string_view Introductions::paragraph(Index block) const {
  const Index found = before(block);
  if (found == kNone || (*blocks_)[found].kind != BlockKind::paragraph) return {};
  return (*blocks_)[found].text;
}

std::string_view Introductions::lead(Index block) const {
  const Index list = before(block);
  if (list == kNone || (*blocks_)[list].kind != BlockKind::list) return paragraph(block);
  const Index item = last_child_[list];
  const Index last = item == kNone ? kNone : last_child_[item];
  if (last == kNone || (*blocks_)[last].kind != BlockKind::paragraph) return {};
  const std::string_view text = (*blocks_)[last].text;
  return (*blocks_)[list].ordered || trim_end(text).ends_with(':') ? text : std::string_view();
}

std::string_view telling_sentence(std::string_view paragraph) {
  std::string_view rest = trim(paragraph);
  if (rest.starts_with('|') || rest.starts_with("+--")) return {};
  const std::string_view last = last_sentence(rest);
  for (std::string_view sentence = last; !sentence.empty();) {
    if (!is_remark(sentence)) return sentence;
    rest = trim_end(rest.substr(0, static_cast<std::size_t>(sentence.data() - rest.data())));
    sentence = last_sentence(rest);
  }
  return is_bare(last) ? std::string_view() : last;
}

std::string_view last_sentence(std::string_view paragraph) {
  std::string_view text = trim(paragraph);
  while (text.ends_with(':')) text = trim_end(text.substr(0, text.size() - 1));
  for (std::size_t i = text.size(); i > 2; --i) {
    const bool apart = i > 3 && text[i - 3] == ':' && text[i - 4] == ' ';  // of no sentence
    const bool end = !apart && text[i - 2] == ' ' &&
                     std::string_view(".!?:").find(text[i - 3]) != std::string_view::npos;
    if (end && starts_sentence(text[i - 1]) && !is_numbered_name(text, i - 3))
      return text.substr(i - 1);
  }
  return text;
}

}  // namespace runbookc
