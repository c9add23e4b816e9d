#include "parse/foreign_keys.h"

#include <algorithm>
#include <set>
#include <string>

#include "base/text.h"
#include "parse/opaque_tags.h"

namespace runbookc {
namespace {

const KeyMeaning* meaning_of(const std::vector<KeyMeaning>& keys, std::string_view key) {
  const auto found = std::ranges::find(keys, key, &KeyMeaning::foreign);
  return found == keys.end() || found->own == key ? nullptr : &*found;
}

void take_tags_out(std::string& text, TagSyntax syntax) {
  const std::vector<OpaqueTag> tags = find_opaque_tags(text, syntax);
  if (tags.empty()) return;
  std::string rest;
  std::size_t done = 0;
  for (const OpaqueTag& tag : tags) {
    rest += std::string_view(text).substr(done, tag.range.begin - done);
    done = tag.range.end;
  }
  rest += std::string_view(text).substr(done);
  text = trim(rest);
}

}  // namespace

bool means_otherwise(const std::vector<KeyMeaning>& keys, std::string_view key) {
  return meaning_of(keys, key) != nullptr;
}

Value with_own_keys(Value front_matter, const std::vector<KeyMeaning>& keys) {
  if (keys.empty()) return front_matter;
  std::set<std::string, std::less<>> taken;
  for (const Member& member : front_matter.members) {
    if (meaning_of(keys, member.key) == nullptr) taken.insert(member.key);
  }
  std::erase_if(front_matter.members, [&](Member& member) {
    const KeyMeaning* meaning = meaning_of(keys, member.key);
    if (meaning == nullptr) return false;
    if (meaning->own.empty() || !taken.insert(meaning->own).second) return true;
    member.key = meaning->own;
    return false;
  });
  return front_matter;
}

Value without_tags(Value front_matter, TagSyntax syntax) {
  if (syntax != TagSyntax::shortcodes && syntax != TagSyntax::erb) return front_matter;
  std::vector<Value*> pending = {&front_matter};
  while (!pending.empty()) {
    Value& next = *pending.back();
    pending.pop_back();
    if (next.is_string()) take_tags_out(next.text, syntax);
    for (Value& item : next.items) pending.push_back(&item);
    for (Member& member : next.members) pending.push_back(&member.value);
  }
  return front_matter;
}

}  // namespace runbookc
