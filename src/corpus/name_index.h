// "Did you mean" over many names: like base/near_miss.h, but made once for a set and asked often,
// so that ten thousand broken links against ten thousand files stay affordable.
//
// Immutable after construction, hence safe to share between threads.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace runbookc {

struct NearName {
  std::size_t index = 0;  // into the names given to the constructor
  // Exactly one name fits, and it differs only in case, `-`, `_` and space, or by one letter within
  // a word: a slip that may be mended without asking. `umount` is no slip of `mount`, nor
  // `zone-b` of `zone-a`.
  bool sure = false;
};

class NameIndex {
 public:
  explicit NameIndex(const std::vector<std::string>& names);

  // The name nearest to `name`, if it is near enough to be a slip (a third of the length, at most
  // 3 edits), and so is each of the words in which the two differ: `manage-cog` is not near to
  // `manage-chef`. Ties go to the first. Never `name` itself, as it is spelt.
  std::optional<NearName> nearest(std::string_view name) const;

 private:
  struct Entry {
    std::string squeezed;       // lower case, without `-`, `_`, space
    std::string lower;          // with them
    std::uint64_t letters = 0;  // the set of its bytes, as a bit each (modulo 64)
    std::size_t index = 0;
  };
  std::optional<NearName> same_letters(const std::string& squeezed) const;

  std::vector<std::vector<Entry>> by_length_;
  std::unordered_map<std::string, std::vector<std::size_t>> by_squeezed_;
};

}  // namespace runbookc
