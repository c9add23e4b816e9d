// Reads a page template before Mustache does: checks it, and writes partials and words into it, so
// that what is left cannot fail, include itself or blow up.
//
// Templates may come from a pull request. Refused are: unclosed tags, sections that do not match,
// nesting over 16, a section inside one of the same name (its cost would be a power of the list),
// `{{=set delimiters=}}`, partials that are missing or include themselves, and unknown words.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "emit/words.h"

namespace runbookc {

// The text of the partial of this name, if there is one.
using FindTemplate = std::function<std::optional<std::string>(std::string_view name)>;

// The template `name` with every `{{> partial}}` and `{{word.key}}` replaced, and the indentation
// of lines removed. An Error stands at its place in
// `templates/NAME.mustache`.
Result<std::string> expand_template(std::string_view name, const FindTemplate& find,
                                    const Words& words);

}  // namespace runbookc
