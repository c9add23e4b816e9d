#include "search/stemmer.h"

#include <libstemmer.h>

namespace runbookc {

Stemmer::Stemmer() : stemmer_(sb_stemmer_new("porter", "UTF_8"), &sb_stemmer_delete) {}

std::string Stemmer::stem(std::string_view word) const {
  const sb_symbol* stem =
      stemmer_ == nullptr
          ? nullptr
          : sb_stemmer_stem(stemmer_.get(), reinterpret_cast<const sb_symbol*>(word.data()),
                            static_cast<int>(word.size()));
  if (stem == nullptr) return std::string(word);  // out of memory
  return {reinterpret_cast<const char*>(stem),
          static_cast<std::size_t>(sb_stemmer_length(stemmer_.get()))};
}

}  // namespace runbookc
