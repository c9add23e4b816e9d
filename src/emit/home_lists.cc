#include "emit/home_lists.h"

#include <algorithm>
#include <array>
#include <utility>

#include "emit/listed_names.h"
#include "emit/page_listing.h"
#include "emit/site_urls.h"

namespace runbookc {

namespace {

constexpr std::size_t kMaxAlerts = 90;
constexpr std::size_t kMaxIncidentPages = 12;
constexpr std::size_t kMaxNames = 12;  // of a kind
constexpr std::size_t kMaxTags = 24;
constexpr std::size_t kRecent = 6;
constexpr std::size_t kWholeSite = 1000;  // pages that are all listed
constexpr std::size_t kFromEach = 20;     // pages listed of each top folder otherwise
constexpr std::size_t kMaxGroups = 100;   // of folders

// "P2", or the first and the last of several: "P1–P3".
std::string level_text(const Page& page) {
  const auto& severity = page.metadata.severity;
  if (severity.empty()) return "";
  if (severity.size() == 1) return severity.front().value;
  return severity.front().value + "\u2013" + severity.back().value;
}

bool is_worst_level(const ProjectConfig& config, const Page& page) {
  const auto& scale = config.severities;
  if (page.metadata.severity.empty() || scale.empty()) return false;
  return page.metadata.severity.front().value == scale.front().name;
}

TemplateData short_item(const SiteInput& input, std::string title, std::string_view url,
                        const Page& page) {
  TemplateData item = link_item(std::move(title), relative_url(kHomeUrl, url));
  set_text(item, "level", level_text(page));
  item.flags["worst_level"] = is_worst_level(input.corpus.config, page);
  return item;
}

// 0 for the most severe level of the project's scale; past its end for a page without one.
std::size_t severity_rank(const ProjectConfig& config, const Page& page) {
  std::size_t rank = config.severities.size();
  for (const auto& level : page.metadata.severity) {
    const auto found = std::ranges::find(config.severities, level.value, &SeverityLevel::name);
    rank = std::min(rank, static_cast<std::size_t>(found - config.severities.begin()));
  }
  return rank;
}

bool is_current(const Page& page) { return page.published && page.status != "deprecated"; }

// An alert leads to its runbook at once if there is but one, else to the page that lists them.
std::vector<TemplateData> alert_items(const SiteInput& input) {
  std::vector<TemplateData> items;
  for (const ListedName& alert : listed_names(input, "alerts")) {
    std::vector<Index> pages = alert.pages;
    std::erase_if(pages, [&](Index i) { return !is_current(input.corpus.pages[i]); });
    if (pages.empty()) continue;
    const Index worst = *std::ranges::min_element(pages, {}, [&](Index i) {
      return severity_rank(input.corpus.config, input.corpus.pages[i]);
    });
    const Page& page = input.corpus.pages[worst];
    const std::string url = pages.size() == 1 ? page.url : listing_url("alerts", alert.name);
    items.push_back(short_item(input, alert.title, url, page));
  }
  for (const Index index : pages_of_unnamed_alerts(input.corpus)) {
    const Page& page = input.corpus.pages[index];
    if (is_current(page)) items.push_back(short_item(input, page.title, page.url, page));
  }
  std::ranges::stable_sort(items, {}, [](const TemplateData& item) -> const std::string& {
    return item.text.at("title");
  });
  return items;
}

std::vector<TemplateData> incident_items(const SiteInput& input) {
  std::vector<Index> pages;
  for (Index i = 0; i < input.corpus.pages.size(); ++i) {
    const Page& page = input.corpus.pages[i];
    if (is_current(page) && is_for_incidents(page.type)) pages.push_back(i);
  }
  std::ranges::stable_sort(pages, {},
                           [&](Index i) { return type_rank(input.corpus.pages[i].type); });
  if (pages.size() > kMaxIncidentPages) pages.resize(kMaxIncidentPages);
  std::vector<TemplateData> items;
  for (const Index index : pages) {
    const Page& page = input.corpus.pages[index];
    items.push_back(short_item(input, page.title, page.url, page));
  }
  return items;
}

TemplateData browse_group(const SiteInput& input, std::string_view kind, std::size_t most) {
  const Words& words = site_words(input);
  std::vector<ListedName> names = listed_names(input, kind);
  const std::size_t all = names.size();
  std::erase_if(names, [](const ListedName& name) { return name.pages.empty(); });
  const auto used = [&](const ListedName& name) { return name.pages.size(); };
  if (names.size() > most) {  // the most used ones, in their order
    std::vector<std::size_t> sizes;
    for (const ListedName& name : names) sizes.push_back(used(name));
    std::ranges::nth_element(sizes, sizes.begin() + std::ptrdiff_t(most) - 1, std::greater<>{});
    const std::size_t least = sizes[most - 1];
    std::size_t equal = most - std::size_t(std::ranges::count_if(
                                   names, [&](const auto& name) { return used(name) > least; }));
    std::erase_if(names, [&](const ListedName& name) {
      if (used(name) != least) return used(name) < least;
      if (equal == 0) return true;
      --equal;
      return false;
    });
  }
  TemplateData group;
  group.text["id"] = "page." + std::string(kind);
  group.text["title"] = words.text("home.by." + std::string(kind));
  const std::string n = std::to_string(all);
  set_text(group, "more", all > names.size() ? words.fill("home.more", {{"n", n}}) : "");
  group.text["more_href"] = relative_url(kHomeUrl, listing_index_url(kind));
  std::vector<TemplateData> items;
  for (const ListedName& name : names) items.push_back(name_item(input, kHomeUrl, kind, name));
  group.lists["names"] = std::move(items);
  return group;
}

// The pages of a folder as a group, at most `most` of them.
TemplateData folder_group(const SiteInput& input, const SiteFolder& folder, std::size_t most) {
  TemplateData group;
  group.flags["has_title"] = folder.parent != kNone;
  group.text["group_title"] = folder.title;
  group.text["group_href"] = relative_url(kHomeUrl, folder.url);
  group.text["group_total"] = std::to_string(folder.total);
  std::vector<TemplateData> rows;
  if (folder.index_page != kNone && folder.parent != kNone) {
    rows.push_back(page_row(input, kHomeUrl, folder.index_page));
  }
  for (const Index page : folder.pages) {
    if (rows.size() == most) break;
    rows.push_back(page_row(input, kHomeUrl, page));
  }
  const std::size_t rest = folder.total - std::min(folder.total, rows.size());
  const bool cut = rows.size() == most && rest > 0;
  set_text(group, "rest",
           cut ? site_words(input).fill("home.more", {{"n", std::to_string(folder.total)}})
               : std::string());
  group.text["rest_href"] = relative_url(kHomeUrl, folder_listing_url(folder.path));
  group.lists["rows"] = std::move(rows);
  return group;
}

}  // namespace

void set_emergency(TemplateData& data, const SiteInput& input) {
  const Words& words = site_words(input);
  std::vector<TemplateData> alerts = alert_items(input);
  const std::string n = std::to_string(alerts.size());
  set_text(data, "more_alerts",
           alerts.size() > kMaxAlerts ? words.fill("home.more", {{"n", n}}) : std::string());
  data.text["alerts_href"] = relative_url(kHomeUrl, listing_index_url("alerts"));
  if (alerts.size() > kMaxAlerts) alerts.resize(kMaxAlerts);
  data.flags["many_alerts"] = alerts.size() > kFilteredEntries;
  std::vector<TemplateData> incidents = incident_items(input);
  std::vector<TemplateData> severities;
  for (const ListedName& level : listed_names(input, "severities")) {
    severities.push_back(name_item(input, kHomeUrl, "severities", level));
  }
  data.flags["has_now"] = !alerts.empty() || !incidents.empty();
  set_list(data, "now_alerts", std::move(alerts));
  set_list(data, "now_incidents", std::move(incidents));
  set_list(data, "now_severities", std::move(severities));
}

std::vector<TemplateData> browse_groups(const SiteInput& input) {
  constexpr std::array<std::pair<std::string_view, std::size_t>, 4> kKinds = {
      {{"services", kMaxNames}, {"types", kMaxNames}, {"owners", kMaxNames}, {"tags", kMaxTags}}};
  std::vector<TemplateData> groups;
  for (const auto& [kind, most] : kKinds) {
    TemplateData group = browse_group(input, kind, most);
    const std::size_t least = kind == "types" ? 2 : 1;  // one type is no choice
    if (group.lists["names"].size() >= least) groups.push_back(std::move(group));
  }
  return groups;
}

std::vector<TemplateData> recently_reviewed(const SiteInput& input) {
  const Words& words = site_words(input);
  const auto& pages = input.corpus.pages;
  std::vector<Index> reviewed;
  for (Index i = 0; i < pages.size(); ++i) {
    const auto& last = pages[i].review.last_reviewed;
    if (pages[i].published && last && *last <= input.corpus.today) reviewed.push_back(i);
  }
  std::ranges::stable_sort(reviewed, std::greater<>{},
                           [&](Index i) { return *pages[i].review.last_reviewed; });
  if (reviewed.size() > kRecent) reviewed.resize(kRecent);
  std::vector<TemplateData> items;
  for (const Index index : reviewed) {
    TemplateData item = link_item(pages[index].title, relative_url(kHomeUrl, pages[index].url));
    item.text["reviewed"] = words.date(*pages[index].review.last_reviewed);
    items.push_back(std::move(item));
  }
  return items;
}

std::vector<TemplateData> folder_groups(const SiteInput& input, const SiteTree& tree, bool dense) {
  const bool whole = tree.size() <= kWholeSite;
  std::vector<TemplateData> groups;
  std::vector<Index> open = {0};  // depth first, in order, without recursion
  while (!open.empty() && groups.size() < kMaxGroups) {
    const SiteFolder& folder = tree.folder(open.back());
    open.pop_back();
    TemplateData group = folder_group(input, folder, whole ? kWholeSite : kFromEach);
    if (dense) {
      for (TemplateData& row : group.lists["rows"]) set_text(row, "summary", "");
    }
    if (!group.lists["rows"].empty() || (!whole && folder.parent != kNone)) {
      groups.push_back(std::move(group));
    }
    if (whole || folder.parent == kNone) {
      open.insert(open.end(), folder.folders.rbegin(), folder.folders.rend());
    }
  }
  return groups;
}

}  // namespace runbookc
