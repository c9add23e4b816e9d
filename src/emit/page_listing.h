// Pages that list pages: those of an alert, a service, a tag …, the index of each kind, and what
// all lists of pages have in common.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "emit/artifact.h"
#include "emit/listed_names.h"
#include "emit/page_jumps.h"
#include "emit/site_tree.h"

namespace runbookc {

// Entries of an index from which on a filter saves time.
inline constexpr std::size_t kFilteredEntries = 12;

// Pages under a heading of a list.
struct RowGroup {
  std::string title;  // "": without a heading
  std::vector<Index> pages;
};

// Head, navigation and crumbs of a list at site path `from`; of `kind`, if it is one name's.
TemplateData listing_frame(const SiteInput& input, const SiteTree& tree, std::string_view from,
                           std::string_view title, std::string_view kind);

// Sets `groups`. Of a list that is too long for a page only the beginning is shown, with a word
// about the rest; empty groups are left out. With `jumps` of its pages a row says owner, time and
// review too, and leads into the page.
void set_groups(TemplateData& data, const SiteInput& input, std::string_view from,
                const std::vector<RowGroup>& groups, const JumpsByPage* jumps = nullptr);

// Sets `page_links`: the pages of a list that begins at site path `url`, if it has several.
void set_page_links(TemplateData& data, std::string_view url, std::size_t count,
                    std::size_t current);

// The pages by type, the most urgent first; under no headings if they are few or of one type.
std::vector<RowGroup> groups_by_type(const SiteInput& input, const std::vector<Index>& pages);

// A name as an item of a list: `title`, `href`, `count` and `note`.
TemplateData name_item(const SiteInput& input, std::string_view from, std::string_view kind,
                       const ListedName& listed);

// `_/KIND/NAME.html` for each name that has pages, and `_/KIND/index.html` if there is any name.
std::vector<PlannedArtifact> plan_listings(const SiteInput& input, std::string_view kind);

}  // namespace runbookc
