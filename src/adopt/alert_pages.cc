#include "adopt/alert_pages.h"

#include <fmt/format.h>

#include <algorithm>

#include "adopt/alert_name.h"
#include "base/ascii.h"
#include "base/path.h"
#include "base/text.h"

namespace runbookc {
namespace {

std::string_view stem(std::string_view path) {
  const std::string_view name = file_name(path);
  return name.substr(0, name.find('.'));
}

// "https://h/x/KubePodNotReady.md?a#b" -> "x/KubePodNotReady"
std::string named_path(const std::string& runbook) {
  std::string_view path = runbook;
  path = path.substr(0, path.find_first_of("?#"));
  const std::size_t host = path.find("://");
  if (host != std::string_view::npos) {
    path.remove_prefix(std::min(path.find('/', host + 3), path.size()));
  }
  while (path.ends_with('/')) path.remove_suffix(1);
  return percent_decode(path);
}

// How many names at the end of both are the same; extensions do not count.
std::size_t common_names(std::string_view a, std::string_view b) {
  std::size_t count = 0;
  while (!a.empty() && !b.empty() && equals_ignoring_case(stem(a), stem(b))) {
    ++count;
    a = parent_path(a);
    b = parent_path(b);
  }
  return count;
}

bool is_index_name(std::string_view name) {
  return equals_ignoring_case(name, "readme") || equals_ignoring_case(name, "index") ||
         equals_ignoring_case(name, "_index");
}

std::string heading_of(const Document& document) {
  const Index title = title_section(document);
  return title == kNone ? "" : std::string(trim(document.sections[title].title));
}

class PageFinder {
 public:
  explicit PageFinder(const Corpus& corpus) : corpus_(corpus) {
    for (Index i = 0; i < corpus.pages.size(); ++i) {
      const Document& document = corpus.document_of(corpus.pages[i]);
      by_stem_[lower_ascii(stem(document.path))].push_back(i);
      by_heading_[heading_of(document)].push_back(i);
    }
  }

  Index find(const AlertRule& rule) const {
    const std::string path = named_path(rule.runbook);
    const Index named = path.empty() ? kNone : by_path(path);
    if (named != kNone) return named;
    const auto called = by_stem_.find(lower_ascii(rule.name));
    if (called != by_stem_.end() && called->second.size() == 1) return called->second.front();
    const auto titled = by_heading_.find(rule.name);
    return titled != by_heading_.end() && titled->second.size() == 1 ? titled->second.front()
                                                                     : kNone;
  }

 private:
  // The page whose path has the most names in common, if it is one; "README" alone says nothing.
  Index by_path(const std::string& path) const {
    const auto found = by_stem_.find(lower_ascii(stem(path)));
    if (found == by_stem_.end()) return kNone;
    std::size_t best = is_index_name(stem(path)) ? 1 : 0;
    Index page = kNone;
    for (const Index i : found->second) {
      const std::size_t common = common_names(path, corpus_.path_of(corpus_.pages[i]));
      if (common < best || (common == best && page == kNone && best > 0)) continue;
      page = common == best ? kNone : i;
      best = common;
    }
    return page;
  }

  const Corpus& corpus_;
  std::map<std::string, std::vector<Index>, std::less<>> by_stem_;
  std::map<std::string, std::vector<Index>, std::less<>> by_heading_;
};

}  // namespace

AlertPages find_alert_pages(const Corpus& corpus, const std::vector<AlertRule>& rules) {
  AlertPages pages;
  const PageFinder finder(corpus);
  std::set<std::pair<Index, std::string>> seen;
  for (const AlertRule& rule : rules) {
    const Index page = finder.find(rule);
    if (page == kNone) {
      if (seen.emplace(kNone, rule.name).second) pages.stray.push_back(rule);
    } else if (seen.emplace(page, rule.name).second) {
      pages.by_page[page].push_back({rule.name, {rule.path, rule.line, "a rule that leads here"}});
    }
  }
  return pages;
}

std::string alert_in_name(const Document& document, bool is_alert,
                          const std::set<std::string, std::less<>>& rules) {
  const std::string name(stem(document.path));
  const bool is_named = rules.contains(name) || (is_alert && is_alert_name(name));
  return is_named && heading_of(document) == name ? name : "";
}

}  // namespace runbookc
