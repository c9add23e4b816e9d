#include "emit/site_tree.h"

#include <algorithm>

#include "base/path.h"
#include "base/text.h"
#include "emit/site_urls.h"

namespace runbookc {

namespace {

// "orders-db" -> "Orders db"
std::string name_in_words(std::string_view name) {
  std::string words(name);
  std::ranges::replace_if(words, [](char c) { return c == '-' || c == '_'; }, ' ');
  if (!words.empty() && words[0] >= 'a' && words[0] <= 'z') words[0] = char(words[0] - 'a' + 'A');
  return words;
}

}  // namespace

SiteTree::SiteTree(const Corpus& corpus) {
  folders_.push_back({.path = "", .title = corpus.config.site.title, .url = std::string(kHomeUrl)});
  by_path_.emplace("", 0);
  folder_of_page_.assign(corpus.pages.size(), kNone);
  Index folder = 0;  // mostly that of the page before
  for (Index i = 0; i < corpus.pages.size(); ++i) {
    const Page& page = corpus.pages[i];
    if (!page.published) continue;
    const std::string_view path = parent_path(corpus.outline_of(page).content_path);
    if (path != folders_[folder].path) folder = make(path);
    folder_of_page_[i] = folder;
    for (Index up = folder; up != kNone; up = folders_[up].parent) ++folders_[up].total;
    if (folders_[folder].index_page == kNone && file_name(page.url) == kHomeUrl) {
      folders_[folder].index_page = i;
      folders_[folder].url = page.url;
      if (folder != 0) folders_[folder].title = page.title;
    } else {
      folders_[folder].pages.push_back(i);
    }
  }
  for (SiteFolder& made : folders_) {
    std::ranges::sort(made.folders, {}, [this](Index i) { return folders_[i].path; });
  }
}

Index SiteTree::find(std::string_view path) const {
  const auto found = by_path_.find(std::string(path));
  return found == by_path_.end() ? kNone : found->second;
}

Index SiteTree::find_in_project(const Corpus& corpus, std::string_view path) const {
  const std::string& content = corpus.config.content;
  if (!is_inside(path, content)) return kNone;
  path.remove_prefix(content.size());
  return find(path.starts_with('/') ? path.substr(1) : path);
}

Index SiteTree::make(std::string_view path) {
  const Index known = find(path);
  if (known != kNone) return known;
  // From the outermost folder that is new down to `path`.
  Index parent = 0;
  for (std::size_t end = path.find('/');; end = path.find('/', end + 1)) {
    const std::string_view here = path.substr(0, end);
    Index folder = find(here);
    if (folder == kNone) {
      folder = Index(folders_.size());
      folders_.push_back({.path = std::string(here),
                          .title = name_in_words(file_name(here)),
                          .url = folder_listing_url(here),
                          .parent = parent});
      by_path_.emplace(here, folder);
      folders_[parent].folders.push_back(folder);
    }
    parent = folder;
    if (end == std::string_view::npos) return folder;
  }
}

}  // namespace runbookc
