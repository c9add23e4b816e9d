// The pages on which the findings are listed in full, and where on them those of a file stand.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "emit/artifact.h"

namespace runbookc {

class FindingPlaces {
 public:
  explicit FindingPlaces(const SiteInput& input);

  std::size_t count() const { return pages_; }  // of pages; 0 without findings
  // What the page `number` (from 0) lists: the indexes [first, second) of Report::diagnostics.
  std::pair<std::size_t, std::size_t> range(std::size_t number) const;
  // How many findings the pages list together; the rest stands in diagnostics.json alone.
  std::size_t listed() const { return listed_; }

  // The URL that leads from site path `from` to the findings of a document; to the health page if
  // it has none that are listed.
  std::string url(std::string_view from, Index document) const;

  static std::string page_url(std::size_t number);   // site path, from 0
  static std::string anchor(std::string_view path);  // of a file's findings

 private:
  const SiteInput& input_;
  std::size_t listed_ = 0;
  std::size_t pages_ = 0;
  std::vector<std::size_t> first_;  // of each document: its first finding; listed_ if it has none
};

}  // namespace runbookc
