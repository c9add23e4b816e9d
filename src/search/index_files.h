// The files of the index, `_/search/*.js`: scripts of one call each, so that a page on a disk can
// load them (docs/search.md says what they hold).
//
// How many there are follows from the sizes of the sources alone, so that their paths are known
// before anything is analysed.
#pragma once

#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/corpus.h"
#include "search/index_builder.h"

namespace runbookc {

inline constexpr std::string_view kSearchFolder = "_/search/";
inline constexpr std::uint32_t kSearchFormat = 3;

// `index.js`, `t0.js` …, relative to kSearchFolder.
enum class SearchFileKind : std::uint8_t { index, terms, tails, pages };
std::string search_file_name(SearchFileKind kind, std::size_t number);

// The files of one corpus, which outlives this. Thread-safe: any of them may be asked for from any
// thread; the first that needs it builds the index.
class SearchFiles {
 public:
  SearchFiles(const Corpus& corpus, unsigned threads);
  SearchFiles(const SearchFiles&) = delete;
  SearchFiles& operator=(const SearchFiles&) = delete;
  ~SearchFiles() = default;

  struct File {
    SearchFileKind kind;
    std::size_t number;
  };
  std::vector<File> files() const;
  std::string render(const File& file) const;

 private:
  struct Shard {
    std::size_t first = 0;
    std::size_t end = 0;
  };
  struct Built {
    SearchIndex index;
    std::string version;
    std::vector<Shard> terms;
    std::vector<std::string> tails;  // reversed, sorted
    std::vector<Shard> tail_shards;
  };

  const Built& built() const;
  std::string version_of(const SearchIndex& index) const;
  std::string call(std::string_view function, std::size_t number) const;
  std::string index_file() const;
  std::string terms_file(std::size_t number) const;
  std::string tails_file(std::size_t number) const;
  std::string pages_file(std::size_t number) const;

  const Corpus& corpus_;
  unsigned threads_;
  std::vector<Index> pages_;
  std::vector<std::size_t> blocks_;  // the first page of each
  std::size_t term_shards_ = 1;
  std::size_t tail_shards_ = 1;
  mutable std::once_flag once_;
  mutable std::unique_ptr<const Built> built_;
};

// The code points in the other order.
std::string reversed(std::string_view utf8);
// Entries of fewer code points have no tail.
inline constexpr std::size_t kShortestTail = 5;

}  // namespace runbookc
