#include <memory>

#include "emit/site_urls.h"
#include "emit/site_view.h"

namespace runbookc {

namespace {

struct Shared {
  const SiteInput& input;
  SiteTree tree;
};

std::string folder_html(const Shared& shared, Index index) {
  const SiteFolder& folder = shared.tree.folder(index);
  const std::string url = folder_listing_url(folder.path);
  const Words& words = site_words(shared.input);
  TemplateData data = page_frame(shared.input, url, folder.title);
  set_navigation(data, shared.input, shared.tree, url, index, kNone);
  data.lists["crumbs"] = crumbs(shared.input, shared.tree, url, folder.parent);
  set_text(data, "lead", words.count("count.page", folder.total));
  set_list(data, "contacts", {});
  std::vector<TemplateData> entries;
  for (const Index inner : folder.folders) {
    const SiteFolder& below = shared.tree.folder(inner);
    TemplateData entry = link_item(below.title, relative_url(url, below.url));
    entry.text["count"] = words.count("count.page", below.total);
    entries.push_back(std::move(entry));
  }
  set_list(data, "entries", std::move(entries));
  std::vector<TemplateData> rows;
  if (folder.index_page != kNone) rows.push_back(page_row(shared.input, url, folder.index_page));
  for (const Index page : folder.pages) rows.push_back(page_row(shared.input, url, page));
  set_list(data, "rows", std::move(rows));
  return render_page(shared.input, "listing", data);
}

std::vector<PlannedArtifact> plan(const SiteInput& input) {
  const auto shared = std::make_shared<const Shared>(Shared{input, SiteTree(input.corpus)});
  std::vector<PlannedArtifact> planned;
  planned.reserve(shared->tree.folders().size());
  for (Index i = 0; i < shared->tree.folders().size(); ++i) {
    planned.push_back({folder_listing_url(shared->tree.folder(i).path),
                       [shared, i] { return folder_html(*shared, i); }, ""});
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
