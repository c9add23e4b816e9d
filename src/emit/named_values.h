// Values by name, few and short-lived: what a template is filled with.
#pragma once

#include <algorithm>
#include <cassert>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace runbookc {

// A list that is searched from its start: an object of a template has a handful of names, and a
// page makes hundreds of objects. With maps instead, making pages took a fifth longer. References
// hold until a name is added.
template <typename Value>
class NamedValues {
 public:
  // Made if need be.
  Value& operator[](std::string_view name) {
    const auto found = std::ranges::find(values_, name, &Entry::first);
    if (found != values_.end()) return found->second;
    if (values_.empty()) values_.reserve(kFirst);
    return values_.emplace_back(std::string(name), Value()).second;
  }
  // Null if there is none.
  const Value* find(std::string_view name) const {
    const auto found = std::ranges::find(values_, name, &Entry::first);
    return found == values_.end() ? nullptr : &found->second;
  }
  const Value& at(std::string_view name) const {
    const Value* found = find(name);
    assert(found != nullptr);
    return *found;
  }

 private:
  using Entry = std::pair<std::string, Value>;
  static constexpr std::size_t kFirst = 4;

  std::vector<Entry> values_;
};

}  // namespace runbookc
