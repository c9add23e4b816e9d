#include "search/search_snippet.h"

#include <algorithm>
#include <map>

#include "base/ascii.h"
#include "base/excerpt.h"
#include "base/text.h"
#include "base/unicode.h"

namespace runbookc {

namespace {

constexpr std::string_view kEllipsis = "…";

struct Word {
  std::string_view text;
  std::size_t size = 0;  // in code points, with the space behind it
  std::string found;     // the term that it means, or ""
};

std::string found_term(std::string_view word, const FoundTerms& terms, Analyzer& analyzer) {
  for (const Token& token : analyzer.tokens(word)) {
    if (terms.contains(token.term)) return token.term;
    if (terms.contains(token.raw)) return token.raw;
  }
  return "";
}

std::vector<Word> words_of(std::string_view line, const FoundTerms& terms, Analyzer& analyzer) {
  std::vector<Word> words;
  for (const std::string_view word : split(line, ' ')) {
    if (word.empty()) continue;
    words.push_back({.text = word,
                     .size = count_code_points(word) + 1,
                     .found = found_term(word, terms, analyzer)});
  }
  return words;
}

struct Window {
  std::size_t first = 0;
  std::size_t end = 0;
};

// The window of at most `most` code points that holds most of the terms, the first such one.
Window best_window(const std::vector<Word>& words, std::size_t most) {
  Window best;
  std::size_t best_count = 0;
  std::map<std::string_view, std::size_t> inside;
  std::size_t size = 0;
  std::size_t first = 0;
  for (std::size_t end = 0; end < words.size(); ++end) {
    size += words[end].size;
    if (!words[end].found.empty()) ++inside[words[end].found];
    for (; size > most && first < end; ++first) {
      size -= words[first].size;
      if (words[first].found.empty()) continue;
      if (--inside[words[first].found] == 0) inside.erase(words[first].found);
    }
    if (inside.size() > best_count) {
      best_count = inside.size();
      best = {first, end + 1};
    }
  }
  return best;
}

// The found words of the window, with what is around them: up to a quarter before, the rest behind.
Window with_context(const std::vector<Word>& words, Window window, std::size_t most) {
  while (window.first + 1 < window.end && words[window.first].found.empty()) ++window.first;
  std::size_t size = 0;
  for (std::size_t i = window.first; i < window.end; ++i) size += words[i].size;
  std::size_t before = 0;
  while (window.first > 0) {
    const std::size_t more = words[window.first - 1].size;
    before += more;
    if (size + more > most || before * 4 > most) break;
    size += more;
    --window.first;
  }
  for (; window.end < words.size() && size + words[window.end].size <= most; ++window.end) {
    size += words[window.end].size;
  }
  return window;
}

// The word without the punctuation around it.
ByteRange core_of(std::string_view word, std::size_t offset) {
  const auto is_edge = [](char c) {
    return static_cast<unsigned char>(c) < 0x80 && !is_letter(c) && !is_digit(c);
  };
  std::size_t begin = 0;
  std::size_t end = word.size();
  while (begin < end && is_edge(word[begin])) ++begin;
  while (end > begin && is_edge(word[end - 1])) --end;
  return {static_cast<std::uint32_t>(offset + begin), static_cast<std::uint32_t>(offset + end)};
}

}  // namespace

std::vector<ByteRange> found_words(std::string_view text, const FoundTerms& terms,
                                   Analyzer& analyzer) {
  std::vector<ByteRange> found;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = std::min(text.find_first_not_of(" \t\n", at), text.size());
    at = std::min(text.find_first_of(" \t\n", begin), text.size());
    const std::string_view word = text.substr(begin, at - begin);
    if (!found_term(word, terms, analyzer).empty()) found.push_back(core_of(word, begin));
  }
  return found;
}

SearchSnippet search_snippet(std::string_view text, const FoundTerms& terms, Analyzer& analyzer,
                             std::size_t most) {
  const std::string line = collapse_space(text);
  const std::vector<Word> words = words_of(line, terms, analyzer);
  const std::size_t room = most > 4 ? most - 3 : 1;  // for an ellipsis on both sides
  const Window window = with_context(words, best_window(words, room), room);
  const std::size_t longest = std::max<std::size_t>(room - 1, 1);  // a word has a space behind it
  SearchSnippet snippet;
  if (window.first > 0) (snippet.text += kEllipsis) += ' ';
  for (std::size_t i = window.first; i < window.end; ++i) {
    const Word& word = words[i];
    const std::string shown = excerpt(word.text, longest);
    if (!word.found.empty() && shown == word.text) {
      snippet.marks.push_back(core_of(word.text, snippet.text.size()));
    }
    snippet.text += shown;
    if (i + 1 < window.end) snippet.text += ' ';
  }
  if (window.end < words.size()) (snippet.text += ' ') += kEllipsis;
  return snippet;
}

}  // namespace runbookc
