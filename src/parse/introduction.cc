#include "parse/introduction.h"

#include "base/text.h"

namespace runbookc {
namespace {

bool starts_sentence(char c) {
  return (c >= 'A' && c <= 'Z') || c == '"' || c == '`' || c == '(' ||
         static_cast<unsigned char>(c) >= 0x80;
}

}  // namespace

Introductions::Introductions(const std::vector<Block>& blocks)
    : blocks_(&blocks), before_(blocks.size(), kNone) {
  std::vector<Index> last_child(blocks.size() + 1, kNone);  // the last entry: of the document
  for (Index i = 0; i < blocks.size(); ++i) {
    const std::size_t parent = blocks[i].parent == kNone ? blocks.size() : blocks[i].parent;
    before_[i] = last_child[parent];
    last_child[parent] = i;
  }
}

std::string_view Introductions::paragraph(Index block) const {
  const Index found = before(block);
  if (found == kNone || (*blocks_)[found].kind != BlockKind::paragraph) return {};
  return (*blocks_)[found].text;
}

std::string_view last_sentence(std::string_view paragraph) {
  std::string_view text = trim(paragraph);
  while (text.ends_with(':')) text = trim_end(text.substr(0, text.size() - 1));
  for (std::size_t i = text.size(); i > 2; --i) {
    const bool end =
        text[i - 2] == ' ' && std::string_view(".!?:").find(text[i - 3]) != std::string_view::npos;
    if (end && starts_sentence(text[i - 1])) return text.substr(i - 1);
  }
  return text;
}

}  // namespace runbookc
