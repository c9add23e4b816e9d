#include "search/index_builder.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <span>

#include "base/unicode.h"
#include "base/work_pool.h"
#include "search/index_merger.h"
#include "search/page_texts.h"
#include "search/posting_code.h"
#include "search/query.h"
#include "search/search_page.h"
#include "search/unit_weights.h"
#include "search/vocabulary.h"

namespace runbookc {

namespace {

constexpr std::size_t kBatch = 64;  // pages that are read between two merges, for each thread
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
class PageIndexer {
 public:
  PageIndexer(const Corpus& corpus, const SearchTables& tables, const Lengths& average)
      : corpus_(corpus), tables_(tables), average_(average) {}

  const Lexicon& lexicon() const { return vocabulary_.lexicon(); }

  PageTerms run(const Page& page) {
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
    PageTerms terms;
    add_terms(terms);
    add_filters(terms, page, document);
    terms.aliases = vocabulary_.take_fresh_aliases();
    return terms;
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

  void add_terms(PageTerms& terms) {
    page_length_ = std::accumulate(lengths_.begin(), lengths_.end(), std::uint64_t{0});
    terms.terms.reserve(weights_.terms().size());
    for (const std::uint32_t term : weights_.terms()) add_term(terms, term);
  }

  void add_term(PageTerms& terms, std::uint32_t term) {
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
    const auto count = static_cast<std::uint32_t>(weights.size());
    append_page_impact(terms.bodies,
                       lowered(impact_of(page_halves, page_length_, average_.page) + page_bonus));
    append_number(terms.bodies, count);
    terms.bodies += units_;
    terms.terms.push_back({.number = term, .units = count, .end = terms.bodies.size()});
  }

  void add_filters(PageTerms& terms, const Page& page, const Document& document) {
    for (const std::string& filter : page_filters(corpus_, page)) add_filter(terms, filter, {0});
    const auto first = static_cast<std::uint32_t>(lengths_.size() - document.commands.size());
    for (const Risk risk : {Risk::read, Risk::mutate, Risk::destroy, Risk::unknown}) {
      std::vector<std::uint32_t> units;
      for (std::uint32_t i = 0; i < document.commands.size(); ++i) {
        if (document.commands[i].risk == risk) units.push_back(first + i);
      }
      if (!units.empty()) add_filter(terms, "risk:" + std::string(risk_name(risk)), units);
    }
  }

  void add_filter(PageTerms& terms, const std::string& entry,
                  const std::vector<std::uint32_t>& units) {
    append_page_impact(terms.bodies, 0);
    append_number(terms.bodies, units.size());
    std::uint32_t next = 0;
    for (const std::uint32_t unit : units) {
      append_unit(terms.bodies, unit - next, 0);
      next = unit + 1;
    }
    terms.terms.push_back({.number = vocabulary_.number_of(entry),
                           .units = static_cast<std::uint32_t>(units.size()),
                           .end = terms.bodies.size()});
  }

  const Corpus& corpus_;
  const SearchTables& tables_;
  const Lengths& average_;
  Vocabulary vocabulary_;
  // Of the page at hand:
  UnitWeights weights_;
  std::string units_;                      // of the term at hand
  std::vector<std::uint64_t> lengths_;     // of the units, in bytes
  std::vector<std::uint32_t> name_sizes_;  // words in the names of the units
  std::uint64_t page_length_ = 0;
  bool late_ = false;
};

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
  const std::size_t workers = thread_count(threads);
  IndexMerger merger(static_cast<std::uint32_t>(pages.size()), workers);
  std::vector<PageIndexer> indexers;
  for (std::size_t i = 0; i < workers; ++i) indexers.emplace_back(corpus, tables, average);
  for (std::size_t start = 0; start < pages.size(); start += workers * kBatch) {
    const std::size_t count = std::min(workers * kBatch, pages.size() - start);
    std::vector<PageTerms> batch(count);
    for_each_index(workers, threads, [&](std::size_t worker) {
      for (std::size_t i = worker; i < count; i += workers) {
        batch[i] = indexers[worker].run(corpus.pages[pages[start + i]]);
      }
    });
    for (std::size_t i = 0; i < count; ++i) {
      const std::size_t worker = i % workers;
      merger.add(static_cast<std::uint32_t>(start + i), std::move(batch[i]), worker,
                 indexers[worker].lexicon());
    }
  }
  indexers.clear();
  return merger.finish();
}

}  // namespace runbookc
