#include "report/finding_source.h"

#include <algorithm>

namespace runbookc {

const SourceFile* find_source(const Corpus& corpus, std::string_view path) {
  if (corpus.owners_source && corpus.owners_source->path() == path) return &*corpus.owners_source;
  const auto at = std::ranges::lower_bound(corpus.documents, path, {}, &Document::path);
  if (at == corpus.documents.end() || at->path != path) return nullptr;
  return &corpus.sources[static_cast<std::size_t>(at - corpus.documents.begin())];
}

}  // namespace runbookc
