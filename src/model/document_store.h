// The documents that earlier runs parsed.
#pragma once

#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "model/document_pack.h"

namespace runbookc {

// Packs, asked in their order. Immutable and thread-safe.
class DocumentStore {
 public:
  // An entry and the pack that it is in; both null if there is none.
  struct Place {
    const DocumentPack* pack = nullptr;
    const PackEntry* entry = nullptr;
    bool found() const { return entry != nullptr; }
  };

  explicit DocumentStore(std::vector<DocumentPack> packs) : packs_(std::move(packs)) {}

  Place find(std::string_view path, std::string_view source_hash) const {
    for (const DocumentPack& pack : packs_) {
      const PackEntry* entry = pack.find(path, source_hash);
      if (entry != nullptr) return {&pack, entry};
    }
    return {};
  }
  const std::vector<DocumentPack>& packs() const { return packs_; }

 private:
  std::vector<DocumentPack> packs_;
};

}  // namespace runbookc
