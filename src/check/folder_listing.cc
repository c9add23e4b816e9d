#include "check/folder_listing.h"

#include <algorithm>
#include <functional>
#include <string>
#include <string_view>

#include "base/path.h"

namespace runbookc {
namespace {

// The list or table around a block.
Index container_of(const Document& document, Index block) {
  Index up = block;
  while (up != kNone && document.blocks[up].kind != BlockKind::list &&
         document.blocks[up].kind != BlockKind::table) {
    up = document.blocks[up].parent;
  }
  return up;
}

bool leads_its_block(const Document& document, const Link& link) {
  const Block& block = document.blocks[link.block];
  return block.kind == BlockKind::heading ||
         (block.kind == BlockKind::paragraph && block.span.start == link.span.start);
}

// A section that says nothing but where to read on is an entry, wherever its link stands.
bool is_whole_section(const Document& document, const Link& link) {
  const Index index = document.blocks[link.block].section;
  if (index == kNone || index == title_section(document)) return false;
  const Section& section = document.sections[index];
  const bool is_alone = section.end == index + 1 && link.block == section.first_block + 1 &&
                        document.blocks[link.block].end == section.end_block;
  return is_alone && std::ranges::count(document.links, link.block, &Link::block) == 1;
}

bool needs_entry(const Corpus& corpus, const Page& page) {
  const DocumentType* type = corpus.type_of(page);
  return page.published && page.status != "draft" && page.status != "deprecated" &&
         (type == nullptr || !type->placeholders_meant);
}

using Folders = std::set<std::string_view, std::less<>>;

// Whether a folder strictly between `base` and `path`'s own has an index, or its own folder has
// one and this is none.
bool is_listed_below(const Folders& indexed, std::string_view base, const Corpus& corpus,
                     const Page& page) {
  std::string_view folder = parent_path(corpus.path_of(page));
  bool is_index = is_folder_index(corpus, page);
  while (folder.size() > base.size()) {
    if (indexed.contains(folder) && !is_index) {
      return true;
    }
    is_index = false;
    folder = parent_path(folder);
  }
  return false;
}

}  // namespace

bool is_folder_index(const Corpus& corpus, const Page& page) {
  const DocumentType* type = corpus.type_of(page);
  return (type != nullptr && type->links_folder) || file_name(page.url) == "index.html";
}

FolderListing read_listing(const PageContext& context) {
  const Document& document = context.document;
  FolderListing listing;
  for (Index index = 0; index < document.links.size(); ++index) {
    const Index page = context.page.links[index].page;
    const Link& link = document.links[index];
    if (page == kNone || link.block == kNone ||
        context.corpus.pages[page].document == context.page.document) {
      continue;
    }
    const Index container = container_of(document, link.block);
    if (container == kNone && !leads_its_block(document, link) &&
        !is_whole_section(document, link)) {
      listing.mentioned.insert(page);
      continue;
    }
    listing.entries.push_back({.link = index, .page = page, .container = container});
    listing.listed.insert(page);
  }
  return listing;
}

std::vector<Index> pages_of_folder(const PageContext& context) {
  const Corpus& corpus = context.corpus;
  const std::string_view base = parent_path(context.document.path);
  const std::string prefix = base.empty() ? std::string() : std::string(base) + "/";
  const Index begin = corpus.documents.lower_bound(prefix);
  Index end = begin;
  Folders indexed;
  for (; end < corpus.documents.size() && corpus.documents.outline(end).path.starts_with(prefix);
       ++end) {
    if (is_folder_index(corpus, corpus.pages[end])) {
      indexed.insert(parent_path(corpus.documents.outline(end).path));
    }
  }
  std::vector<Index> pages;
  for (Index index = begin; index < end; ++index) {
    const Page& page = corpus.pages[index];
    const std::string_view folder = parent_path(corpus.documents.outline(index).path);
    const bool is_front = folder == base && file_name(page.url) == "index.html";
    if (page.document != context.page.document && !is_front && needs_entry(corpus, page) &&
        !is_listed_below(indexed, base, corpus, page)) {
      pages.push_back(index);
    }
  }
  return pages;
}

}  // namespace runbookc
