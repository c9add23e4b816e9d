#include "emit/asset_bundle.h"

#include <catch2/catch.hpp>

#include "base/embedded.h"
#include "base/files.h"

using namespace runbookc;

namespace {

Words english() {
  const SourceFile file("words.en.json", std::string(*find_embedded("templates/words.en.json")));
  return *Words::read(file);
}

bool has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("what only the search says travels with the search") {
  const MemoryFiles none({});
  const std::string page = *script_bundle(none, english());
  const std::string search = *search_bundle(none, english());
  CHECK(has(page, R"("find.close":)"));
  CHECK_FALSE(has(page, R"("search.none":)"));
  CHECK(has(search, R"("none":)"));
  CHECK_FALSE(has(search, R"("find.close":)"));
}

TEST_CASE("the search's script has the stemmer, under its licence, before our parts") {
  const MemoryFiles none({});
  const std::string search = *search_bundle(none, english());
  CHECK(has(search, "Copyright (c) 2001, Dr Martin Porter"));
  CHECK(search.find("PorterStemmer = function()") < search.find("new PorterStemmer()"));
  CHECK(search.find("var BaseStemmer, PorterStemmer;") < search.find("BaseStemmer = function()"));
}

TEST_CASE("a project can replace a part of the search and add its own") {
  const MemoryFiles files({{"templates/assets/search/80-dialog.js", "replaced();\n"},
                           {"templates/assets/search/95-own.js", "added();\n"}});
  const std::string search = *search_bundle(files, english());
  CHECK(has(search, "replaced();"));
  CHECK(has(search, "added();"));
  CHECK_FALSE(has(search, "function buildDialog"));
}
