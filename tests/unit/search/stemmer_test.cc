#include "search/stemmer.h"

#include <catch2/catch.hpp>
#include <fstream>
#include <string>

using namespace runbookc;

// `stemwords -l porter` made the file; tests/search/analysis.test.mjs holds the site's script to
// it.
TEST_CASE("words have the stems that the site's script gives them") {
  std::ifstream file(RUNBOOKC_SOURCE_DIR "/tests/search/stems.txt");
  const Stemmer stemmer;
  std::string word;
  std::string stem;
  int count = 0;
  while (file >> word >> stem) {
    INFO(word);
    CHECK(stemmer.stem(word) == stem);
    ++count;
  }
  CHECK(count > 5000);
}
