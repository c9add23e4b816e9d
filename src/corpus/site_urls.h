// Who gets which URL of the site.
#pragma once

#include "corpus/corpus.h"

namespace runbookc {

// Whether the URL is one that we write ourselves: `_/…`, `index.json`, …
bool is_reserved_url(std::string_view url);

// Whether a file can stand there: its names are neither too long for a disk nor hold control
// characters, and none of its folders is a file that we write (`index.json/x.html`).
bool is_possible_url(std::string_view url);

// Gives every URL to one page, and none where a file cannot stand: takes `published` from those
// that lose. Before links are resolved, which must know.
void settle_page_urls(Corpus& corpus);

// The same with the assets, which lose to pages: takes the losing ones out of Corpus::assets (whose
// links must be numbered afterwards). Fills Corpus::url_conflicts, and Page::redirects with the
// aliases that collide with nothing.
void settle_urls(Corpus& corpus);

}  // namespace runbookc
