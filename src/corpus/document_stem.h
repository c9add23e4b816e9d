// What is left of a document's path without its extension.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace runbookc {

// An ending that marks a page in the source or on the site: .md, .markdown, .html, .htm (ASCII case
// ignored).
bool is_page_extension(std::string_view extension);

// `path` without the longest of `extensions` that it ends with (ASCII case ignored), else without
// its last one; and without the page endings before that, as generators of sites write them:
// "index.html.md.erb" -> "index", also if only ".erb" is configured.
std::string_view document_stem(std::string_view path, std::span<const std::string> extensions = {});

}  // namespace runbookc
