// Words that operators use for one another. What a page or a section is called is found by the
// others, too: "Rollback" by `undo`, "Diagnosis" by `triage`.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "search/analysis.h"

namespace runbookc {

class WordSynonyms {
 public:
  WordSynonyms();

  // The terms of the words that may stand for a token's term, without itself; sorted. They last as
  // long as this does.
  std::span<const std::string> of(const std::string& term) const;

 private:
  std::unordered_map<std::string, std::vector<std::string>> by_term_;
};

}  // namespace runbookc
