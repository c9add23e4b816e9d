// Feeds a body to cmark line by line, so that every limit is kept before cmark does the work that
// the limit is about, and notes where the text of each line's block begins.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_set>
#include <vector>

#include "model/document.h"
#include "parse/cmark_setup.h"
#include "parse/foreign_lines.h"
#include "parse/markdown_lines.h"
#include "parse/parse_options.h"

namespace runbookc {

// The definition of a footnote, as it was fed.
struct FedFootnote {
  std::uint32_t line = 0;  // of the body
  std::string label;
};

struct FedBody {
  CmarkTree tree;
  // Paragraphs, headings, cells and rows over a limit: cmark was given a stand-in for their text;
  // they are to be shown as they stand in the source.
  std::unordered_set<const cmark_node*> plain;
  std::vector<std::uint32_t> definition_lines;  // body lines where paragraphs start with `[`
  std::vector<FedFootnote> footnotes;
  CalloutsByLine callouts;
  LanguagesByLine code_languages;
  std::vector<Problem> problems;
};

// Fills the infos of `lines`, and hides or rewrites what is the dialect's own.
FedBody feed_cmark(BodyLines& lines, const ParseOptions& options);

}  // namespace runbookc
