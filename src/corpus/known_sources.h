// What an earlier run knew of sources, to be believed of a file that did not change since.
#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "base/files.h"
#include "base/string_hash.h"

namespace runbookc {

struct KnownSource {
  FileStamp stamp;
  std::string hash;  // SHA-256 of the bytes, in hex
};

// Immutable, hence thread-safe.
class KnownSources {
 public:
  KnownSources() = default;
  explicit KnownSources(StringMap<KnownSource> by_path) : by_path_(std::move(by_path)) {}

  // Null for one that is not known.
  const KnownSource* find(std::string_view path) const {
    const auto found = by_path_.find(path);
    return found == by_path_.end() ? nullptr : &found->second;
  }
  std::size_t size() const { return by_path_.size(); }

 private:
  StringMap<KnownSource> by_path_;
};

}  // namespace runbookc
