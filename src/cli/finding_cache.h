// What page rules found in the pages of a project, from run to run, in the user's cache folder.
// Never an error, as with cli/document_cache.h.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "check/runner.h"
#include "cli/cache_place.h"

namespace runbookc {

class FindingCache final : public FindingMemory {
 public:
  FindingCache(CachePlace place, const Corpus& corpus, unsigned threads);

  bool is_on() const { return !place_.folder.empty(); }
  std::optional<std::vector<Diagnostic>> recall(Index page) override;
  void keep(Index page, const std::vector<Diagnostic>& found) override;
  // Keeps what was recalled and found, unless that is what is there already.
  void save() const;

 private:
  struct Known {
    std::string_view key;
    std::string_view findings;
  };
  bool read_known();

  CachePlace place_;
  const Corpus& corpus_;
  std::vector<std::string> keys_;  // of the pages
  std::string bytes_;              // of the file
  std::map<std::string_view, Known> known_;
  std::vector<std::string> findings_;  // of the pages; "" for what is not kept
  std::vector<char> is_new_;           // parallel: found in this run
};

}  // namespace runbookc
