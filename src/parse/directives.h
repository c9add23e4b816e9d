// Reads the comments that speak to the compiler (model/directive.h).
//
//   comment = "<!--" word [ rule { [","] rule } ] [ (":" | " -- ") reason ] [ "(until " date ")" ]
//   "-->"
//
// White space, line endings included, separates words. A date is also understood in other letter
// case, after `until:`, before a full stop, and without the brackets.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/directive.h"

namespace runbookc {

// `comment` from `<!--` to `-->`; `span_of` turns offsets into it, end exclusive, into places.
// Nothing for a comment whose first word does not begin with `runbookc-`; but `runbookc disable…`,
// where something else stands for the hyphen, is one of kind `unknown`, so that its writer is told.
std::optional<Directive> read_directive(
    std::string_view comment, const std::function<Span(std::size_t, std::size_t)>& span_of);

// The words that are known, as written in documents.
std::vector<std::string> directive_words();

// Whether `word` is a dash alone. Where one stands among the rules it is the last of them, and what
// follows is the reason: its writer took it for the colon.
bool is_dash(std::string_view word);

}  // namespace runbookc
