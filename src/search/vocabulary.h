// The words and phrases that one thread has met, each analysed once and known by a number since.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/string_hash.h"
#include "search/analysis.h"
#include "search/lexicon.h"

namespace runbookc {

// A token in numbers.
struct KnownWord {
  TokenKind kind = TokenKind::word;
  bool is_entry = true;    // is_word_entry; a text that names a filter (`severity:p1`) is none
  std::uint32_t term = 0;  // in the lexicon; meaningless if it is no entry
  std::uint32_t raw = 0;   // its number as it is written
};

class Vocabulary {
 public:
  // The tokens of a text, in their order. They last until the next call.
  std::span<const KnownWord> words_of(std::string_view text);
  std::uint32_t number_of(const std::string& entry) { return lexicon_.number_of(entry); }
  // The phrase of two words that are entries.
  std::uint32_t phrase_of(const KnownWord& a, const KnownWord& b);
  // The word that two are together, when they are written as one.
  std::uint32_t compound_of(const KnownWord& a, const KnownWord& b);

  const Lexicon& lexicon() const { return lexicon_; }
  // Words as they are written that are no entries themselves but their stems are. Tells each once.
  std::vector<std::string> take_aliases() { return std::exchange(aliases_, {}); }
  // No word may be asked for afterwards.
  Lexicon take_lexicon() { return std::move(lexicon_); }

 private:
  // In `chunk_words_`.
  struct WordRange {
    std::uint32_t first = 0;
    std::uint32_t count = 0;
  };
  using Pairs = std::unordered_map<std::uint64_t, std::uint32_t>;

  void add_chunk(std::string_view chunk);
  KnownWord known(const Token& token);
  void add_alias(const std::string& raw, const std::string& term);

  Analyzer analyzer_;
  Lexicon lexicon_;
  Lexicon written_;
  std::vector<bool> is_alias_;  // by the number in `written_`
  std::vector<std::string> aliases_;
  StringMap<WordRange> chunks_;
  std::vector<KnownWord> chunk_words_;
  std::vector<KnownWord> text_words_;  // of the text at hand
  Pairs phrases_;                      // by the numbers of two terms
  Pairs compounds_;                    // by the numbers of two words as they are written
};

}  // namespace runbookc
