#include "search/ranking.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <unordered_map>

#include "search/expansion.h"

namespace runbookc {

namespace {

// Of the best unit's score, what another one of the page must have to be shown: 3/5.
constexpr std::uint64_t kNearNumerator = 3;
constexpr std::uint64_t kNearDenominator = 5;
constexpr std::uint64_t kUnitFactor = 3;
constexpr auto kRisks = std::to_array<std::string_view>({"destroy", "mutate", "read", "unknown"});

using Units = std::set<std::uint32_t>;
using UnitsByPage = std::map<std::uint32_t, Units>;

// What the filters leave.
struct Allowed {
  std::optional<std::set<std::uint32_t>> pages;  // nothing: all
  std::optional<UnitsByPage> commands;           // what risk: or kind: command leaves
  std::optional<UnitsByPage> all_commands;       // with kind: section, what is none
  bool page_units = true;
  bool section_units = true;

  bool page(std::uint32_t page) const {
    if (pages && !pages->contains(page)) return false;
    return !only_commands() || commands->contains(page);
  }
  bool only_commands() const { return commands && !page_units && !section_units; }
};

class Filter {
 public:
  Filter(IndexReader& reader, const Query& query) : reader_(reader), query_(query) {}

  Result<Allowed> run() {
    for (const auto& [name, values] : query_.filters) {
      if (name == "kind" || name == "risk") continue;
      keep(pages_of(name, values));
    }
    if (query_.has("risk")) {
      allow_commands(query_.filters.find("risk")->second);
    }
    if (query_.has("kind")) read_kinds(query_.filters.find("kind")->second);
    if (fault_) return *fault_;
    return std::move(allowed_);
  }

 private:
  Postings postings_of(const std::string& entry) {
    const auto found = reader_.find(entry);
    if (!found) {
      fault_ = found.error();
      return {};
    }
    if (!*found || (*found)->payload.empty()) return {};
    auto postings = reader_.decode(**found);
    if (!postings) {
      fault_ = postings.error();
      return {};
    }
    return *std::move(postings);
  }

  std::set<std::uint32_t> pages_of(const std::string& name, const std::set<std::string>& values) {
    std::set<std::uint32_t> pages;
    for (const std::string& value : values) {
      const Postings postings = postings_of(fmt::format("{}:{}", name, value));
      for (const Posting& posting : postings.list) pages.insert(posting.page);
    }
    return pages;
  }

  void keep(std::set<std::uint32_t> pages) {
    if (allowed_.pages) {
      std::erase_if(pages, [&](std::uint32_t page) { return !allowed_.pages->contains(page); });
    }
    allowed_.pages = std::move(pages);
  }

  template <typename Risks>
  UnitsByPage commands_of(const Risks& risks) {
    UnitsByPage commands;
    for (const auto& risk : risks) {
      const Postings postings = postings_of("risk:" + std::string(risk));
      for (const Posting& posting : postings.list) {
        Units& units = commands[posting.page];
        for (const Posting::Unit& unit : posting.units) units.insert(unit.unit);
      }
    }
    return commands;
  }

  void allow_commands(const std::set<std::string>& risks) {
    allowed_.commands = commands_of(risks);
    allowed_.page_units = false;
    allowed_.section_units = false;
  }

  void read_kinds(const std::set<std::string>& kinds) {
    const bool commands = kinds.contains("command");
    if (!query_.has("risk")) {
      allowed_.page_units = kinds.contains("page");
      allowed_.section_units = kinds.contains("section");
      UnitsByPage all = commands_of(kRisks);
      if (commands) {
        allowed_.commands = std::move(all);
      } else {
        allowed_.all_commands = std::move(all);
        allowed_.commands = UnitsByPage{};
      }
    } else if (!commands) {
      allowed_.commands = UnitsByPage{};
    }
  }

  IndexReader& reader_;
  const Query& query_;
  Allowed allowed_;
  std::optional<Error> fault_;
};

bool has_unit(const UnitsByPage& units, std::uint32_t page, std::uint32_t unit) {
  const auto found = units.find(page);
  return found != units.end() && found->second.contains(unit);
}

bool is_allowed(const Allowed& allowed, std::uint32_t page, std::uint32_t unit) {
  if (!allowed.commands) return true;
  if (unit == 0) return allowed.page_units;
  if (has_unit(*allowed.commands, page, unit)) return true;
  const bool command = allowed.all_commands && has_unit(*allowed.all_commands, page, unit);
  return allowed.section_units && !command;
}

struct Sum {
  std::uint64_t sum = 0;       // Σ w·P, or Σ w·U
  std::uint64_t coverage = 0;  // C: Σ w·I of the terms that are there
};

struct PageSum {
  Sum page;
  std::map<std::uint32_t, Sum> units = {};
};

class Scorer {
 public:
  Scorer(IndexReader& reader, const Allowed& allowed) : reader_(reader), allowed_(allowed) {}

  Status add(const QueryTerm& term) {
    std::unordered_map<std::uint32_t, Best> best;
    std::uint32_t idf = 0;
    for (const Expansion& expansion : term.expansions) {
      const auto postings = reader_.decode(expansion.found);
      if (!postings) return postings.error();
      idf = std::max(idf, postings->idf);
      const std::uint64_t factor = std::uint64_t{expansion.quality} * postings->idf;
      for (const Posting& posting : postings->list) raise(best, posting, factor);
    }
    for (const auto& [page, found] : best) {
      PageSum& sum = pages_[page];
      const std::uint64_t covered = term.phrase ? 0 : std::uint64_t{term.weight} * idf;
      sum.page.sum += term.weight * found.page;
      sum.page.coverage += covered;
      for (const auto& [unit, value] : found.units) {
        sum.units[unit].sum += term.weight * value;
        sum.units[unit].coverage += covered;
      }
    }
    if (!term.phrase) total_ += std::uint64_t{term.weight} * idf;
    return Done{};
  }

  std::vector<SearchHit> hits(std::size_t most) const {
    std::vector<std::vector<SearchHit>> pages;
    for (const auto& [page, sum] : pages_) {
      auto hits = hits_of(page, sum);
      if (!hits.empty()) pages.push_back(std::move(hits));
    }
    std::ranges::sort(pages, [](const auto& a, const auto& b) {
      return a[0].score != b[0].score ? a[0].score > b[0].score : a[0].page < b[0].page;
    });
    std::vector<SearchHit> all;
    for (const auto& hits : pages) {
      for (const SearchHit& hit : hits) {
        if (all.size() == most) return all;
        all.push_back(hit);
      }
    }
    return all;
  }

 private:
  // The best of a term's expansions, for a page and its units.
  struct Best {
    std::uint64_t page = 0;
    std::unordered_map<std::uint32_t, std::uint64_t> units = {};
  };

  void raise(std::unordered_map<std::uint32_t, Best>& best, const Posting& posting,
             std::uint64_t factor) const {
    if (!allowed_.page(posting.page)) return;
    Best& found = best[posting.page];
    found.page = std::max(found.page, factor * posting.impact);
    for (const Posting::Unit& unit : posting.units) {
      std::uint64_t& value = found.units[unit.unit];
      value = std::max(value, factor * unit.impact);
    }
  }

  std::uint64_t score(const Sum& page, const Sum& unit) const {
    if (total_ == 0) return 0;
    const std::uint64_t own = kUnitFactor * unit.sum * unit.coverage / total_;
    return (page.sum + own) * page.coverage / total_ * page.coverage / total_;
  }

  std::vector<SearchHit> hits_of(std::uint32_t page, const PageSum& sum) const {
    std::vector<SearchHit> hits;
    const auto add = [&](std::uint32_t unit, const Sum& own) {
      if (is_allowed(allowed_, page, unit)) hits.push_back({page, unit, score(sum.page, own)});
    };
    const auto sum_of = [&](std::uint32_t unit) {
      const auto found = sum.units.find(unit);
      return found == sum.units.end() ? Sum{} : found->second;
    };
    if (allowed_.only_commands()) {
      for (const std::uint32_t unit : allowed_.commands->at(page)) add(unit, sum_of(unit));
    } else {
      add(0, sum_of(0));
      for (const auto& [unit, own] : sum.units) {
        if (unit != 0 && own.sum > 0) add(unit, own);
      }
    }
    std::ranges::stable_sort(hits, std::ranges::greater{}, &SearchHit::score);
    const auto is_far = [&](const SearchHit& hit) {
      const bool named = allowed_.only_commands() || sum_of(hit.unit).sum > 0;
      return !named || hit.score * kNearDenominator < hits.front().score * kNearNumerator;
    };
    if (!hits.empty()) {
      hits.erase(std::remove_if(hits.begin() + 1, hits.end(), is_far), hits.end());
    }
    if (hits.size() > kMostHitsOfPage) hits.resize(kMostHitsOfPage);
    return hits;
  }

  IndexReader& reader_;
  const Allowed& allowed_;
  std::map<std::uint32_t, PageSum> pages_;
  std::uint64_t total_ = 0;  // T
};

// All that the filters leave, in order.
std::vector<SearchHit> filtered(std::uint32_t pages, const Allowed& allowed, std::size_t most) {
  std::vector<SearchHit> hits;
  for (std::uint32_t page = 0; page < pages && hits.size() < most; ++page) {
    if (!allowed.page(page)) continue;
    if (!allowed.only_commands()) {
      hits.push_back({page, 0, 0});
      continue;
    }
    for (const std::uint32_t unit : allowed.commands->at(page)) {
      if (hits.size() < most) hits.push_back({page, unit, 0});
    }
  }
  return hits;
}

}  // namespace

Result<SearchResult> search(IndexReader& reader, const Query& query, Analyzer& analyzer,
                            std::size_t most) {
  const auto allowed = Filter(reader, query).run();
  if (!allowed) return allowed.error();
  SearchResult result;
  if (query.tokens.empty()) {
    if (!query.filters.empty()) result.hits = filtered(reader.pages(), *allowed, most);
    return result;
  }
  const auto terms = expand_query(reader, query, analyzer);
  if (!terms) return terms.error();
  Scorer scorer(reader, *allowed);
  for (const QueryTerm& term : *terms) {
    const Status added = scorer.add(term);
    if (!added) return added.error();
    if (term.phrase) continue;
    for (const Expansion& expansion : term.expansions) result.terms.insert(expansion.found.entry);
  }
  result.hits = scorer.hits(most);
  return result;
}

}  // namespace runbookc
