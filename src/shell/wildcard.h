// Names with wildcards, as the risk tables write them.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace runbookc {

// Whether `text` is `pattern`, in which `*` stands for any bytes, `/` included. Bytes compare
// exactly. Costs at most their product; patterns come from tables and are short.
bool matches_wildcard(std::string_view pattern, std::string_view text);

// Alternatives, `a|b*`.
class Alternatives {
 public:
  Alternatives() = default;
  explicit Alternatives(std::string_view written);

  bool contain(std::string_view text) const;
  std::span<const std::string> all() const { return patterns_; }

 private:
  std::vector<std::string> patterns_;
};

}  // namespace runbookc
