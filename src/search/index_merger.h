// Joins what pages say into the entries of the index.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "search/index_builder.h"

namespace runbookc {

// The entries that one thread has met, each with a number, so that a word is looked up once a text
// and written down once a thread.
class Lexicon {
 public:
  std::uint32_t number_of(const std::string& entry) {
    const auto [known, fresh] =
        numbers_.try_emplace(entry, static_cast<std::uint32_t>(entries_.size()));
    if (fresh) entries_.push_back(&known->first);
    return known->second;
  }
  const std::string& entry(std::uint32_t number) const { return *entries_[number]; }
  std::size_t size() const { return entries_.size(); }

 private:
  std::unordered_map<std::string, std::uint32_t> numbers_;
  std::vector<const std::string*> entries_;  // keys of `numbers_`
};

struct PageTerm {
  std::uint32_t number = 0;  // in the lexicon of the thread that read the page
  std::uint32_t units = 0;
  std::string body;  // the page's posting, without the gap before it
};

struct PageTerms {
  std::vector<PageTerm> terms;
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
