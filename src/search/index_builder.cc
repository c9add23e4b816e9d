#include "search/index_builder.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <span>

#include "base/unicode.h"
#include "base/work_pool.h"
#include "search/index_merger.h"
#include "search/index_part.h"
#include "search/page_texts.h"
#include "search/posting_code.h"
#include "search/query.h"
#include "search/search_page.h"
#include "search/unit_weights.h"
#include "search/vocabulary.h"

namespace runbookc {

namespace {

constexpr double kSaturation = 2;
constexpr double kLengthShare = 0.5;
constexpr std::uint64_t kHalves = 2;  // weights are counted in halves: a part counts half
constexpr std::uint32_t kSynonym = 3;

// The sizes of texts, in bytes, by which a hit in a long text says less.
struct Lengths {
  double page = 1;  // averages
  double unit = 1;
};

Lengths average_lengths(const Corpus& corpus, const SearchTables& tables,
                        const std::vector<Index>& pages, unsigned threads) {
  std::vector<std::uint64_t> sizes(pages.size());
  for_each_index(pages.size(), threads, [&](std::size_t i) {
    for_each_text(corpus, tables, corpus.pages[pages[i]],
                  [&](const SearchText& text) { sizes[i] += text.text.size(); });
  });
  std::uint64_t bytes = 0;
  std::uint64_t units = 0;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    bytes += sizes[i];
    units += count_units(corpus.document_of(corpus.pages[pages[i]]));
  }
  const auto average = [&](std::uint64_t count) {
    const auto among = static_cast<double>(std::max<std::uint64_t>(count, 1));
    return std::max(1.0, static_cast<double>(bytes) / among);
  };
  return {average(pages.size()), average(units)};
}

// How much `halves` of weight say in a text of `length` bytes: 1…kMostTextImpact.
std::uint32_t impact_of(std::uint64_t halves, std::uint64_t length, double average) {
  const double weight = static_cast<double>(halves) / kHalves;
  const double share = 1 - kLengthShare + kLengthShare * static_cast<double>(length) / average;
  const double tf = weight / share;
  const double impact = std::round(kMostTextImpact * tf / (tf + kSaturation));
  return std::max<std::uint32_t>(1, static_cast<std::uint32_t>(impact));
}

// What it adds that a unit is called so, by a name of `words` words: the fewer, the more each says.
std::uint32_t name_bonus(std::uint32_t words) {
  return std::max<std::uint32_t>(1, kMostNameBonus * 2 / (1 + std::max<std::uint32_t>(1, words)));
}

// Collects what pages say, one after the other. One object is for one thread.
class PartIndexer {
 public:
  PartIndexer(const Corpus& corpus, const SearchTables& tables, const Lengths& average)
      : corpus_(corpus), tables_(tables), average_(average) {}

  // `number` is the page's in the index. They come in their order.
  void add(std::uint32_t number, const Page& page) {
    number_ = number;
    const Document& document = corpus_.document_of(page);
    lengths_.assign(count_units(document), 0);
    name_sizes_.assign(lengths_.size(), 0);
    weights_.clear();
    for_each_text(corpus_, tables_, page, [&](const SearchText& text) { add_text(text); });
    for (const auto& alert : page.metadata.alerts) {
      weights_.add(vocabulary_.number_of(alert_entry(to_lower(without_marks(alert.value)))),
                   {.unit = 0, .halves = kHalves * 8});
    }
    late_ = page.status == "deprecated" || page.review.status == ReviewStatus::overdue;
    page_length_ = std::accumulate(lengths_.begin(), lengths_.end(), std::uint64_t{0});
    for (const std::uint32_t term : weights_.terms()) add_term(term);
    add_filters(page, document);
  }

  // Once all are added.
  IndexPart take() {
    return {vocabulary_.take_lexicon(), std::move(postings_), vocabulary_.take_aliases()};
  }

 private:
  void add_text(const SearchText& text) {
    lengths_[text.unit] += text.text.size();
    const std::span<const KnownWord> words = vocabulary_.words_of(text.text);
    for (const KnownWord& word : words) {
      if (text.names && word.kind != TokenKind::symbol) ++name_sizes_[text.unit];
      if (!word.is_entry) continue;  // the parts of a filter's name stand for it
      const bool part = word.kind == TokenKind::part;
      const bool stands_out = text.prose && word.kind == TokenKind::symbol;
      const std::uint32_t weight = text.weight + (stands_out ? 1 : 0);
      weights_.add(
          word.term,
          {.unit = text.unit, .names = text.names, .halves = weight * (part ? 1 : kHalves)});
      if (text.names) add_synonyms(word, text.unit);
    }
    if (text.phrases) add_pairs(words, text);
  }

  void add_synonyms(const KnownWord& word, std::uint32_t unit) {
    for (const std::string& other : tables_.words.of(vocabulary_.lexicon().entry(word.term))) {
      weights_.add(vocabulary_.number_of(other),
                   {.unit = unit, .names = true, .halves = kHalves * kSynonym});
    }
  }

  void add_pairs(std::span<const KnownWord> words, const SearchText& text) {
    for (std::size_t i = 1; i < words.size(); ++i) {
      const KnownWord& a = words[i - 1];
      const KnownWord& b = words[i];
      if (a.kind == TokenKind::symbol || b.kind == TokenKind::symbol) continue;
      weights_.add(vocabulary_.phrase_of(a, b),
                   {.unit = text.unit, .names = text.names, .halves = text.weight * kHalves});
      if (!text.names || a.kind == TokenKind::part || b.kind == TokenKind::part) continue;
      weights_.add(vocabulary_.compound_of(a, b), {.unit = text.unit, .halves = text.weight});
    }
  }

  std::uint32_t lowered(std::uint32_t impact) const {
    return late_ ? std::max<std::uint32_t>(1, impact * 7 / 8) : impact;
  }

  // Where the page says in how many units the term stands, and then in which.
  std::string& begin_postings(std::uint32_t term, std::size_t units) {
    if (term >= postings_.size()) postings_.resize(term + std::size_t{1});
    TermPostings& postings = postings_[term];
    postings.begin_page(number_);
    postings.units += units;
    return postings.bytes;
  }

  void add_term(std::uint32_t term) {
    const std::span<const UnitWeights::Weight> weights = weights_.of(term);
    std::uint64_t page_halves = 0;
    std::uint32_t page_bonus = 0;
    std::uint32_t next_unit = 0;
    units_.clear();
    for (const auto& [unit, names, halves] : weights) {
      const std::uint32_t bonus = names ? name_bonus(name_sizes_[unit]) : 0;
      if (unit == 0) page_bonus = bonus;
      append_unit(units_, unit - next_unit,
                  lowered(impact_of(halves, lengths_[unit], average_.unit) + bonus));
      next_unit = unit + 1;
      page_halves += halves;
    }
    std::string& out = begin_postings(term, weights.size());
    append_page_impact(out,
                       lowered(impact_of(page_halves, page_length_, average_.page) + page_bonus));
    append_number(out, weights.size());
    out += units_;
  }

  void add_filters(const Page& page, const Document& document) {
    for (const std::string& filter : page_filters(corpus_, page)) add_filter(filter, {0});
    const auto first = static_cast<std::uint32_t>(lengths_.size() - document.commands.size());
    for (const Risk risk : {Risk::read, Risk::mutate, Risk::destroy, Risk::unknown}) {
      std::vector<std::uint32_t> units;
      for (std::uint32_t i = 0; i < document.commands.size(); ++i) {
        if (document.commands[i].risk == risk) units.push_back(first + i);
      }
      if (!units.empty()) add_filter("risk:" + std::string(risk_name(risk)), units);
    }
  }

  void add_filter(const std::string& entry, const std::vector<std::uint32_t>& units) {
    std::string& out = begin_postings(vocabulary_.number_of(entry), units.size());
    append_page_impact(out, 0);
    append_number(out, units.size());
    std::uint32_t next = 0;
    for (const std::uint32_t unit : units) {
      append_unit(out, unit - next, 0);
      next = unit + 1;
    }
  }

  const Corpus& corpus_;
  const SearchTables& tables_;
  const Lengths& average_;
  Vocabulary vocabulary_;
  std::vector<TermPostings> postings_;  // by the number in the vocabulary's lexicon
  // Of the page at hand:
  std::uint32_t number_ = 0;
  UnitWeights weights_;
  std::string units_;                      // of the term at hand
  std::vector<std::uint64_t> lengths_;     // of the units, in bytes
  std::vector<std::uint32_t> name_sizes_;  // words in the names of the units
  std::uint64_t page_length_ = 0;
  bool late_ = false;
};

// Cuts the pages into shares of about the same size in bytes, one a thread: where each ends.
std::vector<std::size_t> ends_of_shares(const Corpus& corpus, const std::vector<Index>& pages,
                                        std::size_t shares) {
  std::vector<std::uint64_t> sums;  // of the pages up to each
  std::uint64_t sum = 0;
  for (const Index page : pages) {
    sums.push_back(sum += corpus.source_of(corpus.pages[page]).bytes().size());
  }
  std::vector<std::size_t> ends;
  for (std::size_t i = 1; i <= shares; ++i) {
    const auto end = std::ranges::upper_bound(sums, sum * i / shares);
    ends.push_back(static_cast<std::size_t>(end - sums.begin()));
  }
  return ends;
}

}  // namespace

bool is_word_entry(std::string_view entry) {
  if (entry.find(' ') != std::string_view::npos) return false;
  const auto named = named_value(entry);
  return !named || !is_filter(*named);
}

std::string alert_entry(std::string_view name) { return std::string(name) + " alert:"; }

SearchIndex build_search_index(const Corpus& corpus, unsigned threads) {
  const std::vector<Index> pages = searched_pages(corpus);
  const SearchTables tables(corpus);
  const Lengths average = average_lengths(corpus, tables, pages, threads);
  const std::size_t shares = std::min<std::size_t>(thread_count(threads), pages.size());
  const std::vector<std::size_t> ends = ends_of_shares(corpus, pages, shares);
  std::vector<IndexPart> parts(ends.size());
  for_each_index(parts.size(), threads, [&](std::size_t i) {
    PartIndexer indexer(corpus, tables, average);
    for (std::size_t page = i == 0 ? 0 : ends[i - 1]; page < ends[i]; ++page) {
      indexer.add(static_cast<std::uint32_t>(page), corpus.pages[pages[page]]);
    }
    parts[i] = indexer.take();
  });
  return merge_parts(std::move(parts), static_cast<std::uint32_t>(pages.size()), threads);
}

}  // namespace runbookc
