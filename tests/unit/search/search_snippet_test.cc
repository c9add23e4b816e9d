#include "search/search_snippet.h"

#include <catch2/catch.hpp>

#include "base/unicode.h"

using namespace runbookc;

namespace {

SearchSnippet snippet(std::string_view text, const FoundTerms& terms, std::size_t most = 60) {
  Analyzer analyzer;
  return search_snippet(text, terms, analyzer, most);
}

std::vector<std::string> marked(const SearchSnippet& found) {
  std::vector<std::string> words;
  for (const ByteRange& mark : found.marks) {
    words.push_back(found.text.substr(mark.begin, mark.end - mark.begin));
  }
  return words;
}

}  // namespace

TEST_CASE("a short text is its own snippet, with the words marked") {
  const auto found = snippet("The  pool is\nexhausted, clients wait.", {"exhaust", "wait"});
  CHECK(found.text == "The pool is exhausted, clients wait.");
  CHECK(marked(found) == std::vector<std::string>{"exhausted", "wait"});
}

TEST_CASE("a long text is shown where most of the words stand") {
  std::string text = "wait here. ";
  for (int i = 0; i < 40; ++i) text += "filler ";
  text += "then the pool is exhausted and clients wait for long";
  for (int i = 0; i < 40; ++i) text += " filler";
  const auto found = snippet(text, {"pool", "exhaust", "wait"});
  CHECK(found.text.starts_with("… "));
  CHECK(found.text.ends_with(" …"));
  CHECK(marked(found) == std::vector<std::string>{"pool", "exhausted", "wait"});
  CHECK(count_code_points(found.text) <= 60);
}

TEST_CASE("without a found word the beginning is shown") {
  const auto found = snippet("one two three four five six seven eight nine ten eleven twelve", {});
  CHECK(found.text.starts_with("one two"));
  CHECK(count_code_points(found.text) <= 60);
  CHECK(found.marks.empty());
  CHECK(snippet("", {"x"}).text.empty());
}

TEST_CASE("a word that is longer than the snippet is cut") {
  const auto found = snippet(std::string(500, 'x') + " end", {"end"}, 20);
  CHECK(count_code_points(found.text) <= 20);
  const FoundTerms terms = {std::string(30, 'x')};
  for (std::size_t most = 5; most <= 40; ++most) {
    CAPTURE(most);
    const auto inside = snippet("before " + std::string(30, 'x') + " behind", terms, most);
    CHECK(count_code_points(inside.text) <= most);
  }
}

TEST_CASE("found words are told by their places, white space and all") {
  Analyzer analyzer;
  const std::string text = "\tkubectl  delete pvc (data-0)";
  std::vector<std::string> words;
  for (const ByteRange& range : found_words(text, {"delet", "data-0"}, analyzer)) {
    words.push_back(text.substr(range.begin, range.size()));
  }
  CHECK(words == std::vector<std::string>{"delete", "data-0"});
  CHECK(found_words("", {"x"}, analyzer).empty());
  CHECK(found_words(" \t ", {"x"}, analyzer).empty());
}
