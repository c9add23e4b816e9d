// What a rule sees: the linked corpus, one page of it, and the rule's options there.
#pragma once

#include <span>
#include <string_view>

#include "corpus/corpus.h"
#include "schema/contract_match.h"

namespace runbookc {

struct PageContext {
  const Corpus& corpus;
  const Page& page;
  const Document& document;
  const SourceFile& source;
  const DocumentType* type;                       // null for a type without a schema
  const Value& options;                           // of this rule for this page: an object or null
  std::span<const ContractMatch> contracts = {};  // of `type`, matched with this document
  const ContractNames* contract_names = nullptr;  // null only in tests of a single function
};

struct CorpusContext {
  const Corpus& corpus;
  const Value& options;
};

}  // namespace runbookc
