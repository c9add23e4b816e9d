// The texts of a page that a search looks in, each with the unit it belongs to and what a hit in it
// is worth.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "corpus/corpus.h"
#include "schema/document_type.h"
#include "schema/section_role.h"
#include "search/word_synonyms.h"

namespace runbookc {

struct SearchText {
  std::uint32_t unit = 0;
  std::uint32_t weight = 1;
  std::string_view text;
  bool phrases = false;  // title, heading, alert: neighbouring words count together as well
  bool names = false;    // what the unit is called
  bool prose = false;    // symbols stand out: they are what would be in backquotes
};

// What other words stand for a section, by the contract that its heading fulfils: who looks for the
// way to undo something finds "Rollback". Computed once a corpus; safe to share between threads.
class SectionSynonyms {
 public:
  explicit SectionSynonyms(std::span<const DocumentType> types);

  // The title and the aliases of the contract of the document's own type (an index into `types`, or
  // kNone); "" if there is none.
  std::string_view of(Index type, std::string_view title) const;

 private:
  struct Names {
    std::unordered_map<std::string, std::size_t> contracts;  // by comparable title
    std::vector<std::string> words;                          // of each contract
  };
  std::vector<Names> by_type_;
};

// What is the same for all pages of a corpus.
struct SearchTables {
  explicit SearchTables(const Corpus& corpus) : roles(corpus.types), synonyms(corpus.types) {}

  SectionRoles roles;
  SectionSynonyms synonyms;
  WordSynonyms words;
};

// Calls `visit` for each text of the page; the views last for the call. Everything comes from the
// Document, which holds no secret (parse/secret_mask.h).
void for_each_text(const Corpus& corpus, const SearchTables& tables, const Page& page,
                   const std::function<void(const SearchText&)>& visit);

// What stands between double quotes, straight or curly, on one line and not too long: error
// messages, mostly.
std::vector<std::string_view> quoted_texts(std::string_view text);

// The text of raw HTML, without its tags and comments.
std::string html_text(std::string_view html);

// The words for which a page can be filtered: `owner:platform`, `severity:p1` …, in lower case,
// with `-` for white space; sorted, each once.
std::vector<std::string> page_filters(const Corpus& corpus, const Page& page);
// What stands behind the colon of such a word.
std::string filter_value(std::string_view value);

}  // namespace runbookc
