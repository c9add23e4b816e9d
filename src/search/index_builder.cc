#include "search/index_builder.h"

#include <algorithm>
#include <cmath>
#include <unordered_set>

#include "base/unicode.h"
#include "base/work_pool.h"
#include "search/analysis.h"
#include "search/index_merger.h"
#include "search/page_texts.h"
#include "search/posting_code.h"
#include "search/query.h"
#include "search/search_page.h"

namespace runbookc {

namespace {

constexpr std::size_t kBatch = 64;  // pages that are read between two merges, for each thread
constexpr double kSaturation = 2;
constexpr double kLengthShare = 0.5;
constexpr std::uint32_t kHalves = 2;  // weights are counted in halves: a part counts half
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

  const Lexicon& lexicon() const { return lexicon_; }

  PageTerms run(const Page& page) {
    const Document& document = corpus_.document_of(page);
    lengths_.assign(count_units(document), 0);
    name_sizes_.assign(lengths_.size(), 0);
    occurrences_.clear();
    fresh_aliases_.clear();
    for_each_text(corpus_, tables_, page, [&](const SearchText& text) { add_text(text); });
    for (const auto& alert : page.metadata.alerts) {
      add(alert_entry(to_lower(without_marks(alert.value))), 0, kHalves * 8);
    }
    late_ = page.status == "deprecated" || page.review.status == ReviewStatus::overdue;
    PageTerms terms{.terms = encode(), .aliases = std::move(fresh_aliases_)};
    add_filters(terms.terms, page, document);
    return terms;
  }

 private:
  struct Occurrence {
    std::uint32_t term;
    std::uint32_t unit;
    std::uint32_t halves;
    bool names;
  };

  void add(const std::string& entry, std::uint32_t unit, std::uint32_t halves, bool names = false) {
    occurrences_.push_back({lexicon_.number_of(entry), unit, halves, names});
  }

  void add_alias(const std::string& raw) {
    if (aliases_.insert(raw).second) fresh_aliases_.push_back(raw);
  }

  void add_text(const SearchText& text) {
    lengths_[text.unit] += text.text.size();
    const std::vector<Token> tokens = analyzer_.tokens(text.text);
    if (text.names) {
      for (const Token& token : tokens)
        if (token.kind != TokenKind::symbol) ++name_sizes_[text.unit];
    }
    for (const Token& token : tokens) {
      // A text that names a filter (`severity:p1`) is none; the parts of the name stand for it.
      if (!is_word_entry(token.term)) continue;
      const bool part = token.kind == TokenKind::part;
      const bool stands_out = text.prose && token.kind == TokenKind::symbol;
      add(token.term, text.unit, (text.weight + (stands_out ? 1 : 0)) * (part ? 1 : kHalves),
          text.names);
      if (token.raw != token.term) add_alias(token.raw);
      if (!text.names) continue;
      for (const std::string& other : tables_.words.of(token.term)) {
        add(other, text.unit, kHalves * kSynonym, true);
      }
    }
    if (text.phrases) add_pairs(tokens, text);
  }

  void add_pairs(const std::vector<Token>& tokens, const SearchText& text) {
    for (std::size_t i = 1; i < tokens.size(); ++i) {
      const Token& a = tokens[i - 1];
      const Token& b = tokens[i];
      if (a.kind == TokenKind::symbol || b.kind == TokenKind::symbol) continue;
      add(a.term + " " + b.term, text.unit, text.weight * kHalves, text.names);
      if (!text.names || a.kind == TokenKind::part || b.kind == TokenKind::part) continue;
      const std::string joined = a.raw + b.raw;
      const std::string term = analyzer_.term_of(joined);
      add(term, text.unit, text.weight);
      if (term != joined) add_alias(joined);
    }
  }

  std::uint32_t lowered(std::uint32_t impact) const {
    return late_ ? std::max<std::uint32_t>(1, impact * 7 / 8) : impact;
  }

  std::vector<PageTerm> encode() {
    std::ranges::sort(occurrences_, {}, [](const Occurrence& o) {
      return (static_cast<std::uint64_t>(o.term) << 32) | o.unit;
    });
    page_length_ = 0;
    for (const std::uint64_t length : lengths_) page_length_ += length;
    std::vector<PageTerm> terms;
    for (auto first = occurrences_.begin(); first != occurrences_.end();) {
      const auto end = std::find_if(first, occurrences_.end(),
                                    [&](const Occurrence& o) { return o.term != first->term; });
      terms.push_back(encode_term({first, end}));
      first = end;
    }
    return terms;
  }

  PageTerm encode_term(std::span<const Occurrence> occurrences) const {
    PageTerm term{.number = occurrences.front().term, .units = 0, .body = {}};
    std::uint64_t page_halves = 0;
    std::uint32_t page_bonus = 0;
    std::string units;
    std::uint32_t next_unit = 0;
    for (std::size_t i = 0; i < occurrences.size();) {
      const std::uint32_t unit = occurrences[i].unit;
      std::uint64_t halves = 0;
      bool names = false;
      for (; i < occurrences.size() && occurrences[i].unit == unit; ++i) {
        halves += occurrences[i].halves;
        names = names || occurrences[i].names;
      }
      const std::uint32_t bonus = names ? name_bonus(name_sizes_[unit]) : 0;
      if (unit == 0) page_bonus = bonus;
      append_unit(units, unit - next_unit,
                  lowered(impact_of(halves, lengths_[unit], average_.unit) + bonus));
      next_unit = unit + 1;
      page_halves += halves;
      ++term.units;
    }
    append_page_impact(term.body,
                       lowered(impact_of(page_halves, page_length_, average_.page) + page_bonus));
    append_number(term.body, term.units);
    term.body += units;
    return term;
  }

  void add_filters(std::vector<PageTerm>& terms, const Page& page, const Document& document) {
    for (const std::string& filter : page_filters(corpus_, page)) {
      terms.push_back(filter_term(filter, {0}));
    }
    const auto first = static_cast<std::uint32_t>(lengths_.size() - document.commands.size());
    for (const Risk risk : {Risk::read, Risk::mutate, Risk::destroy, Risk::unknown}) {
      std::vector<std::uint32_t> units;
      for (std::uint32_t i = 0; i < document.commands.size(); ++i) {
        if (document.commands[i].risk == risk) units.push_back(first + i);
      }
      if (units.empty()) continue;
      terms.push_back(filter_term("risk:" + std::string(risk_name(risk)), units));
    }
  }

  PageTerm filter_term(const std::string& entry, const std::vector<std::uint32_t>& units) {
    PageTerm term{.number = lexicon_.number_of(entry),
                  .units = static_cast<std::uint32_t>(units.size()),
                  .body = {}};
    append_page_impact(term.body, 0);
    append_number(term.body, units.size());
    std::uint32_t next = 0;
    for (const std::uint32_t unit : units) {
      append_unit(term.body, unit - next, 0);
      next = unit + 1;
    }
    return term;
  }

  const Corpus& corpus_;
  const SearchTables& tables_;
  const Lengths& average_;
  Analyzer analyzer_;
  Lexicon lexicon_;
  std::unordered_set<std::string> aliases_;
  // Of the page at hand:
  std::vector<Occurrence> occurrences_;
  std::vector<std::string> fresh_aliases_;
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
