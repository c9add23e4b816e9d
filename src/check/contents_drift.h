// Which headings a table of contents lacks.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "check/contents_list.h"

namespace runbookc {

struct ContentsDrift {
  std::vector<Index> wanted;     // sections that should be listed, in the page's order
  std::vector<Index> reported;   // those that are missing, without what is below another of them
  bool complete_enough = false;  // announced by a heading, or most of its first level is there
};

// `except`: titles, in comparable_title's form, that need no entry.
ContentsDrift find_contents_drift(const PageContext& context, const ContentsList& contents,
                                  std::span<const std::string> except);

}  // namespace runbookc
