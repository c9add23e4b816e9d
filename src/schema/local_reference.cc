#include "schema/local_reference.h"

#include <string_view>

#include "base/text.h"

namespace runbookc {
namespace {

constexpr int kLongestChain = 8;

const Value* look_up(std::string_view reference, const Value& schema) {
  if (!reference.starts_with("#/")) return nullptr;
  const Value* at = &schema;
  for (const std::string_view part : split(reference.substr(2), '/')) {
    at = at->find(replace_all(replace_all(part, "~1", "/"), "~0", "~"));
    if (at == nullptr) return nullptr;
  }
  return at;
}

}  // namespace

const Value& follow_local(const Value& property, const Value& schema) {
  const Value* at = &property;
  for (int i = 0; i < kLongestChain; ++i) {
    const Value* reference = at->find("$ref");
    const Value* next = reference == nullptr ? nullptr : look_up(reference->text, schema);
    if (next == nullptr) break;
    at = next;
  }
  return *at;
}

}  // namespace runbookc
