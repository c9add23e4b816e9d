// The addresses that the system a page was written for gives it, where they are not those that its
// file's name says.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "corpus/corpus.h"

namespace runbookc {

// An address, relative to the site's root, as routes are compared: without slashes at its ends,
// `index.html` and `.html`; in lower case, with hyphens for blanks, where addresses are.
std::string normal_route(const DialectRules& dialect, std::string_view address);

// The normal routes of the page: by its path, by the front matter that says its address, and its
// `aliases`.
std::vector<std::string> page_routes(const ProjectConfig& config, const Document& document,
                                     const Page& page);

// From where a browser reads the page's relative links: `db/failover` for db/failover.md and `db`
// for its index, before `content` in the project.
std::string address_folder(const ProjectConfig& config, std::string_view path);

}  // namespace runbookc
