// Many globs, of which few can match a path: those that begin in one of its folders.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/glob.h"

namespace runbookc {

class GlobIndex {
 public:
  // The next number, from 0.
  void add(const Glob& glob);

  // The numbers of the globs that may match one of the two paths, ascending, each once. In as many
  // steps as the paths have names, and as many more as there are such globs.
  std::vector<std::size_t> candidates(std::string_view path, std::string_view other) const;

 private:
  std::size_t count_ = 0;
  std::unordered_map<std::string, std::vector<std::size_t>> by_folder_;
};

}  // namespace runbookc
