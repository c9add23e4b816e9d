// A document's own page.
#pragma once

#include <vector>

#include "emit/site_view.h"

namespace runbookc {

// Sets what a document brings to the page that shows it: title, metadata, contents, body, backlinks
// and the links to its source. Used by its own page, and by the home page for the root's index.
void set_document(TemplateData& data, const SiteInput& input, const SiteTree& tree,
                  const DiagnosticCounts& findings, Index index);

// The site path of the page's own source, published beside it ("db/failover.md").
std::string source_url(const Corpus& corpus, const Page& page);

}  // namespace runbookc
