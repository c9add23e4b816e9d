// What an index page lists, and what it should: the documents of its folder.
#pragma once

#include <map>
#include <set>
#include <vector>

#include "check/context.h"

namespace runbookc {

// A link in a table or a list that leads to another document.
struct ListingEntry {
  Index link = kNone;
  Index page = kNone;
  Index container = kNone;  // the list or the table (a block); kNone: a heading, a paragraph that
                            // begins with the link, or one that is all of its section
};

struct FolderListing {
  std::vector<ListingEntry> entries;  // in document order
  std::set<Index> listed;             // pages of the entries
  std::set<Index> mentioned;          // pages that are linked elsewhere in the text
};

FolderListing read_listing(const PageContext& context);

// The pages that the index has to list, ascending: those of its folder and of subfolders that have
// no index of their own, and the indexes of those that have one. Drafts, templates and deprecated
// documents need no entry.
std::vector<Index> pages_of_folder(const PageContext& context);

// A page that leads to its folder: an `x-index` type, README or index.
bool is_folder_index(const Corpus& corpus, const Page& page);

}  // namespace runbookc
