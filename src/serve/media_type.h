// What browsers are told that a file is.
#pragma once

#include <string_view>

namespace runbookc {

// By the extension, its case ignored; `application/octet-stream` for one that we do not know.
// Text is UTF-8. A page's Markdown is plain text, so that browsers show it.
std::string_view media_type(std::string_view path);

}  // namespace runbookc
