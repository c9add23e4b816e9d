// A hand-written table of contents: a list whose items link to headings of its own page.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "check/context.h"

namespace runbookc {

struct ContentsEntry {
  Index item = kNone;     // block
  Index link = kNone;     // its first one; kNone if it has none
  Index section = kNone;  // that the link leads to; kNone: elsewhere, or nowhere
  bool broken = false;    // it leads to a section of the page that is not there
  std::size_t depth = 0;  // of lists around its own
};

struct ContentsList {
  Index section = kNone;     // whose heading announces it; kNone: it opens the page
  std::vector<Index> lists;  // blocks, at least one; the first if it opens the page
  std::vector<ContentsEntry> entries;
  bool generated = false;  // between the marks of a tool
};

// The page's table of contents: the lists under the first heading with one of the titles (in
// comparable_title's form), or else the first list before the sections; if most items link to
// headings of the page. Linear in the page.
std::optional<ContentsList> find_contents_list(const PageContext& context,
                                               std::span<const std::string> titles);

// Whether an entry's words are the heading's, or a part of them: "Rollback" may stand for "Rollback
// of the database". Numbering, emoji, case and punctuation do not count.
bool says_the_same(std::string_view entry, std::string_view heading);

}  // namespace runbookc
