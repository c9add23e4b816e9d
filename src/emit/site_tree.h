// The folders of the site: what stands in each, for navigation and lists.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "corpus/corpus.h"

namespace runbookc {

struct SiteFolder {
  std::string path;   // relative to the content root; "" for the root
  std::string title;  // its index page's, else its name
  std::string url;    // site path of its index page, else of our list of it
  Index parent = kNone;
  Index index_page = kNone;
  std::vector<Index> folders = {};  // sorted by path
  std::vector<Index> pages = {};    // published ones without the index page, sorted by path
  std::size_t total = 0;            // published pages in it and below
};

class SiteTree {
 public:
  explicit SiteTree(const Corpus& corpus);

  const std::vector<SiteFolder>& folders() const { return folders_; }  // [0] is the root
  const SiteFolder& folder(Index index) const { return folders_[index]; }
  Index folder_of(Index page) const { return folder_of_page_[page]; }  // kNone: not published
  // The folder of this path, relative to the content root; kNone if it holds no published page.
  Index find(std::string_view path) const;
  // The same for a path relative to the project root.
  Index find_in_project(const Corpus& corpus, std::string_view path) const;
  std::size_t size() const { return folders_.front().total; }  // published pages

 private:
  Index make(std::string_view path);

  std::vector<SiteFolder> folders_;
  std::vector<Index> folder_of_page_;
  std::unordered_map<std::string, Index> by_path_;
};

}  // namespace runbookc
