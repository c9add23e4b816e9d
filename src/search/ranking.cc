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

// Of what the best unit of a page has, what another one must have to be shown: 3/4.
constexpr std::uint64_t kNearNumerator = 3;
constexpr std::uint64_t kNearDenominator = 4;
// Of what stands in the best unit itself: 1/2. What the page says does not make a hit of a section.
constexpr std::uint64_t kOwnDenominator = 2;
constexpr std::uint64_t kUnitFactor = 6;
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

// A unit by itself, and with what the page itself (unit 0) says, which holds for all of it.
struct UnitSum {
  Sum own;
  Sum whole;
};

// What one term says of a page and its units: the best of its expansions.
struct PageBest {
  std::uint64_t page = 0;
  std::uint64_t anywhere = 0;  // what is indexed by page alone says half of it of any unit
  std::unordered_map<std::uint32_t, std::uint64_t> units = {};
};

struct TermOfPage {
  std::uint64_t weight = 0;
  std::uint64_t covers = 0;
  std::uint64_t anywhere = 0;
  std::unordered_map<std::uint32_t, std::uint64_t> units;
};

struct PageSum {
  Sum page;
  std::vector<TermOfPage> terms = {};
};

std::map<std::uint32_t, UnitSum> sum_units(const std::vector<TermOfPage>& terms) {
  std::map<std::uint32_t, UnitSum> sums;
  for (const TermOfPage& term : terms) {
    for (const auto& [unit, value] : term.units) sums.try_emplace(unit);
  }
  const auto add = [](Sum& sum, const TermOfPage& term, std::uint64_t value) {
    sum.sum += term.weight * value;
    if (value > 0) sum.coverage += term.covers;
  };
  for (const TermOfPage& term : terms) {
    const auto value_of = [&](std::uint32_t unit) {
      const auto found = term.units.find(unit);
      return found == term.units.end() ? std::uint64_t{0} : found->second;
    };
    const std::uint64_t inherited = value_of(0);
    for (auto& [unit, sum] : sums) {
      const std::uint64_t own = std::max(value_of(unit), term.anywhere);
      add(sum.own, term, own);
      add(sum.whole, term, std::max(own, inherited));
    }
  }
  return sums;
}

class Scorer {
 public:
  Scorer(IndexReader& reader, const Allowed& allowed) : reader_(reader), allowed_(allowed) {}

  Status add(const QueryTerm& term) {
    std::unordered_map<std::uint32_t, PageBest> best;
    std::uint32_t idf = 0;
    for (const Expansion& expansion : term.expansions) {
      const auto postings = reader_.decode(expansion.found);
      if (!postings) return postings.error();
      idf = std::max(idf, postings->idf);
      const std::uint64_t factor = std::uint64_t{expansion.quality} * postings->idf;
      for (const Posting& posting : postings->list) {
        raise(best, posting, postings->coarse, factor);
      }
    }
    const std::uint64_t covers = term.phrase ? 0 : std::uint64_t{term.weight} * idf;
    for (auto& [page, found] : best) {
      PageSum& sum = pages_[page];
      sum.page.sum += term.weight * found.page;
      sum.page.coverage += covers;
      sum.terms.push_back({term.weight, covers, found.anywhere, std::move(found.units)});
    }
    total_ += covers;
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
  void raise(std::unordered_map<std::uint32_t, PageBest>& best, const Posting& posting, bool coarse,
             std::uint64_t factor) const {
    if (!allowed_.page(posting.page)) return;
    PageBest& found = best[posting.page];
    found.page = std::max(found.page, factor * posting.impact);
    if (coarse) found.anywhere = std::max(found.anywhere, factor * posting.impact / 2);
    for (const Posting::Unit& unit : posting.units) {
      std::uint64_t& value = found.units[unit.unit];
      value = std::max(value, factor * unit.impact);
    }
  }

  // What a page is worth with a unit.
  std::uint64_t score(const Sum& page, const Sum& unit) const {
    if (total_ == 0) return 0;
    const std::uint64_t own = kUnitFactor * unit.sum * unit.coverage / total_;
    return (page.sum + own) * page.coverage / total_ * page.coverage / total_;
  }

  // What a unit is worth among those of its page.
  std::uint64_t place(const Sum& whole) const {
    if (total_ == 0) return 0;
    return whole.sum * whole.coverage / total_ * whole.coverage / total_;
  }

  struct Candidate {
    std::uint32_t unit = 0;
    std::uint64_t own = 0;  // 0: no term stands in it
    std::uint64_t place = 0;
  };

  std::vector<SearchHit> hits_of(std::uint32_t page, const PageSum& sum) const {
    const std::map<std::uint32_t, UnitSum> units = sum_units(sum.terms);
    std::vector<Candidate> found;
    std::uint64_t best = 0;
    const auto add = [&](std::uint32_t unit) {
      if (!is_allowed(allowed_, page, unit)) return;
      const auto known = units.find(unit);
      const UnitSum own = known == units.end() ? UnitSum{} : known->second;
      best = std::max(best, score(sum.page, own.own));
      found.push_back({unit, own.own.sum, place(own.whole)});
    };
    if (allowed_.only_commands()) {
      for (const std::uint32_t unit : allowed_.commands->at(page)) add(unit);
    } else {
      add(0);
      for (const auto& [unit, own] : units) {
        if (unit != 0 && own.own.sum > 0) add(unit);
      }
    }
    std::ranges::stable_sort(found, std::ranges::greater{}, &Candidate::place);
    const auto is_far = [&](const Candidate& other) {
      const Candidate& first = found.front();
      if (other.place * kNearDenominator < first.place * kNearNumerator) return true;
      return (other.own == 0 && !allowed_.only_commands()) ||
             kOwnDenominator * other.own < first.own;
    };
    if (!found.empty()) {
      found.erase(std::remove_if(found.begin() + 1, found.end(), is_far), found.end());
    }
    if (found.size() > kMostHitsOfPage) found.resize(kMostHitsOfPage);
    std::vector<SearchHit> hits;
    for (const Candidate& candidate : found) hits.push_back({page, candidate.unit, best});
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
  const auto add = [&](std::uint32_t page) {
    if (!allowed.page(page)) return;
    if (!allowed.only_commands()) {
      hits.push_back({page, 0, 0});
      return;
    }
    for (const std::uint32_t unit : allowed.commands->at(page)) {
      if (hits.size() < most) hits.push_back({page, unit, 0});
    }
  };
  // By what the filters name, where they name any: an index may claim any number of pages.
  if (allowed.pages) {
    for (auto at = allowed.pages->begin(); at != allowed.pages->end() && hits.size() < most; ++at) {
      add(*at);
    }
  } else if (allowed.only_commands()) {
    for (auto at = allowed.commands->begin(); at != allowed.commands->end() && hits.size() < most;
         ++at) {
      add(at->first);
    }
  } else {
    for (std::uint32_t page = 0; page < pages && hits.size() < most; ++page) add(page);
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
