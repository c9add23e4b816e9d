#include "search/query.h"

#include <algorithm>

#include "base/unicode.h"

namespace runbookc {

namespace {

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  std::size_t begin = 0;
  std::size_t at = 0;
  const auto close = [&] {
    if (at > begin) words.push_back(text.substr(begin, at - begin));
  };
  while (at < text.size()) {
    const CodePoint next = decode_utf8(text.substr(at));
    if (is_unicode_space(next.value)) {
      close();
      begin = at + next.size;
    }
    at += next.size;
  }
  close();
  return words;
}

}  // namespace

Query parse_query(std::string_view text, Analyzer& analyzer) {
  Query query;
  std::string rest;
  for (const std::string_view word : words_of(text)) {
    const std::size_t colon = word.find(':');
    const std::string_view name = word.substr(0, colon);
    const bool filter = colon != std::string_view::npos && colon + 1 < word.size() &&
                        std::ranges::binary_search(kFilterNames, name);
    if (filter) {
      query.filters[std::string(name)].insert(to_lower(word.substr(colon + 1)));
    } else {
      (rest += ' ') += word;
    }
    // The word ends the text if nothing stands behind it.
    query.open_end = !filter && word.data() + word.size() == text.data() + text.size();
  }
  query.tokens = analyzer.tokens(rest);
  return query;
}

}  // namespace runbookc
