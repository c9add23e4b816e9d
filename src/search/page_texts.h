// The texts of a page that a search looks in, each with the unit it belongs to and what a hit in it
// is worth.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/corpus.h"
#include "schema/section_role.h"

namespace runbookc {

struct SearchText {
  std::uint32_t unit = 0;
  std::uint32_t weight = 1;
  std::string_view text;
  bool phrases = false;  // title, heading, alert: neighbouring words count together as well
  bool prose = false;    // symbols stand out: they are what would be in backquotes
};

// Calls `visit` for each text of the page; the views last for the call. Everything comes from the
// Document, which holds no secret (parse/secret_mask.h).
void for_each_text(const Corpus& corpus, const SectionRoles& roles, const Page& page,
                   const std::function<void(const SearchText&)>& visit);

// What stands between double quotes, straight or curly, on one line and not too long: error
// messages, mostly.
std::vector<std::string_view> quoted_texts(std::string_view text);

// The text of raw HTML, without its tags and comments.
std::string html_text(std::string_view html);

// The words for which a page can be filtered: `owner:platform`, `severity:p1` …, in lower case,
// with `-` for white space; sorted, each once.
std::vector<std::string> page_filters(const Corpus& corpus, const Page& page);

}  // namespace runbookc
