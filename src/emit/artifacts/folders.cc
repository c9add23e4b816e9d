#include <algorithm>
#include <memory>

#include "emit/page_listing.h"
#include "emit/site_urls.h"

namespace runbookc {

namespace {

constexpr std::size_t kPagesOfList = 400;

struct Shared {
  const SiteInput& input;
  SiteTree tree;
};

std::vector<TemplateData> folder_entries(const Shared& shared, std::string_view from,
                                         const SiteFolder& folder) {
  std::vector<TemplateData> entries;
  for (const Index inner : folder.folders) {
    const SiteFolder& below = shared.tree.folder(inner);
    TemplateData entry = link_item(below.title, relative_url(from, below.url));
    entry.text["count"] = site_words(shared.input).count("count.page", below.total);
    set_text(entry, "note", "");
    set_list(entry, "entry_pages", {});
    entries.push_back(std::move(entry));
  }
  return entries;
}

std::size_t page_count(const SiteFolder& folder) {
  return std::max(std::size_t{1}, (folder.pages.size() + kPagesOfList - 1) / kPagesOfList);
}

// The page `number` of the folder's list; the first one has its folders and its index page too.
std::string folder_html(const Shared& shared, Index index, std::size_t number) {
  const SiteFolder& folder = shared.tree.folder(index);
  const std::string first = folder_listing_url(folder.path);
  const std::string url = numbered_url(first, number);
  TemplateData data = listing_frame(shared.input, shared.tree, url, folder.title, "");
  set_navigation(data, shared.input, shared.tree, url, index, kNone);
  data.lists["crumbs"] = crumbs(shared.input, shared.tree, url, folder.parent);
  set_text(data, "lead", site_words(shared.input).count("count.page", folder.total));
  RowGroup rows;
  if (number == 0) {
    set_list(data, "entries", folder_entries(shared, url, folder));
    if (folder.index_page != kNone) rows.pages.push_back(folder.index_page);
  }
  const std::size_t begin = number * kPagesOfList;
  const std::size_t end = std::min(folder.pages.size(), begin + kPagesOfList);
  for (std::size_t i = begin; i < end; ++i) rows.pages.push_back(folder.pages[i]);
  set_groups(data, shared.input, url, {std::move(rows)});
  set_page_links(data, first, page_count(folder), number);
  return render_page(shared.input, "listing", data);
}

std::vector<PlannedArtifact> plan(const SiteInput& input) {
  const auto shared = std::make_shared<const Shared>(Shared{input, SiteTree(input.corpus)});
  std::vector<PlannedArtifact> planned;
  planned.reserve(shared->tree.folders().size());
  for (Index i = 0; i < shared->tree.folders().size(); ++i) {
    const SiteFolder& folder = shared->tree.folder(i);
    for (std::size_t number = 0; number < page_count(folder); ++number) {
      planned.push_back({numbered_url(folder_listing_url(folder.path), number),
                         [shared, i, number] { return folder_html(*shared, i, number); }, ""});
    }
  }
  return planned;
}

}  // namespace

const ArtifactMaker& folders_artifact() {
  static const ArtifactMaker maker = {
      .name = "folders",
      .description = "for each folder a page that lists what is in it",
      .plan = plan,
  };
  return maker;
}

}  // namespace runbookc
