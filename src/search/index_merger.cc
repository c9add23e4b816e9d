#include "search/index_merger.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>

#include "base/work_pool.h"
#include "search/analysis.h"
#include "search/posting_code.h"

namespace runbookc {
namespace {

constexpr std::size_t kLongestCompound = 40;  // bytes
constexpr std::size_t kWordsAtATime = 2048;

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

std::string payload_of(std::string_view entry, const TermPostings& term, std::uint32_t pages) {
  const bool coarse = term.units > kMostUnits && !entry.starts_with("risk:");
  std::string postings;
  append_number(postings, term.first_page);
  postings += term.bytes;
  std::string payload;
  append_number(payload, idf_of(pages, term.pages));
  append_number(payload, term.pages);
  append_number(payload,
                static_cast<std::uint64_t>(coarse ? PostingMode::coarse : PostingMode::units));
  return payload + (coarse ? without_units(postings) : postings);
}

// Hands on a part's terms by name, and frees what it has handed on.
class SortedTerms {
 public:
  explicit SortedTerms(IndexPart& part) : part_(part) {
    for (std::uint32_t number = 0; number < part.postings.size(); ++number) {
      if (part.postings[number].pages > 0) order_.push_back(number);
    }
    std::ranges::sort(order_, {}, [&](std::uint32_t number) -> const std::string& {
      return part.lexicon.entry(number);
    });
  }

  std::size_t size() const { return order_.size(); }
  bool at_end() const { return next_ == order_.size(); }
  const std::string& name() const { return part_.lexicon.entry(order_[next_]); }
  TermPostings take() { return std::exchange(part_.postings[order_[next_++]], {}); }

 private:
  IndexPart& part_;
  std::vector<std::uint32_t> order_;
  std::size_t next_ = 0;
};

std::vector<IndexEntry> merge_terms(std::vector<IndexPart>& parts, std::uint32_t pages,
                                    unsigned threads) {
  std::vector<std::optional<SortedTerms>> sorted(parts.size());
  for_each_index(parts.size(), threads, [&](std::size_t i) { sorted[i].emplace(parts[i]); });
  std::vector<IndexEntry> entries;
  std::size_t most = 0;
  for (const auto& terms : sorted) most += terms->size();
  entries.reserve(most);
  for (;;) {
    const std::string* least = nullptr;
    for (const auto& terms : sorted) {
      if (!terms->at_end() && (least == nullptr || terms->name() < *least)) least = &terms->name();
    }
    if (least == nullptr) return entries;
    IndexEntry entry{*least, ""};
    TermPostings joined;
    for (auto& terms : sorted) {
      if (terms->at_end() || terms->name() != entry.entry) continue;
      if (joined.pages == 0) {
        joined = terms->take();
      } else {
        joined.append(terms->take());
      }
    }
    entry.payload = payload_of(entry.entry, joined, pages);
    entries.push_back(std::move(entry));
  }
}

void sort_once(std::vector<std::string>& texts) {
  std::ranges::sort(texts);
  texts.erase(std::ranges::unique(texts).begin(), texts.end());
}

using Words = std::vector<std::string_view>;

// The splits of words into two others, as the phrase of both.
std::vector<std::string> splits_of(const Words& words, std::size_t begin, std::size_t end,
                                   const std::unordered_set<std::string_view>& known) {
  std::vector<std::string> pairs;
  Analyzer analyzer;
  for (const std::string_view word : std::span(words).subspan(begin, end - begin)) {
    for (std::size_t cut = 2; cut + 2 <= word.size() && word.size() <= kLongestCompound; ++cut) {
      const std::string_view first = word.substr(0, cut);
      const std::string_view second = word.substr(cut);
      if (!known.contains(first) || !known.contains(second)) continue;
      pairs.push_back(analyzer.term_of(std::string(first)) + " " +
                      analyzer.term_of(std::string(second)));
    }
  }
  return pairs;
}

// The words that consist of two others, as the phrase of both: who asks for those may want it.
std::vector<std::string> compounds_of(const std::vector<IndexEntry>& entries,
                                      const std::vector<std::string>& aliases, unsigned threads) {
  Words words;
  for (const IndexEntry& entry : entries) {
    if (is_word_entry(entry.entry)) words.emplace_back(entry.entry);
  }
  std::ranges::copy_if(aliases, std::back_inserter(words), is_word_entry);
  const std::unordered_set<std::string_view> known(words.begin(), words.end());
  std::vector<std::vector<std::string>> found((words.size() + kWordsAtATime - 1) / kWordsAtATime);
  for_each_index(found.size(), threads, [&](std::size_t i) {
    const std::size_t begin = i * kWordsAtATime;
    found[i] = splits_of(words, begin, std::min(begin + kWordsAtATime, words.size()), known);
  });
  std::vector<std::string> pairs;
  for (auto& some : found) std::ranges::move(some, std::back_inserter(pairs));
  return pairs;
}

// What is no entry already becomes one.
std::vector<IndexEntry> with_aliases(std::vector<IndexEntry> entries,
                                     std::vector<std::string> aliases) {
  const auto terms = static_cast<std::ptrdiff_t>(entries.size());
  sort_once(aliases);
  for (std::string& alias : aliases) {
    const auto end = entries.begin() + terms;
    const auto found =
        std::ranges::lower_bound(entries.begin(), end, alias, {}, &IndexEntry::entry);
    if (found == end || found->entry != alias) entries.push_back({std::move(alias), ""});
  }
  std::ranges::inplace_merge(entries, entries.begin() + terms, {}, &IndexEntry::entry);
  return entries;
}

}  // namespace

SearchIndex merge_parts(std::vector<IndexPart> parts, std::uint32_t pages, unsigned threads) {
  std::vector<IndexEntry> entries = merge_terms(parts, pages, threads);
  std::vector<std::string> aliases;
  for (IndexPart& part : parts) std::ranges::move(part.aliases, std::back_inserter(aliases));
  parts.clear();
  sort_once(aliases);
  std::ranges::move(compounds_of(entries, aliases, threads), std::back_inserter(aliases));
  return {.pages = pages, .entries = with_aliases(std::move(entries), std::move(aliases))};
}

}  // namespace runbookc
