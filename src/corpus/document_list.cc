#include "corpus/document_list.h"

#include <algorithm>
#include <utility>

namespace runbookc {

const std::shared_ptr<const Document>& DocumentList::whole(std::size_t i) const {
  Slot& slot = *slots_[i];
  if (slot.outline) {
    std::call_once(slot.loaded, [&slot] {
      Loaded loaded = slot.loader();
      slot.whole = std::move(loaded.document);
      slot.stored = loaded.stored;
    });
  }
  return slot.whole;
}

Index DocumentList::lower_bound(std::string_view path) const {
  std::size_t begin = 0;
  std::size_t end = size();
  while (begin < end) {
    const std::size_t middle = begin + (end - begin) / 2;
    if (outline(middle).path < path) {
      begin = middle + 1;
    } else {
      end = middle;
    }
  }
  return static_cast<Index>(begin);
}

void DocumentList::resize(std::size_t size) {
  slots_.resize(size);
  for (auto& slot : slots_) {
    if (!slot) slot = std::make_unique<Slot>();
  }
}

void DocumentList::put_off(std::size_t i, Document outline, Loader loader) {
  Slot& slot = *slots_[i];
  slot.outline = std::make_shared<const Document>(std::move(outline));
  slot.loader = std::move(loader);
  slot.stored = true;
}

void DocumentList::push_back(Document document) {
  resize(size() + 1);
  put(size() - 1, std::make_shared<const Document>(std::move(document)));
}

bool operator==(const DocumentList& a, const DocumentList& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end());
}

}  // namespace runbookc
