// What the sources of a project were when earlier runs read them, in the user's cache folder, so
// that those that did not change need not be read. Never an error, as with cli/document_cache.h.
#pragma once

#include <cstdint>

#include "cli/cache_place.h"
#include "corpus/known_sources.h"

namespace runbookc {

class SourceCache {
 public:
  // Reads what there is. `now`: seconds since 1970, from before any source is looked at.
  SourceCache(CachePlace place, std::int64_t now);

  // Null if nothing is kept.
  const KnownSources* known() const { return place_.folder.empty() ? nullptr : &known_; }
  // Keeps what the sources of the corpus are, for the next run, but for those that changed so
  // shortly before `now` that another change might leave the same times, and those with a secret.
  // Writes nothing if that is known already. `corpus` was loaded with known().
  void save(const Corpus& corpus) const;

 private:
  bool is_settled(const FileStamp& stamp) const;

  CachePlace place_;
  std::int64_t now_ = 0;
  KnownSources known_;
};

}  // namespace runbookc
