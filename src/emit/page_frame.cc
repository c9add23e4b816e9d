#include "emit/site_urls.h"
#include "emit/site_view.h"

namespace runbookc {

namespace {

constexpr std::size_t kSummaryBytes = 200;

std::vector<TemplateData> menu_items(const SiteInput& input, std::string_view from) {
  const Words& words = site_words(input);
  const Corpus& corpus = input.corpus;
  std::vector<TemplateData> items;
  const auto add = [&](std::string_view word, const std::string& url) {
    TemplateData item = link_item(std::string(words.text(word)), relative_url(from, url));
    item.flags["current"] = url == from;
    items.push_back(std::move(item));
  };
  if (!corpus.pages_by_alert.empty()) add("listing.alerts", listing_index_url("alerts"));
  if (!corpus.pages_by_service.empty()) add("listing.services", listing_index_url("services"));
  if (!corpus.pages_by_tag.empty()) add("listing.tags", listing_index_url("tags"));
  if (!corpus.owners.owners().empty()) add("listing.owners", listing_index_url("owners"));
  add("listing.commands", std::string(kCommandsUrl));
  add("health", std::string(kHealthUrl));
  return items;
}

}  // namespace

std::string shortened(std::string_view text) {
  if (text.size() <= kSummaryBytes) return std::string(text);
  const std::size_t space = text.rfind(' ', kSummaryBytes);
  std::size_t end = space == std::string_view::npos || space == 0 ? kSummaryBytes : space;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xc0) == 0x80) --end;
  return std::string(text.substr(0, end)) + " …";
}

const Words& site_words(const SiteInput& input) {
  return input.templates.words(input.corpus.config.site.language);
}

std::string render_page(const SiteInput& input, std::string_view name, const TemplateData& data) {
  return input.templates.render(input.corpus.config.site.language, name, data);
}

TemplateData page_frame(const SiteInput& input, std::string_view from, std::string_view title) {
  const SiteConfig& site = input.corpus.config.site;
  TemplateData data;
  data.text["language"] = site.language;
  data.text["title"] = title;
  data.text["head_title"] =
      title == site.title ? site.title : std::string(title) + " · " + site.title;
  data.text["site_title"] = site.title;
  data.text["home"] = relative_url(from, kHomeUrl);
  data.text["icon"] = relative_url(from, input.assets.url("icon.svg"));
  data.text["style"] = relative_url(from, input.assets.url("style.css"));
  data.text["theme_script"] = relative_url(from, input.assets.url("theme.js"));
  data.text["script"] = relative_url(from, input.assets.url("site.js"));
  data.text["search_script"] = relative_url(from, input.assets.url("search.js"));
  data.text["search"] = relative_url(from, kSearchUrl);
  for (const std::string_view name : {"index", "commands", "diagnostics"}) {
    data.text[std::string(name) + "_json"] = relative_url(from, std::string(name) + ".json");
  }
  set_text(data, "feed", site.base_url.empty() ? "" : relative_url(from, kFeedUrl));
  set_text(data, "opensearch", site.base_url.empty() ? "" : relative_url(from, kOpenSearchUrl));
  data.flags["has_description"] = false;
  data.lists["menu"] = menu_items(input, from);
  return data;
}

void set_list(TemplateData& data, const std::string& name, std::vector<TemplateData> items) {
  data.flags["has_" + name] = !items.empty();
  data.lists[name] = std::move(items);
}

void set_text(TemplateData& data, const std::string& name, std::string text) {
  data.flags["has_" + name] = !text.empty();
  data.text[name] = std::move(text);
}

TemplateData link_item(std::string title, std::string href) {
  TemplateData item;
  item.flags["linked"] = !href.empty();
  item.text["title"] = std::move(title);
  item.text["href"] = std::move(href);
  return item;
}

TemplateData page_row(const SiteInput& input, std::string_view from, Index index) {
  const Words& words = site_words(input);
  const Page& page = input.corpus.pages[index];
  TemplateData row = link_item(page.title, relative_url(from, page.url));
  row.lists["severity"] = severity_items(input, page);
  const bool unusual = page.status == "draft" || page.status == "deprecated";
  row.flags["status_shown"] = unusual;
  row.text["status"] = unusual ? words.text("status.short." + page.status) : "";
  row.flags["review_shown"] =
      page.review.status == ReviewStatus::overdue || page.review.status == ReviewStatus::due_soon;
  set_review(row, words, page.review);
  set_text(row, "summary", shortened(page.summary));
  return row;
}

std::vector<TemplateData> crumbs(const SiteInput& input, const SiteTree& tree,
                                 std::string_view from, Index folder) {
  std::vector<TemplateData> items;
  for (Index at = folder; at != kNone && at != 0; at = tree.folder(at).parent) {
    if (tree.folder(at).url == from) continue;
    items.insert(items.begin(),
                 link_item(tree.folder(at).title, relative_url(from, tree.folder(at).url)));
  }
  items.insert(items.begin(),
               link_item(input.corpus.config.site.title, relative_url(from, kHomeUrl)));
  return items;
}

std::vector<DiagnosticCounts> findings_by_document(const SiteInput& input) {
  std::vector<DiagnosticCounts> counts(input.corpus.documents.size());
  std::size_t document = 0;  // both are sorted by path
  for (const Diagnostic& diagnostic : input.report.diagnostics) {
    while (document < counts.size() &&
           input.corpus.documents.outline(document).path < diagnostic.path) {
      ++document;
    }
    if (document == counts.size()) break;
    if (input.corpus.documents.outline(document).path != diagnostic.path) continue;
    if (diagnostic.severity == Severity::error) ++counts[document].errors;
    if (diagnostic.severity == Severity::warning) ++counts[document].warnings;
    if (diagnostic.severity == Severity::info) ++counts[document].infos;
  }
  return counts;
}

}  // namespace runbookc
