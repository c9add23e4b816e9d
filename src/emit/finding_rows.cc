#include "emit/finding_rows.h"

#include "emit/finding_places.h"
#include "emit/site_urls.h"

namespace runbookc {

namespace {

TemplateData finding_item(const SiteInput& input, const Diagnostic& diagnostic) {
  const std::string severity(severity_name(diagnostic.severity));
  TemplateData item;
  item.text["severity"] = severity;
  item.text["severity_word"] = site_words(input).text("severity." + severity);
  const Position start = diagnostic.span.start;
  item.text["place"] =
      start.line == 0 ? "" : std::to_string(start.line) + ":" + std::to_string(start.column);
  item.text["message"] = diagnostic.message;
  item.text["name"] = diagnostic.name;
  set_text(item, "help", diagnostic.help);
  return item;
}

}  // namespace

std::vector<TemplateData> finding_groups(const SiteInput& input, std::string_view from,
                                         std::span<const Diagnostic* const> findings) {
  std::vector<TemplateData> groups;
  const std::string* path = nullptr;
  for (const Diagnostic* finding : findings) {
    if (path == nullptr || *path != finding->path) {
      path = &finding->path;
      const Index page = find_page(input.corpus, *path);
      const bool published = page != kNone && input.corpus.pages[page].published;
      TemplateData group = link_item(
          "", published ? relative_url(from, input.corpus.pages[page].url) : std::string());
      group.text["path"] = *path;
      group.text["id"] = FindingPlaces::anchor(*path);
      groups.push_back(std::move(group));
    }
    groups.back().lists["findings"].push_back(finding_item(input, *finding));
  }
  return groups;
}

}  // namespace runbookc
