#include "emit/page_listing.h"

#include <memory>

#include "emit/site_urls.h"
#include "emit/site_view.h"

namespace runbookc {

namespace {

// What the listings of one kind share.
struct Kind {
  const SiteInput& input;
  SiteTree tree;
  std::string name;
};

TemplateData frame(const Kind& kind, std::string_view url, std::string_view title) {
  TemplateData data = page_frame(kind.input, url, title);
  set_navigation(data, kind.input, kind.tree, url, kNone, kNone);
  data.lists["crumbs"] = crumbs(kind.input, kind.tree, url, kNone);
  for (const char* name : {"lead", "contacts", "entries", "rows"}) {
    data.flags[std::string("has_") + name] = false;
  }
  return data;
}

std::string listing_html(const Kind& kind, const std::string& name,
                         const std::vector<Index>& pages) {
  const std::string url = listing_url(kind.name, name);
  const Words& words = site_words(kind.input);
  TemplateData data = frame(kind, url, name);
  data.lists["crumbs"].push_back(link_item(std::string(words.text("listing." + kind.name)),
                                           relative_url(url, listing_index_url(kind.name))));
  set_text(data, "lead", std::string(words.text("lead." + kind.name)));
  std::vector<TemplateData> rows;
  rows.reserve(pages.size());
  for (const Index page : pages) rows.push_back(page_row(kind.input, url, page));
  set_list(data, "rows", std::move(rows));
  return render_page(kind.input, "listing", data);
}

std::string index_html(const Kind& kind, const PagesByName& pages) {
  const std::string url = listing_index_url(kind.name);
  const Words& words = site_words(kind.input);
  TemplateData data = frame(kind, url, words.text("listing." + kind.name));
  std::vector<TemplateData> entries;
  for (const auto& [name, list] : pages) {
    TemplateData entry = link_item(name, relative_url(url, listing_url(kind.name, name)));
    entry.text["count"] = words.count("count.page", list.size());
    entries.push_back(std::move(entry));
  }
  set_list(data, "entries", std::move(entries));
  return render_page(kind.input, "listing", data);
}

}  // namespace

std::vector<PlannedArtifact> plan_listings(const SiteInput& input, std::string_view kind,
                                           const PagesByName& pages) {
  std::vector<PlannedArtifact> planned;
  auto published = std::make_shared<PagesByName>();
  for (const auto& [name, list] : pages) {
    std::vector<Index> shown = list;
    std::erase_if(shown, [&](Index page) { return !input.corpus.pages[page].published; });
    if (!shown.empty()) published->emplace(name, std::move(shown));
  }
  const auto shared =
      std::make_shared<const Kind>(Kind{input, SiteTree(input.corpus), std::string(kind)});
  for (const auto& [name, list] : *published) {
    planned.push_back(
        {listing_url(kind, name),
         [shared, published, &name, &list] { return listing_html(*shared, name, list); }, ""});
  }
  if (!published->empty()) {
    planned.push_back({listing_index_url(kind),
                       [shared, published] { return index_html(*shared, *published); }, ""});
  }
  return planned;
}

}  // namespace runbookc
