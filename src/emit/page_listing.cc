#include "emit/page_listing.h"

#include <algorithm>
#include <memory>

#include "emit/site_urls.h"
#include "emit/site_view.h"

namespace runbookc {

namespace {

constexpr std::size_t kMaxRows = 500;     // of one page
constexpr std::size_t kFewRows = 4;       // that need no headings
constexpr std::size_t kPagesOfEntry = 3;  // that an entry of an index names itself

// What the listings of one kind share.
struct Kind {
  const SiteInput& input;
  SiteTree tree;
  std::string name;
  std::vector<ListedName> names;
  JumpsByPage jumps;  // of the pages of alerts

  bool is_alerts() const { return name == "alerts"; }
};

std::vector<TemplateData> owner_links(const SiteInput& input, std::string_view from,
                                      const Page& page) {
  std::vector<TemplateData> items;
  for (std::size_t i = 0; i < page.metadata.owners.size(); ++i) {
    const Index found = i < page.owners.size() ? page.owners[i] : kNone;
    if (found == kNone) {
      items.push_back(link_item(page.metadata.owners[i].value, ""));
    } else {
      const Owner& owner = input.corpus.owners.owners()[found];
      items.push_back(link_item(owner.name, relative_url(from, listing_url("owners", owner.id))));
    }
  }
  return items;
}

// Owner, time, review and ways into the page.
void set_details(TemplateData& row, const SiteInput& input, std::string_view from, const Page& page,
                 const std::vector<PageJump>& jumps) {
  set_list(row, "row_owners", owner_links(input, from, page));
  set_text(row, "time", page.metadata.estimated_time.value);
  row.flags["review_shown"] = page.review.due.has_value();
  const std::string url = relative_url(from, page.url);
  std::vector<TemplateData> links;
  for (const PageJump& jump : jumps) {
    links.push_back(link_item(jump.title, url + fragment(jump.anchor)));
  }
  set_list(row, "jumps", std::move(links));
}

TemplateData row_item(const SiteInput& input, std::string_view from, Index index,
                      const JumpsByPage* jumps) {
  TemplateData row = page_row(input, from, index);
  row.flags["full"] = jumps != nullptr;
  if (jumps == nullptr) return row;
  const auto found = jumps->find(index);
  const Page& page = input.corpus.pages[index];
  set_details(row, input, from, page,
              found == jumps->end() ? std::vector<PageJump>() : found->second);
  return row;
}

JumpsByPage jumps_of(const Corpus& corpus, const std::vector<ListedName>& names) {
  JumpsByPage jumps;
  const PageJumps jumps_to(corpus);
  for (const ListedName& listed : names) {
    for (const Index index : listed.pages) {
      const auto [entry, is_new] = jumps.try_emplace(index);
      if (is_new) entry->second = jumps_to.of(corpus.pages[index]);
    }
  }
  return jumps;
}

// For an index of alerts: the pages to open, without a detour over the alert's own.
std::vector<TemplateData> pages_of_entry(const SiteInput& input, std::string_view from,
                                         const ListedName& listed) {
  std::vector<TemplateData> items;
  for (const Index index : listed.pages) {
    if (items.size() == kPagesOfEntry) break;
    items.push_back(page_row(input, from, index));
  }
  return items;
}

std::string name_html(const Kind& kind, const ListedName& listed) {
  const std::string url = listing_url(kind.name, listed.name);
  TemplateData data = listing_frame(kind.input, kind.tree, url, listed.title, kind.name);
  set_text(data, "lead", listed.lead);
  if (kind.is_alerts()) {
    set_groups(data, kind.input, url, {{"", listed.pages}}, &kind.jumps);
  } else {
    set_groups(data, kind.input, url, groups_by_type(kind.input, listed.pages));
  }
  return render_page(kind.input, "listing", data);
}

std::string index_html(const Kind& kind) {
  const std::string url = listing_index_url(kind.name);
  const Words& words = site_words(kind.input);
  TemplateData data =
      listing_frame(kind.input, kind.tree, url, words.text("listing." + kind.name), "");
  std::vector<TemplateData> entries;
  entries.reserve(kind.names.size());
  for (const ListedName& listed : kind.names) {
    TemplateData entry = name_item(kind.input, url, kind.name, listed);
    set_list(
        entry, "entry_pages",
        kind.is_alerts() ? pages_of_entry(kind.input, url, listed) : std::vector<TemplateData>());
    entries.push_back(std::move(entry));
  }
  set_list(data, "entries", std::move(entries));
  data.flags["filtered"] = kind.names.size() > kFilteredEntries;
  if (kind.is_alerts()) {
    const std::vector<Index> others = pages_of_unnamed_alerts(kind.input.corpus);
    const std::string title(kind.names.empty() ? "" : words.text("listing.alerts.unnamed"));
    set_groups(data, kind.input, url, {{title, others}});
  }
  return render_page(kind.input, "listing", data);
}

}  // namespace

TemplateData listing_frame(const SiteInput& input, const SiteTree& tree, std::string_view from,
                           std::string_view title, std::string_view kind) {
  TemplateData data = page_frame(input, from, title);
  set_navigation(data, input, tree, from, kNone, kNone);
  data.lists["crumbs"] = crumbs(input, tree, from, kNone);
  if (!kind.empty()) {
    const std::string word = "listing." + std::string(kind);
    data.lists["crumbs"].push_back(link_item(std::string(site_words(input).text(word)),
                                             relative_url(from, listing_index_url(kind))));
  }
  for (const char* name : {"lead", "contacts", "entries", "groups", "facts", "page_links"}) {
    data.flags[std::string("has_") + name] = false;
  }
  data.flags["filtered"] = false;
  return data;
}

void set_groups(TemplateData& data, const SiteInput& input, std::string_view from,
                const std::vector<RowGroup>& groups, const JumpsByPage* jumps) {
  const Words& words = site_words(input);
  std::vector<TemplateData> items;
  std::size_t room = kMaxRows;
  for (const RowGroup& group : groups) {
    if (group.pages.empty()) continue;
    TemplateData item;
    set_text(item, "heading", group.title);
    item.text["heading_total"] = std::to_string(group.pages.size());
    const std::size_t shown = std::min(room, group.pages.size());
    room -= shown;
    std::vector<TemplateData> rows;
    rows.reserve(shown);
    for (std::size_t i = 0; i < shown; ++i) {
      rows.push_back(row_item(input, from, group.pages[i], jumps));
    }
    set_list(item, "rows", std::move(rows));
    const std::size_t rest = group.pages.size() - shown;
    set_text(item, "rest", rest == 0 ? "" : words.count("listing.rest", rest));
    items.push_back(std::move(item));
  }
  set_list(data, "groups", std::move(items));
}

void set_page_links(TemplateData& data, std::string_view url, std::size_t count,
                    std::size_t current) {
  std::vector<TemplateData> links;
  const std::string from = numbered_url(url, current);
  for (std::size_t i = 0; count > 1 && i < count; ++i) {
    TemplateData link = link_item(std::to_string(i + 1), relative_url(from, numbered_url(url, i)));
    link.flags["current"] = i == current;
    links.push_back(std::move(link));
  }
  set_list(data, "page_links", std::move(links));
}

std::vector<RowGroup> groups_by_type(const SiteInput& input, const std::vector<Index>& pages) {
  const auto type_of = [&](Index i) -> const std::string& { return input.corpus.pages[i].type; };
  std::vector<Index> ordered = pages;
  std::ranges::stable_sort(ordered, {}, [&](Index i) {
    return std::pair(type_rank(type_of(i)), std::string_view(type_of(i)));
  });
  const bool one = ordered.empty() || type_of(ordered.front()) == type_of(ordered.back());
  if (one || ordered.size() <= kFewRows) return {{"", std::move(ordered)}};
  std::vector<RowGroup> groups;
  for (const Index page : ordered) {
    if (groups.empty() || type_of(groups.back().pages.front()) != type_of(page)) {
      groups.push_back({type_title(input, type_of(page)), {}});
    }
    groups.back().pages.push_back(page);
  }
  return groups;
}

TemplateData name_item(const SiteInput& input, std::string_view from, std::string_view kind,
                       const ListedName& listed) {
  const bool has_page = !listed.pages.empty() || kind == "owners";
  TemplateData item = link_item(
      listed.title, has_page ? relative_url(from, listing_url(kind, listed.name)) : std::string());
  item.text["count"] = site_words(input).count("count.page", listed.pages.size());
  item.text["number"] = std::to_string(listed.pages.size());
  set_text(item, "note", listed.note);
  return item;
}

std::vector<PlannedArtifact> plan_listings(const SiteInput& input, std::string_view kind) {
  std::vector<ListedName> names = listed_names(input, kind);
  JumpsByPage jumps = kind == "alerts" ? jumps_of(input.corpus, names) : JumpsByPage();
  const auto shared = std::make_shared<const Kind>(
      Kind{input, SiteTree(input.corpus), std::string(kind), std::move(names), std::move(jumps)});
  std::vector<PlannedArtifact> planned;
  for (const ListedName& listed : shared->names) {
    if (listed.pages.empty()) continue;
    planned.push_back({listing_url(kind, listed.name),
                       [shared, &listed] { return name_html(*shared, listed); }, ""});
  }
  const bool any =
      !planned.empty() || (shared->is_alerts() && !pages_of_unnamed_alerts(input.corpus).empty());
  if (any) {
    planned.push_back({listing_index_url(kind), [shared] { return index_html(*shared); }, ""});
  }
  return planned;
}

}  // namespace runbookc
