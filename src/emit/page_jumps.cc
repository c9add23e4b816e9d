#include "emit/page_jumps.h"

#include <algorithm>
#include <array>

namespace runbookc {

namespace {

// By role, so that a type of the project's own has them under whatever titles.
constexpr auto kWanted = std::to_array<SectionRole>(
    {SectionRole::impact, SectionRole::diagnosis, SectionRole::mitigation, SectionRole::rollback});
constexpr std::size_t kMaxSections = 500;  // that are looked at

bool is_wanted(const SectionContract& contract) {
  return std::ranges::find(kWanted, contract.role) != kWanted.end();
}

}  // namespace

PageJumps::PageJumps(const Corpus& corpus) : corpus_(corpus) {
  for (const DocumentType& type : corpus.types) {
    Contracts& contracts = by_type_.emplace_back();
    for (const SectionContract& contract : type.sections) {
      if (!is_wanted(contract)) continue;
      contracts.emplace(comparable_title(contract.title), &contract);
      for (const std::string& alias : contract.aliases) {
        contracts.emplace(comparable_title(alias), &contract);
      }
    }
  }
}

std::vector<PageJump> PageJumps::of(const Page& page) const {
  std::vector<PageJump> jumps;
  if (page.type_index == kNone) return jumps;
  const Contracts& contracts = by_type_[page.type_index];
  const Document& document = corpus_.document_of(page);
  std::vector<const SectionContract*> reached;
  const std::size_t looked_at = std::min(document.sections.size(), kMaxSections);
  for (std::size_t i = 0; i < looked_at; ++i) {
    const Section& section = document.sections[i];
    if (section.nested || section.anchor.empty()) continue;
    const auto found = contracts.find(comparable_title(section.title));
    if (found == contracts.end()) continue;
    const SectionContract* contract = found->second;
    if (std::ranges::find(reached, contract) != reached.end()) continue;
    reached.push_back(contract);
    jumps.push_back({contract->title, section.anchor});
  }
  return jumps;
}

}  // namespace runbookc
