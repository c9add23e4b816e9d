#include "search/vocabulary.h"

#include <catch2/catch.hpp>

#include "search/index_builder.h"

using namespace runbookc;

namespace {

// What the vocabulary says of a text, in words again: kind and term.
using Said = std::vector<std::pair<TokenKind, std::string>>;

Said said_by(Vocabulary& vocabulary, std::string_view text) {
  Said said;
  for (const KnownWord& word : vocabulary.words_of(text)) {
    said.emplace_back(word.kind, word.is_entry ? vocabulary.lexicon().entry(word.term) : "");
  }
  return said;
}

Said analysed(std::string_view text) {
  Said said;
  Analyzer analyzer;
  for (const Token& token : analyzer.tokens(text)) {
    said.emplace_back(token.kind, is_word_entry(token.term) ? token.term : "");
  }
  return said;
}

}  // namespace

TEST_CASE("words are the text's tokens, met before or not") {
  Vocabulary vocabulary;
  for (int round = 0; round < 2; ++round) {
    for (const std::string_view text :
         {"Restarting kube-system restarts (KubePodNotReady)", "severity:p1, the pods", "",
          "d\xc3\xa9ploy\xe9 … naïve–café 日本語 restarts",
          "https://example.org/a/path/that/is/longer/than/any/chunk/that/is/kept/in/memory"}) {
      CHECK(said_by(vocabulary, text) == analysed(text));
    }
  }
}

TEST_CASE("more chunks than are kept are analysed again") {
  Vocabulary vocabulary;
  for (int i = 0; i < 50'001; ++i) vocabulary.words_of("w" + std::to_string(i));
  CHECK(said_by(vocabulary, "w0 w50000 pods") == analysed("w0 w50000 pods"));
}

TEST_CASE("each word whose stem is the entry is told once") {
  Vocabulary vocabulary;
  vocabulary.words_of("restarts pod Restarts restarts");
  CHECK(vocabulary.take_aliases() == std::vector<std::string>{"restarts"});
  vocabulary.words_of("(restarts) restarting");
  CHECK(vocabulary.take_aliases() == std::vector<std::string>{"restarting"});
}

TEST_CASE("two words are a phrase, and a word when written as one") {
  Vocabulary vocabulary;
  const auto words = vocabulary.words_of("fail overs");
  REQUIRE(words.size() == 2);
  const std::uint32_t phrase = vocabulary.phrase_of(words[0], words[1]);
  CHECK(vocabulary.lexicon().entry(phrase) == "fail over");
  CHECK(vocabulary.phrase_of(words[0], words[1]) == phrase);
  vocabulary.take_aliases();
  const std::uint32_t compound = vocabulary.compound_of(words[0], words[1]);
  CHECK(vocabulary.lexicon().entry(compound) == "failov");
  CHECK(vocabulary.compound_of(words[0], words[1]) == compound);
  CHECK(vocabulary.take_aliases() == std::vector<std::string>{"failovers"});
}
