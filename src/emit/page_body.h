// A document's body as its page shows it: the HTML that parsing left, with its holes filled.
#pragma once

#include <string>

#include "corpus/corpus.h"
#include "emit/site_tree.h"
#include "emit/words.h"

namespace runbookc {

// A link that leads nowhere loses its address and says so; it is never a link that pretends.
// Images that are missing or stand elsewhere (no request leaves the site) become text or a link.
// Linear in the size of the body.
std::string page_body(const Corpus& corpus, const SiteTree& tree, const Page& page,
                      const Words& words);

}  // namespace runbookc
