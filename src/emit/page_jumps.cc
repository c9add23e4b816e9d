#include "emit/page_jumps.h"

#include <algorithm>
#include <array>

namespace runbookc {

namespace {

// By role, so that a type of the project's own has them under whatever titles.
constexpr auto kWanted = std::to_array<SectionRole>(
    {SectionRole::impact, SectionRole::diagnosis, SectionRole::mitigation, SectionRole::rollback});
constexpr std::size_t kMaxSections = 500;  // that are looked at

// The contract that the section fulfils, if it is one of those wanted.
const SectionContract* wanted_contract(const DocumentType& type, const Section& section) {
  for (const SectionContract& contract : type.sections) {
    if (std::ranges::find(kWanted, contract.role) == kWanted.end()) continue;
    if (fulfils_title(contract, section.title)) return &contract;
  }
  return nullptr;
}

}  // namespace

std::vector<PageJump> page_jumps(const Corpus& corpus, const Page& page) {
  std::vector<PageJump> jumps;
  const DocumentType* type = corpus.type_of(page);
  if (type == nullptr) return jumps;
  const Document& document = corpus.document_of(page);
  std::vector<const SectionContract*> found;
  const std::size_t looked_at = std::min(document.sections.size(), kMaxSections);
  for (std::size_t i = 0; i < looked_at; ++i) {
    const Section& section = document.sections[i];
    if (section.nested || section.anchor.empty()) continue;
    const SectionContract* contract = wanted_contract(*type, section);
    if (contract == nullptr || std::ranges::find(found, contract) != found.end()) continue;
    found.push_back(contract);
    jumps.push_back({contract->title, section.anchor});
  }
  return jumps;
}

}  // namespace runbookc
