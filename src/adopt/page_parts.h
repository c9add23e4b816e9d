// Files that the system which publishes a site puts into pages, and that are no pages themselves.
#pragma once

#include <string_view>

#include "model/dialect.h"

namespace runbookc {

// Whether `content_path`, relative to the content root, is such a file: with docusaurus, it or
// a folder above it begins with "_"; with tech-docs, a folder "partials" counts, too. Front matter
// is an error in them, or is printed.
bool is_page_part(const DialectRules& dialect, std::string_view content_path);

}  // namespace runbookc
