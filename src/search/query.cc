#include "search/query.h"

#include <algorithm>

#include "base/unicode.h"

namespace runbookc {

std::vector<std::string_view> query_words(std::string_view text) {
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

std::optional<NamedValue> named_value(std::string_view word) {
  const std::size_t colon = word.find(':');
  if (colon == 0 || colon == std::string_view::npos || colon + 1 == word.size()) {
    return std::nullopt;
  }
  return NamedValue{word.substr(0, colon), word.substr(colon + 1)};
}

bool is_filter(const NamedValue& word) {
  return std::ranges::binary_search(kFilterNames, word.name);
}

Query parse_query(std::string_view text, Analyzer& analyzer) {
  Query query;
  std::string rest;
  for (const std::string_view word : query_words(text)) {
    const auto named = named_value(word);
    const bool filter = named && is_filter(*named);
    if (filter) {
      query.filters[std::string(named->name)].insert(to_lower(named->value));
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
