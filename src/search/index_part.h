// What one thread's share of the pages says, term by term.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "search/lexicon.h"
#include "search/posting_code.h"

namespace runbookc {

// A term's postings on pages that come in their order.
struct TermPostings {
  std::uint32_t pages = 0;
  std::uint64_t units = 0;
  std::uint32_t first_page = 0;  // the gap before it is known to who joins the parts
  std::uint32_t next_page = 0;
  std::string bytes;

  // Begins the postings of a page, which `bytes` are to say next.
  void begin_page(std::uint32_t page) {
    if (pages++ == 0) {
      first_page = page;
    } else {
      append_number(bytes, page - next_page);
    }
    next_page = page + 1;
  }

  // Adds those of later pages.
  void append(const TermPostings& later) {
    append_number(bytes, later.first_page - next_page);
    bytes += later.bytes;
    pages += later.pages;
    units += later.units;
    next_page = later.next_page;
  }
};

struct IndexPart {
  Lexicon lexicon;
  std::vector<TermPostings> postings;  // by the number in the lexicon; words that no page has: none
  std::vector<std::string> aliases;    // each once
};

}  // namespace runbookc
