#include "schema/contract_match.h"

#include <algorithm>
#include <cassert>
#include <ranges>
#include <unordered_map>
#include <utility>

namespace runbookc {
namespace {

void queue(std::vector<const SectionContract*>& pending, const std::vector<SectionContract>& more) {
  for (const SectionContract& contract : more) {
    pending.push_back(&contract);
  }
}

// A contract that is still to be looked for.
struct Wanted {
  const SectionContract* contract;
  Index within;
};

class Matcher {
 public:
  Matcher(const Document& document, const ContractNames& names)
      : sections_(document.sections), names_(names), title_(lone_title(document)) {
    for (Index index = 0; index < sections_.size(); ++index) {
      if (index != title_ && !sections_[index].nested) {
        by_title_[comparable_title(sections_[index].title)].push_back(index);
      }
    }
  }

  std::vector<ContractMatch> run(const DocumentType& type) {
    want(type.sections, kNone);
    std::vector<ContractMatch> matches;
    std::size_t misses = 0;
    while (!wanted_.empty()) {
      const Wanted next = wanted_.back();
      wanted_.pop_back();
      const Index found = find(next);
      if (found == kNone && !next.contract->required) continue;
      if (found == kNone && ++misses > kMostMisses) break;
      matches.push_back({.contract = next.contract, .within = next.within, .section = found});
      if (found != kNone) {
        descend(*next.contract, found);
      }
    }
    return matches;
  }

 private:
  // The document's title, which no contract means, unless level 1 is used for sections too.
  static Index lone_title(const Document& document) {
    const auto is_top = [](const Section& section) {
      return section.level == 1 && !section.nested;
    };
    return std::ranges::count_if(document.sections, is_top) == 1 ? title_section(document) : kNone;
  }

  // Pushed last first, so that they are taken in order.
  void want(const std::vector<SectionContract>& contracts, Index within) {
    for (const SectionContract& contract : contracts | std::views::reverse) {
      wanted_.push_back({.contract = &contract, .within = within});
    }
  }

  void descend(const SectionContract& contract, Index section) {
    if (!contract.each_subsection) {
      want(contract.subsections, section);
      return;
    }
    std::vector<Index> children;
    for (Index child = section + 1; child < sections_[section].end; child = after(child)) {
      if (!sections_[child].nested) {
        children.push_back(child);
      }
    }
    for (const Index child : children | std::views::reverse) {
      want(contract.subsections, child);
    }
  }

  Index after(Index section) const { return std::max(section + 1, sections_[section].end); }

  // The one nearest to the surface, and the first of those: a '### Rollback' of one step is not
  // the '## Rollback' that follows.
  Index find(const Wanted& wanted) const {
    const Index begin = wanted.within == kNone ? 0 : wanted.within + 1;
    const Index end = wanted.within == kNone ? static_cast<Index>(sections_.size())
                                             : sections_[wanted.within].end;
    Index best = kNone;
    for (const std::string& name : names_.of(*wanted.contract)) {
      const auto found = by_title_.find(name);
      if (found == by_title_.end()) continue;
      const std::vector<Index>& places = found->second;
      for (auto at = std::ranges::lower_bound(places, begin); at != places.end() && *at < end;
           ++at) {
        if (level_fits(*wanted.contract, *at) && is_before(*at, best)) best = *at;
      }
    }
    return best;
  }

  bool level_fits(const SectionContract& contract, Index section) const {
    return contract.level == 0 || contract.level == sections_[section].level;
  }

  bool is_before(Index section, Index best) const {
    return best == kNone ||
           std::pair(sections_[section].level, section) < std::pair(sections_[best].level, best);
  }

  const std::vector<Section>& sections_;
  const ContractNames& names_;
  Index title_;
  std::unordered_map<std::string, std::vector<Index>> by_title_;  // in document order
  std::vector<Wanted> wanted_;
};

}  // namespace

ContractNames::ContractNames(std::span<const DocumentType> types) {
  std::vector<const SectionContract*> pending;
  for (const DocumentType& type : types) {
    queue(pending, type.sections);
  }
  while (!pending.empty()) {
    const SectionContract* contract = pending.back();
    pending.pop_back();
    std::vector<std::string>& names = names_[contract];
    names.push_back(comparable_title(contract->title));
    for (const std::string& alias : contract->aliases) {
      names.push_back(comparable_title(alias));
    }
    queue(pending, contract->subsections);
  }
}

const std::vector<std::string>& ContractNames::of(const SectionContract& contract) const {
  const auto found = names_.find(&contract);
  assert(found != names_.end());
  return found->second;
}

std::vector<ContractMatch> match_contracts(const Document& document, const DocumentType& type,
                                           const ContractNames& names) {
  if (type.sections.empty()) {
    return {};
  }
  return Matcher(document, names).run(type);
}

}  // namespace runbookc
