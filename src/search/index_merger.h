// Joins what pages say into the entries of the index.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "search/index_builder.h"
#include "search/lexicon.h"

namespace runbookc {

struct PageTerm {
  std::uint32_t number = 0;  // in the lexicon of the thread that read the page
  std::uint32_t units = 0;
  std::size_t end = 0;  // in `bodies`, which begins where the one before ends
};

struct PageTerms {
  std::vector<PageTerm> terms;
  std::string bodies;                // the page's postings, without the gap before each
  std::vector<std::string> aliases;  // that no page of this thread had before
};

// Joins the pages, which come in their order.
class IndexMerger {
 public:
  // `threads`: how many lexicons there are.
  IndexMerger(std::uint32_t pages, std::size_t threads) : pages_(pages), known_(threads) {}

  // What the page says in the words of a thread's lexicon.
  void add(std::uint32_t page, PageTerms terms, std::size_t thread, const Lexicon& lexicon);
  // Nothing may be added afterwards.
  SearchIndex finish();

 private:
  struct Merged {
    std::uint32_t df = 0;
    std::uint64_t units = 0;
    std::uint32_t next_page = 0;
    std::string postings;
  };

  bool is_known(const std::string& word) const {
    return terms_.contains(word) || aliases_.contains(word);
  }
  std::vector<std::string> compounds() const;
  std::string payload_of(std::string_view entry, const Merged& merged) const;

  std::uint32_t pages_;
  std::unordered_map<std::string, Merged> terms_;
  std::vector<std::vector<Merged*>> known_;  // of each thread, by the number in its lexicon
  std::unordered_set<std::string> aliases_;
};

}  // namespace runbookc
