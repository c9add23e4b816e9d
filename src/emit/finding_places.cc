#include "emit/finding_places.h"

#include <algorithm>

#include "emit/site_urls.h"

namespace runbookc {

namespace {

constexpr std::size_t kFindingsOfPage = 250;
constexpr std::size_t kMaxPages = 40;

}  // namespace

FindingPlaces::FindingPlaces(const SiteInput& input) : input_(input) {
  const auto& findings = input.report.diagnostics;
  const auto& documents = input.corpus.documents;
  listed_ = std::min(findings.size(), kFindingsOfPage * kMaxPages);
  pages_ = (listed_ + kFindingsOfPage - 1) / kFindingsOfPage;
  first_.assign(documents.size(), listed_);
  std::size_t document = 0;  // both are sorted by path
  for (std::size_t i = 0; i < listed_; ++i) {
    while (document < documents.size() && documents.outline(document).path < findings[i].path)
      ++document;
    if (document == documents.size()) break;
    if (documents.outline(document).path != findings[i].path) continue;
    first_[document] = std::min(first_[document], i);
  }
}

std::pair<std::size_t, std::size_t> FindingPlaces::range(std::size_t number) const {
  const std::size_t begin = number * kFindingsOfPage;
  return {std::min(begin, listed_), std::min(begin + kFindingsOfPage, listed_)};
}

std::string FindingPlaces::url(std::string_view from, Index document) const {
  if (document >= first_.size() || first_[document] == listed_) {
    return relative_url(from, kHealthUrl) + "#findings";
  }
  const std::string page = page_url(first_[document] / kFindingsOfPage);
  return relative_url(from, page) +
         fragment(anchor(input_.corpus.documents.outline(document).path));
}

std::string FindingPlaces::page_url(std::size_t number) {
  return numbered_url("_/health/findings.html", number);
}

std::string FindingPlaces::anchor(std::string_view path) { return "file." + safe_file_name(path); }

}  // namespace runbookc
