// Which section of a document fulfils which entry of its type's section contract.
#pragma once

#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "model/document.h"
#include "schema/document_type.h"

namespace runbookc {

struct ContractMatch {
  const SectionContract* contract = nullptr;
  Index within = kNone;   // the section that it is looked for in; kNone: the document
  Index section = kNone;  // the first of the shallowest that fulfil it; kNone: missing
};

// The names of every contract in the form that titles are compared in, computed once a corpus.
// Keeps pointers into the types, which must outlive it. Safe to share between threads.
class ContractNames {
 public:
  ContractNames() = default;
  explicit ContractNames(std::span<const DocumentType> types);
  // The contract's title, then its aliases, as comparable_title makes them.
  const std::vector<std::string>& of(const SectionContract& contract) const;

 private:
  std::unordered_map<const SectionContract*, std::vector<std::string>> names_;
};

// Sections that one document can lack before no more are looked for: thousands of subsections that
// each lack hundreds are reported well enough by then.
inline constexpr std::size_t kMostMisses = 5'000;

// Every entry that is there or required, in the contract's order; those within a section follow its
// entry. An entry for each subsection comes once for each. Nested headings (in lists, quotes) do
// not count.
std::vector<ContractMatch> match_contracts(const Document& document, const DocumentType& type,
                                           const ContractNames& names);

}  // namespace runbookc
