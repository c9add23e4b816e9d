// What is wrong with a project's own template before it is filled: names that nothing fills, text
// of documents that is not escaped, and scripts and styles that the policy of our pages refuses.
#pragma once

#include <string_view>

#include "base/result.h"

namespace runbookc {

// The first fault of `templates/NAME.mustache`, at its place. Whether tags are closed and partials
// exist is for expand_template (template_source.h).
Status lint_template(std::string_view name, std::string_view text);

}  // namespace runbookc
