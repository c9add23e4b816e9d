#include "check/written_key.h"

#include <algorithm>

namespace runbookc {

std::string written_key(const PageContext& context, std::string_view key) {
  const std::vector<KeyMeaning>& keys = context.corpus.config.front_matter_keys;
  if (keys.empty()) return std::string(key);
  const Member* member = context.document.front_matter.root.find_member(key);
  if (member != nullptr && member->key_span.valid()) {
    return std::string(context.source.text(member->key_span));
  }
  const auto foreign = std::ranges::find(keys, key, &KeyMeaning::own);
  return foreign == keys.end() ? std::string(key) : foreign->foreign;
}

}  // namespace runbookc
