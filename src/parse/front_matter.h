// The YAML between `---` lines at the start of a document (PRODUCT section 2).
#pragma once

#include <cstdint>
#include <vector>

#include "model/document.h"
#include "parse/parse_options.h"
#include "source/source_file.h"

namespace runbookc {

struct FrontMatterOutcome {
  FrontMatter front_matter;
  std::uint32_t body = 0;  // the byte where Markdown begins
  std::vector<Problem> problems;
};

// Front matter opens with a line `---` at byte 0, or after a byte-order mark, and ends with the
// next line `---`. A `---` that no line closes, or that a blank line and prose follow, is
// a thematic break, unless what follows reads like front matter whose end was forgotten: that is a
// problem, and all of it is body, so that nothing is lost. TOML between two lines `+++` is a
// problem, present and not valid. Precondition: valid UTF-8.
FrontMatterOutcome read_front_matter(const SourceFile& file, const ParseLimits& limits);

}  // namespace runbookc
