#include "search/index_merger.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "search/analysis.h"
#include "search/posting_code.h"

namespace runbookc {
namespace {

constexpr std::size_t kLongestCompound = 40;  // bytes

std::uint32_t idf_of(std::uint32_t pages, std::uint32_t df) {
  constexpr double kScale = 32;
  const double ratio = static_cast<double>(pages) / static_cast<double>(df);
  const double idf = std::round(kScale * std::log(1 + ratio));
  return static_cast<std::uint32_t>(std::clamp(idf, 1.0, static_cast<double>(kMostIdf)));
}

// Our own postings: every number is there.
std::string without_units(std::string_view postings) {
  std::string coarse;
  NumberReader reader(postings);
  while (!reader.at_end()) {
    append_number(coarse, reader.next().value_or(0));
    append_number(coarse, reader.next().value_or(0));
    for (std::uint32_t left = reader.next().value_or(0); left > 0; --left) reader.next();
  }
  return coarse;
}

}  // namespace

void IndexMerger::add(std::uint32_t page, PageTerms terms, std::size_t thread,
                      const Lexicon& lexicon) {
  std::vector<Merged*>& known = known_[thread];
  known.resize(lexicon.size());
  std::size_t begin = 0;
  for (const PageTerm& term : terms.terms) {
    Merged*& found = known[term.number];
    if (found == nullptr) found = &terms_[lexicon.entry(term.number)];
    Merged& merged = *found;
    append_number(merged.postings, page - merged.next_page);
    merged.postings.append(terms.bodies, begin, term.end - begin);
    begin = term.end;
    merged.next_page = page + 1;
    merged.units += term.units;
    ++merged.df;
  }
  for (std::string& alias : terms.aliases) aliases_.insert(std::move(alias));
}

SearchIndex IndexMerger::finish() {
  SearchIndex index{.pages = pages_, .entries = {}};
  for (std::string& pair : compounds()) aliases_.insert(std::move(pair));
  index.entries.reserve(terms_.size() + aliases_.size());
  for (const std::string& alias : aliases_) {
    if (!terms_.contains(alias)) index.entries.push_back({alias, ""});
  }
  aliases_.clear();
  while (!terms_.empty()) {  // frees each as it goes
    auto node = terms_.extract(terms_.begin());
    std::string payload = payload_of(node.key(), node.mapped());
    index.entries.push_back({std::move(node.key()), std::move(payload)});
  }
  std::ranges::sort(index.entries, {}, &IndexEntry::entry);
  return index;
}

// The words that consist of two others, as the phrase of both: who asks for those may want it.
std::vector<std::string> IndexMerger::compounds() const {
  std::vector<std::string> pairs;
  Analyzer analyzer;
  const auto add_splits = [&](const std::string& word) {
    if (!is_word_entry(word)) return;
    for (std::size_t end = 2; end + 2 <= word.size() && word.size() <= kLongestCompound; ++end) {
      const std::string first = word.substr(0, end);
      if (!is_known(first)) continue;
      const std::string second = word.substr(end);
      if (!is_known(second)) continue;
      pairs.push_back(analyzer.term_of(first) + " " + analyzer.term_of(second));
    }
  };
  for (const auto& [word, merged] : terms_) add_splits(word);
  for (const std::string& word : aliases_) add_splits(word);
  return pairs;
}

std::string IndexMerger::payload_of(std::string_view entry, const Merged& merged) const {
  const bool coarse = merged.units > kMostUnits && !entry.starts_with("risk:");
  std::string payload;
  append_number(payload, idf_of(pages_, merged.df));
  append_number(payload, merged.df);
  append_number(payload,
                static_cast<std::uint64_t>(coarse ? PostingMode::coarse : PostingMode::units));
  return payload + (coarse ? without_units(merged.postings) : merged.postings);
}

}  // namespace runbookc
