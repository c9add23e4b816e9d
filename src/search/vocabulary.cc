#include "search/vocabulary.h"

#include "search/index_builder.h"

namespace runbookc {
namespace {

// What is longer hardly comes twice.
constexpr std::size_t kLongestChunk = 64;
// Some 8 MB. Enough for all words of most corpora; addresses and numbers are what may be more.
constexpr std::size_t kMostChunks = 50'000;

std::uint64_t pair_key(std::uint32_t a, std::uint32_t b) { return std::uint64_t{a} << 32 | b; }

}  // namespace

std::span<const KnownWord> Vocabulary::words_of(std::string_view text) {
  text_words_.clear();
  ChunkReader reader(text);
  for (auto chunk = reader.next(); !chunk.empty(); chunk = reader.next()) add_chunk(chunk);
  return text_words_;
}

void Vocabulary::add_chunk(std::string_view chunk) {
  const auto known_chunk = chunks_.find(chunk);
  if (known_chunk != chunks_.end()) {
    const auto [first, count] = known_chunk->second;
    const auto begin = chunk_words_.begin() + first;
    text_words_.insert(text_words_.end(), begin, begin + count);
    return;
  }
  const std::size_t before = text_words_.size();
  for (const Token& token : analyzer_.tokens(chunk)) text_words_.push_back(known(token));
  if (chunk.size() > kLongestChunk) return;
  if (chunks_.size() >= kMostChunks) {
    chunks_.clear();
    chunk_words_.clear();
  }
  chunks_.emplace(chunk, WordRange{static_cast<std::uint32_t>(chunk_words_.size()),
                                   static_cast<std::uint32_t>(text_words_.size() - before)});
  chunk_words_.insert(chunk_words_.end(), text_words_.begin() + static_cast<std::ptrdiff_t>(before),
                      text_words_.end());
}

KnownWord Vocabulary::known(const Token& token) {
  KnownWord word{.kind = token.kind, .is_entry = is_word_entry(token.term)};
  if (!word.is_entry) return word;
  word.term = lexicon_.number_of(token.term);
  word.raw = written_.number_of(token.raw);
  add_alias(token.raw, token.term);
  return word;
}

void Vocabulary::add_alias(const std::string& raw, const std::string& term) {
  if (raw == term) return;
  const std::uint32_t number = written_.number_of(raw);
  if (number >= is_alias_.size()) is_alias_.resize(written_.size());
  if (is_alias_[number]) return;
  is_alias_[number] = true;
  aliases_.push_back(raw);
}

std::uint32_t Vocabulary::phrase_of(const KnownWord& a, const KnownWord& b) {
  const auto [found, fresh] = phrases_.try_emplace(pair_key(a.term, b.term));
  if (fresh) {
    found->second = lexicon_.number_of(lexicon_.entry(a.term) + " " + lexicon_.entry(b.term));
  }
  return found->second;
}

std::uint32_t Vocabulary::compound_of(const KnownWord& a, const KnownWord& b) {
  const auto [found, fresh] = compounds_.try_emplace(pair_key(a.raw, b.raw));
  if (fresh) {
    const std::string joined = written_.entry(a.raw) + written_.entry(b.raw);
    const std::string term = analyzer_.term_of(joined);
    found->second = lexicon_.number_of(term);
    add_alias(joined, term);
  }
  return found->second;
}

}  // namespace runbookc
