// Reads an index back from its files, each when it is needed first. A site may come from elsewhere:
// whatever its files hold, the outcome is an answer or an Error that names the file.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "search/index_builder.h"
#include "search/search_page.h"

namespace runbookc {

// What a page in a browser loads for one prefix, at most.
inline constexpr std::size_t kMostShards = 4;

// A page in which a term stands.
struct Posting {
  std::uint32_t page = 0;
  std::uint32_t impact = 0;
  struct Unit {
    std::uint32_t unit = 0;
    std::uint32_t impact = 0;
  };
  std::vector<Unit> units = {};  // ascending; empty in a coarse posting
};

struct Postings {
  std::uint32_t idf = 0;
  std::uint32_t df = 0;
  bool coarse = false;        // by page alone: no posting has units
  std::vector<Posting> list;  // ascending
};

class IndexReader {
 public:
  // The bytes of a file of the index, by its name in the folder ("t0.js").
  using ReadFile = std::function<Result<std::string>(const std::string& name)>;

  static Result<IndexReader> open(ReadFile read);

  std::uint32_t pages() const { return pages_; }

  // How a query finds entries. An entry without a payload is an alias.
  struct Found {
    std::string entry;
    std::string payload;
  };
  Result<std::optional<Found>> find(std::string_view entry);
  // The entries that begin with `prefix`, in their order; of the first kMostShards files that may
  // hold any.
  Result<std::vector<Found>> with_prefix(std::string_view prefix);
  // The words whose reversal begins with `prefix` (reversed), not reversed; as above.
  Result<std::vector<std::string>> with_tail(std::string_view prefix);

  // A payload's postings. An Error if it is damaged, or names a page that there is not.
  Result<Postings> decode(const Found& found) const;
  // Its document frequency and idf, without the rest.
  struct Weight {
    std::uint32_t idf = 0;
    std::uint32_t df = 0;
  };
  Result<Weight> weight(const Found& found) const;

  // What is shown of a page. Precondition: page < pages().
  Result<SearchPage> page(std::uint32_t page);

 private:
  struct Shard {
    std::vector<std::string> entries;
    std::vector<std::string> payloads;
  };

  Result<const Shard*> terms(std::size_t shard);
  Result<const std::vector<std::string>*> tails(std::size_t shard);
  Result<const std::vector<SearchPage>*> block(std::size_t block);

  ReadFile read_;
  std::string version_;  // which all files share
  std::uint32_t pages_ = 0;
  std::vector<std::uint32_t> blocks_;
  std::vector<std::string> first_terms_;
  std::vector<std::string> first_tails_;
  std::map<std::size_t, Shard> terms_;
  std::map<std::size_t, std::vector<std::string>> tails_;
  std::map<std::size_t, std::vector<SearchPage>> read_blocks_;
};

}  // namespace runbookc
