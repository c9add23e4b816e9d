#include <algorithm>

#include "emit/site_urls.h"
#include "emit/site_view.h"

namespace runbookc {

namespace {

constexpr std::size_t kWholeSite = 60;  // pages that are all shown
constexpr std::size_t kWindow = 40;     // pages of one folder that are shown otherwise
constexpr std::size_t kSubfolders = 40;

class NavigationMaker {
 public:
  NavigationMaker(const SiteInput& input, const SiteTree& tree, std::string_view from, Index page)
      : input_(input), tree_(tree), from_(from), page_(page) {}

  std::vector<TemplateData> whole_site() const {
    std::vector<TemplateData> groups;
    std::vector<Index> open = {0};  // depth first, in order, without recursion
    while (!open.empty()) {
      const Index at = open.back();
      open.pop_back();
      const SiteFolder& folder = tree_.folder(at);
      if (at == 0 || folder.index_page != kNone || !folder.pages.empty()) {
        groups.push_back(group(folder, pages(folder, folder.pages.size())));
      }
      open.insert(open.end(), folder.folders.rbegin(), folder.folders.rend());
    }
    return groups;
  }

  std::vector<TemplateData> nearby(Index at) const {
    const SiteFolder& folder = tree_.folder(at);
    std::vector<TemplateData> items = subfolders(folder);
    std::vector<TemplateData> near = pages(folder, kWindow);
    std::ranges::move(near, std::back_inserter(items));
    std::vector<TemplateData> groups;
    if (folder.parent != kNone) groups.push_back(group(tree_.folder(folder.parent), {}));
    groups.push_back(group(folder, std::move(items)));
    return groups;
  }

 private:
  TemplateData group(const SiteFolder& folder, std::vector<TemplateData> items) const {
    TemplateData data;
    data.text["group_title"] = folder.title;
    data.text["group_href"] = relative_url(from_, folder.url);
    data.flags["group_current"] = folder.url == from_;
    data.lists["nav_items"] = std::move(items);
    return data;
  }

  TemplateData item(std::string title, std::string_view url, bool folder) const {
    TemplateData data = link_item(std::move(title), relative_url(from_, url));
    data.flags["folder"] = folder;
    data.flags["current"] = !folder && url == from_;
    return data;
  }

  std::vector<TemplateData> subfolders(const SiteFolder& folder) const {
    std::vector<TemplateData> items;
    for (std::size_t i = 0; i < std::min(folder.folders.size(), kSubfolders); ++i) {
      const SiteFolder& inner = tree_.folder(folder.folders[i]);
      items.push_back(item(inner.title, inner.url, true));
    }
    return items;
  }

  // At most `most` pages of the folder: those around the page itself.
  std::vector<TemplateData> pages(const SiteFolder& folder, std::size_t most) const {
    const std::size_t count = folder.pages.size();
    std::size_t begin = 0;
    if (count > most) {
      const auto here = std::ranges::lower_bound(folder.pages, page_);
      const auto before = std::min(std::size_t(here - folder.pages.begin()), count - 1);
      begin = std::min(before - std::min(before, most / 2), count - most);
    }
    std::vector<TemplateData> items;
    for (std::size_t i = begin; i < std::min(count, begin + most); ++i) {
      const Page& page = input_.corpus.pages[folder.pages[i]];
      items.push_back(item(page.title, page.url, false));
    }
    if (count > most) {
      const std::string n = std::to_string(count);
      items.push_back(item(site_words(input_).fill("nav.all", {{"n", n}}),
                           folder_listing_url(folder.path), true));
    }
    return items;
  }

  const SiteInput& input_;
  const SiteTree& tree_;
  std::string_view from_;
  Index page_;
};

}  // namespace

void set_navigation(TemplateData& data, const SiteInput& input, const SiteTree& tree,
                    std::string_view from, Index folder, Index page) {
  const NavigationMaker maker(input, tree, from, page);
  data.lists["nav_groups"] =
      tree.size() <= kWholeSite ? maker.whole_site() : maker.nearby(folder == kNone ? 0 : folder);
}

}  // namespace runbookc
