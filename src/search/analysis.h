// What of a text a search can find: words, symbols and the parts of symbols.
//
// The site's script does the same to a query; tests/search/analysis.json holds both to it, and
// docs/search.md says it in words.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "search/stemmer.h"

namespace runbookc {

enum class TokenKind : std::uint8_t {
  word,    // `restarts`
  symbol,  // a name as it is written: `--dry-run`, `kube-system`, `KubePodNotReady`
  part,    // of the symbol before it: `dry`, `run`
};
std::string_view token_kind_name(TokenKind kind);

struct Token {
  TokenKind kind = TokenKind::word;
  std::string raw;   // in lower case, without marks
  std::string term;  // what the index calls it: the stem of `raw`, or `raw`

  friend bool operator==(const Token&, const Token&) = default;
};

// Analyses texts, and remembers the stems of what it met. One object is for one thread.
class Analyzer {
 public:
  // The tokens in the order of the text, a symbol before its parts. Any bytes are a text. Costs
  // time in proportion to the text.
  std::vector<Token> tokens(std::string_view utf8);
  // What the index calls the word `raw`.
  std::string term_of(const std::string& raw);

 private:
  Stemmer stemmer_;
  std::unordered_map<std::string, std::string> stems_;
};

// Cuts a text into chunks: its tokens are those of the chunks, one after the other. Most texts say
// again what others said, so who keeps the tokens of chunks analyses little.
class ChunkReader {
 public:
  explicit ChunkReader(std::string_view text) : rest_(text) {}

  // The next chunk, a view of the text; "" at its end.
  std::string_view next();

 private:
  std::string_view rest_;
};

// Words that say nothing of what a text is about: `the`, `of`.
bool is_stop_word(std::string_view raw);

}  // namespace runbookc
