#include "cli/search_notes.h"

#include <fmt/format.h>

#include <utility>

#include "base/excerpt.h"
#include "base/text.h"
#include "report/safe_text.h"
#include "search/query_advice.h"
#include "search/ranking.h"

namespace runbookc {

namespace {

constexpr std::size_t kMostWords = 5;
constexpr std::size_t kMostOfWord = 60;    // code points
constexpr std::size_t kMostOfQuery = 120;  // code points

std::string shown_word(std::string_view word) { return safe_text(excerpt(word, kMostOfWord)); }

std::string quoted_list(const std::vector<std::string>& words) {
  std::vector<std::string> quoted;
  for (const std::string& word : words) {
    if (quoted.size() == kMostWords) break;
    quoted.push_back(fmt::format("“{}”", shown_word(word)));
  }
  return join(quoted, ", ");
}

std::string doubt_note(const FilterDoubt& doubt) {
  const std::string word = shown_word(doubt.word);
  std::string note = doubt.filter ? "nothing has " + word : word + " is no filter";
  if (!doubt.meant.empty()) return note + fmt::format("; did you mean {}?", safe_text(doubt.meant));
  if (doubt.choices.empty()) return note;
  const std::string choices = safe_text(join(doubt.choices, ", "));
  if (!doubt.filter) return note + "; filters are " + choices;
  const std::string_view name = std::string_view(doubt.word).substr(0, doubt.word.find(':'));
  return note + fmt::format("; {} is one of {}", name, choices);
}

// The site says the same (`script.search.…` in templates/words.en.json).
std::vector<std::string> advice_notes(const QueryAdvice& advice) {
  std::vector<std::string> notes;
  for (const FilterDoubt& doubt : advice.doubts) notes.push_back(doubt_note(doubt));
  if (!advice.nowhere.empty()) notes.push_back("on no page: " + quoted_list(advice.nowhere));
  if (!advice.similar.empty()) {
    notes.push_back(
        fmt::format("on no page: {}; similar words are searched for", quoted_list(advice.similar)));
  }
  return notes;
}

std::string number_of_hits(std::size_t hits) {
  return hits == kMostHits ? fmt::format("{} hits or more", hits) : count_of(hits, "hit");
}

std::string nothing_note(const std::string& words, const Query& query, bool hidden) {
  const std::string shown = safe_text(excerpt(words, kMostOfQuery));
  if (query.tokens.empty() && query.filters.empty()) {
    return fmt::format("'{}' has no word that can be searched for", shown);
  }
  std::string note = fmt::format("nothing matches '{}'", shown);
  if (query.tokens.empty()) return note;
  if (!query.filters.empty() && !hidden) note += ", with or without the filters";
  if (hidden) return note;
  return note + "; try fewer or other words, or the name of an alert, service or program";
}

}  // namespace

Result<std::vector<std::string>> search_notes(IndexReader& reader, const std::string& words,
                                              std::size_t found, std::size_t shown) {
  Analyzer analyzer;
  const Query query = parse_query(words, analyzer);
  const auto advice = query_advice(reader, words, query, analyzer);
  if (!advice) return advice.error();
  std::vector<std::string> notes;
  if (found == 0) {
    const auto hidden = hidden_hits(reader, words, analyzer);
    if (!hidden) return hidden.error();
    notes.push_back(nothing_note(words, query, !hidden->empty()));
    for (const HiddenHits& without : *hidden) {
      notes.push_back(
          fmt::format("without {}, {}", shown_word(without.filters), number_of_hits(without.hits)));
    }
  } else if (shown < found) {
    notes.push_back(
        fmt::format("the first {} of {}; --limit N shows more", shown, number_of_hits(found)));
  }
  for (std::string& note : advice_notes(*advice)) notes.push_back(std::move(note));
  return notes;
}

}  // namespace runbookc
