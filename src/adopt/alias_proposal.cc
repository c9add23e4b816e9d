#include "adopt/alias_proposal.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "adopt/type_fit.h"
#include "schema/contract_match.h"

namespace runbookc {
namespace {

constexpr std::size_t kLeastDocuments = 3;
// Of one document: more is no runbook, and would cost each of them for each missing section.
constexpr std::size_t kMostHeadings = 200;

struct Spelling {
  std::string heading;
  std::size_t documents = 0;
};

using SectionKey = std::pair<std::string, std::string>;  // type and section

class Counter {
 public:
  explicit Counter(const Corpus& corpus) : corpus_(corpus), names_(corpus.types) {}

  void count(const Document& document) {
    if (document.sections.size() > kMostHeadings) return;
    const std::vector<TypeFit> fits = fit_types(document, corpus_.types, names_);
    if (fits.empty() || fits[0].found < 2 || fits[0].found * 2 < fits[0].required) return;
    const auto type = std::ranges::find(corpus_.types, fits[0].type, &DocumentType::name);
    count_in(document, *type);
  }

  std::vector<AliasProposal> proposals() const {
    std::vector<AliasProposal> made;
    for (const auto& [section, headings] : headings_) {
      const auto best = std::ranges::max_element(
          headings, {}, [](const auto& entry) { return entry.second.documents; });
      const std::size_t count = best->second.documents;
      if (count < kLeastDocuments || count * 2 < lacking_.at(section)) continue;
      made.push_back({section.first, section.second, best->second.heading, count});
    }
    return made;
  }

 private:
  void count_in(const Document& document, const DocumentType& type) {
    std::vector<ContractMatch> matches = match_contracts(document, type, names_);
    std::erase_if(matches, [](const ContractMatch& match) { return match.within != kNone; });
    std::set<Index> taken;
    for (const ContractMatch& match : matches) taken.insert(match.section);
    for (std::size_t i = 0; i < matches.size(); ++i) {
      if (matches[i].section != kNone || !matches[i].contract->required) continue;
      const SectionKey key{type.name, matches[i].contract->title};
      ++lacking_[key];
      for (const Index heading : between(document, matches, i, taken))
        enter(key, document.sections[heading]);
    }
  }

  void enter(const SectionKey& key, const Section& heading) {
    Spelling& spelling = headings_[key][comparable_title(heading.title)];
    if (spelling.documents++ == 0) spelling.heading = heading.title;
  }

  // Headings that are nobody's, at the level of the sections that are there, each name once.
  static std::vector<Index> between(const Document& document,
                                    const std::vector<ContractMatch>& matches, std::size_t missing,
                                    const std::set<Index>& taken) {
    Index begin = 0;
    auto end = static_cast<Index>(document.sections.size());
    int level = 0;
    for (std::size_t i = 0; i < matches.size(); ++i) {
      if (matches[i].section == kNone) continue;
      level = document.sections[matches[i].section].level;
      if (i < missing) begin = std::max(begin, matches[i].section + 1);
      if (i > missing) end = std::min(end, matches[i].section);
    }
    std::vector<Index> found;
    std::set<std::string> seen;
    for (Index i = begin; i < end; ++i) {
      const Section& section = document.sections[i];
      if (section.nested || section.level != level || taken.contains(i)) continue;
      if (seen.insert(comparable_title(section.title)).second) found.push_back(i);
    }
    return found;
  }

  const Corpus& corpus_;
  ContractNames names_;
  std::map<SectionKey, std::map<std::string, Spelling>> headings_;
  std::map<SectionKey, std::size_t> lacking_;
};

}  // namespace

std::vector<AliasProposal> find_alias_proposals(const Corpus& corpus,
                                                const std::vector<DocumentAdoption>& documents) {
  Counter counter(corpus);
  for (const DocumentAdoption& adoption : documents) {
    counter.count(corpus.document_of(corpus.pages[adoption.page]));
  }
  return counter.proposals();
}

}  // namespace runbookc
