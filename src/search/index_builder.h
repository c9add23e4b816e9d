// The index of a corpus: every term with where it stands and how much it says there.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/corpus.h"

namespace runbookc {

struct IndexEntry {
  std::string entry;
  // idf, df, mode, then the postings (docs/search.md). Empty for an alias: a word as it is written
  // whose stem is an entry.
  std::string payload;

  friend bool operator==(const IndexEntry&, const IndexEntry&) = default;
};

// Stands for pages that answer this alert. Beside the alert's own name in the order of entries, so
// that no other file is loaded for it.
std::string alert_entry(std::string_view name);

// Whether an entry is a word or symbol (and no phrase, filter or alert), which a prefix or a
// misspelt word may stand for.
bool is_word_entry(std::string_view entry);

struct SearchIndex {
  std::uint32_t pages = 0;
  std::vector<IndexEntry> entries;  // sorted by code point, each once
};

// Says what `searched_pages` say, on up to `threads` threads (0: as many as the machine has): the
// same entries whatever their number. Costs time and memory in proportion to the text.
SearchIndex build_search_index(const Corpus& corpus, unsigned threads);

// A page's impact, or a unit's, is from 1 (for filters 0) to kMostImpact: what its text says, and
// more if it is called so.
inline constexpr std::uint32_t kMostTextImpact = 31;
inline constexpr std::uint32_t kMostNameBonus = 16;
inline constexpr std::uint32_t kMostImpact = kMostTextImpact + kMostNameBonus;
inline constexpr std::uint32_t kMostIdf = 255;
// Terms that stand in more units than this are indexed by page alone.
inline constexpr std::uint32_t kMostUnits = 20'000;

enum class PostingMode : std::uint8_t { units = 0, coarse = 1 };

}  // namespace runbookc
