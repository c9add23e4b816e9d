// The values of a document's secrets, to be found again in other text.
#pragma once

#include <bitset>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace runbookc {

class SecretValues {
 public:
  SecretValues() = default;
  explicit SecretValues(std::vector<std::string> values);

  bool empty() const { return values_.empty(); }
  // The size of the longest value with which `text` begins, 0 if it begins with none. Takes O(log
  // values) comparisons, and at most as many steps as the value has bytes.
  std::size_t match(std::string_view text) const;

 private:
  static constexpr auto kNone = static_cast<std::size_t>(-1);

  std::vector<std::string> values_;   // sorted, each once
  std::vector<std::size_t> parents_;  // of each, the longest other one that it begins with
  std::bitset<256> first_;            // the bytes that any begins with
};

}  // namespace runbookc
