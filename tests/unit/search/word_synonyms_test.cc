#include "search/word_synonyms.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "unit/search/search_fixture.h"

using namespace runbookc;

namespace {

bool stands_for(const WordSynonyms& synonyms, const std::string& word, const std::string& other) {
  Analyzer analyzer;
  const auto others = synonyms.of(analyzer.term_of(word));
  return std::ranges::find(others, analyzer.term_of(other)) != others.end();
}

}  // namespace

TEST_CASE("operators' words stand for one another, in any form") {
  const WordSynonyms synonyms;
  CHECK(stands_for(synonyms, "rollbacks", "undo"));
  CHECK(stands_for(synonyms, "diagnosis", "troubleshooting"));
  CHECK(stands_for(synonyms, "databases", "db"));
  CHECK_FALSE(stands_for(synonyms, "rollback", "rollback"));
  CHECK_FALSE(stands_for(synonyms, "rollback", "restore"));
  CHECK(synonyms.of("parcel").empty());
}

TEST_CASE("what follows from one group says nothing about another") {
  const WordSynonyms synonyms;
  CHECK(stands_for(synonyms, "replace", "renew"));
  CHECK(stands_for(synonyms, "replace", "rotate"));
  CHECK_FALSE(stands_for(synonyms, "renew", "rotate"));
}

TEST_CASE("a heading is found by other words for it, a paragraph is not") {
  std::map<std::string, std::string, std::less<>> files;
  files["a.md"] =
      "# Release\n\n## Rollback\n\nTake the tag before.\n\n## Notes\n\nThe rollback of June "
      "failed.\n";
  SearchFixture fixture(std::move(files));
  CHECK(fixture.hits("undo ") == std::vector<std::string>{"a.md#rollback"});
}
