#include "prose/owner_sentence.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/ascii.h"
#include "base/text.h"
#include "prose/self_description.h"

namespace runbookc {
namespace {

constexpr std::array<std::string_view, 2> kVerbs = {"maintained by ", "owned by "};
constexpr std::array<std::string_view, 8> kDocuments = {
    "runbook", "document", "page", "playbook", "guide", "procedure", "manual", "handbook"};

bool names_somebody(std::string_view text) {
  text = trim_start(text);
  if (text.starts_with("the ")) text = trim_start(text.substr(4));
  return !text.empty() && (is_upper(text.front()) || text.front() == '@');
}

// Of the lower-case words before the verb.
bool is_document(std::string_view subject) {
  subject = trim(subject);
  if (subject.empty()) return true;
  return std::ranges::any_of(kDocuments, [&](std::string_view document) {
    return subject == "this " + std::string(document) + " is";
  });
}

std::optional<OwnerSentence> read_sentence(std::string_view sentence, Span span) {
  const std::string lower = lower_ascii(sentence);
  for (const std::string_view verb : kVerbs) {
    const std::size_t at = lower.find(verb);
    if (at == std::string::npos || (at > 0 && is_word(lower[at - 1]))) continue;
    if (!names_somebody(sentence.substr(at + verb.size()))) continue;
    return OwnerSentence{.text = collapse_space(sentence),
                         .span = span,
                         .is_about_document = is_document(lower.substr(0, at))};
  }
  return std::nullopt;
}

bool is_quoted(const Document& document, Index index) {
  for (Index at = document.blocks[index].parent; at != kNone; at = document.blocks[at].parent) {
    const BlockKind kind = document.blocks[at].kind;
    if (kind == BlockKind::quote || kind == BlockKind::footnote) return true;
  }
  return false;
}

}  // namespace

std::optional<OwnerSentence> find_owner_sentence(const Document& document) {
  std::optional<OwnerSentence> first;
  for (const BlockRange& range : self_description(document)) {
    for (Index i = range.begin; i < range.end; ++i) {
      const Block& block = document.blocks[i];
      if (block.kind != BlockKind::paragraph || is_quoted(document, i)) continue;
      for (const std::string_view sentence : split(block.text, '.')) {
        auto found = read_sentence(sentence, block.span);
        if (found && found->is_about_document) return found;
        if (found && !first) first = std::move(found);
      }
    }
  }
  return first;
}

}  // namespace runbookc
