// A comment in a document that speaks to the compiler:
// `<!-- runbookc-disable-next-line danger-unmarked: read replica only (until 2027-01-31) -->`
//
// Read by its form alone: whether its rules exist and its date has passed is for the checks to say.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "source/span.h"

namespace runbookc {

enum class DirectiveKind : std::uint8_t {
  unknown,            // `runbookc-` and a word that is none of the following
  disable_next_line,  // what follows directly; a code block or a table as a whole
  disable,            // from here to the matching `enable`, or to the end
  enable,
  disable_file,  // the whole document, front matter included
};

struct DirectiveRule {
  std::string name;  // code or name as written
  Span span;

  friend bool operator==(const DirectiveRule&, const DirectiveRule&) = default;
};

struct Directive {
  DirectiveKind kind = DirectiveKind::unknown;
  Span span;         // the whole comment
  std::string word;  // "runbookc-disable-next-line" as written
  Span word_span;
  std::vector<DirectiveRule> rules;
  std::string reason;  // what follows the first colon or ` -- `, without the date
  std::string until;   // the date as written, "" if there is none
  Span until_span;

  friend bool operator==(const Directive&, const Directive&) = default;
};

}  // namespace runbookc
