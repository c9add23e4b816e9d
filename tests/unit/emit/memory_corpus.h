// A corpus from files in memory, for tests. `today` is 21 November 2026.
#pragma once

#include <catch2/catch.hpp>
#include <map>
#include <string>
#include <utility>

#include "corpus/corpus.h"

namespace runbookc {

inline Corpus memory_corpus(std::map<std::string, std::string, std::less<>> files) {
  LoadOptions options;
  options.render = false;
  options.today = *parse_date("2026-11-21");
  Result<Corpus> corpus = load_corpus(MemoryFiles(std::move(files)), options);
  if (!corpus.ok()) FAIL(corpus.error().message);
  return std::move(corpus).value();
}

// The page of this content path; the test fails without it.
inline Index page_at(const Corpus& corpus, std::string_view path) {
  const Index page = find_page(corpus, path);
  REQUIRE(page != kNone);
  return page;
}

}  // namespace runbookc
