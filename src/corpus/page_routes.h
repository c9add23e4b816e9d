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

struct PageRoutes {
  std::vector<std::string> routes;  // normal: of its path or of the front matter; of its `aliases`
  bool is_moved = false;            // the path without its ending is no address of it
};

PageRoutes page_routes(const ProjectConfig& config, const Document& document, const Page& page);

// From where a browser reads the page's relative links: `db/failover` for db/failover.md and `db`
// for its index, or where the front matter has it; relative to the content root.
std::string address_folder(const ProjectConfig& config, const Document& document, const Page& page);

}  // namespace runbookc
