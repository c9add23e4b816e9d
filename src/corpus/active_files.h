// Files that do something in a browser.
#pragma once

#include <string_view>

#include "model/link.h"

namespace runbookc {

// Whether a browser that follows `link` to the file at `path` would run it as a page or a script of
// the site, where no Content-Security-Policy of ours stands. An SVG file is harmless as an image.
bool runs_in_browsers(const Link& link, std::string_view path);

}  // namespace runbookc
