// The documents of a project that earlier runs parsed, in the user's cache folder
// (docs/cache.md). Never an error: what cannot be read or written is parsed again.
#pragma once

#include <memory>

#include "cli/cache_place.h"
#include "model/document_store.h"

namespace runbookc {

class DocumentCache {
 public:
  // Opens what there is.
  DocumentCache(CachePlace place, unsigned threads);

  // Null if there is nothing.
  std::shared_ptr<const DocumentStore> store() const { return store_; }
  // Keeps the corpus's documents, and those only, for the next run. Writes nothing if that has them
  // already. `corpus` was loaded with store().
  void save(const Corpus& corpus) const;

 private:
  struct Plan;
  bool is_up_to_date(const Corpus& corpus) const;
  Plan plan_for(const Corpus& corpus) const;
  bool write(const Corpus& corpus, const Plan& plan, const PackSink& sink) const;

  CachePlace place_;
  unsigned threads_ = 0;
  std::shared_ptr<const DocumentStore> store_;
  const DocumentPack* main_ = nullptr;  // in the store
};

}  // namespace runbookc
