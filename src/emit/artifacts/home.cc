#include <algorithm>
#include <memory>

#include "emit/page_listing.h"
#include "emit/page_view.h"
#include "emit/site_urls.h"

namespace runbookc {

namespace {

constexpr std::size_t kWholeSite = 1000;  // pages that are all listed
constexpr std::size_t kFromEach = 20;     // pages listed of each top folder otherwise
constexpr std::size_t kChips = 60;

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
  group.lists["rows"] = std::move(rows);
  return group;
}

std::vector<TemplateData> folder_groups(const SiteInput& input, const SiteTree& tree) {
  const bool whole = tree.size() <= kWholeSite;
  std::vector<TemplateData> groups;
  std::vector<Index> open = {0};  // depth first, in order, without recursion
  while (!open.empty()) {
    const SiteFolder& folder = tree.folder(open.back());
    open.pop_back();
    TemplateData group = folder_group(input, folder, whole ? kWholeSite : kFromEach);
    if (!group.lists["rows"].empty() || !whole) groups.push_back(std::move(group));
    if (whole || folder.parent == kNone) {
      open.insert(open.end(), folder.folders.rbegin(), folder.folders.rend());
    }
  }
  return groups;
}

TemplateData chip_group(const SiteInput& input, std::string_view kind, const PagesByName& pages) {
  const Words& words = site_words(input);
  TemplateData group;
  group.text["id"] = "page." + std::string(kind);
  group.text["title"] = words.text("listing." + std::string(kind));
  std::vector<TemplateData> chips;
  for (const auto& [name, list] : pages) {
    if (chips.size() == kChips) break;
    chips.push_back(link_item(name, relative_url(kHomeUrl, listing_url(kind, name))));
  }
  group.lists["chips"] = std::move(chips);
  group.flags["has_more"] = pages.size() > kChips;
  group.text["more"] = words.fill("home.more", {{"n", std::to_string(pages.size())}});
  group.text["more_href"] = relative_url(kHomeUrl, listing_index_url(kind));
  return group;
}

PagesByName published_only(const SiteInput& input, const PagesByName& pages) {
  PagesByName published;
  for (const auto& [name, list] : pages) {
    const bool any =
        std::ranges::any_of(list, [&](Index page) { return input.corpus.pages[page].published; });
    if (any) published.emplace(name, list);
  }
  return published;
}

std::vector<TemplateData> chip_groups(const SiteInput& input) {
  std::vector<TemplateData> groups;
  const auto alerts = published_only(input, input.corpus.pages_by_alert);
  const auto services = published_only(input, input.corpus.pages_by_service);
  if (!alerts.empty()) groups.push_back(chip_group(input, "alerts", alerts));
  if (!services.empty()) groups.push_back(chip_group(input, "services", services));
  return groups;
}

// What needs somebody's attention, each with its place on the health page.
std::vector<TemplateData> totals(const SiteInput& input) {
  const Words& words = site_words(input);
  const DiagnosticCounts counts = count_by_severity(input.report.diagnostics);
  const auto overdue = std::ranges::count_if(input.corpus.pages, [](const Page& page) {
    return page.published && page.review.status == ReviewStatus::overdue;
  });
  const std::string health = relative_url(kHomeUrl, kHealthUrl);
  std::vector<TemplateData> items;
  const auto add = [&](std::string_view word, std::string_view kind, std::size_t n,
                       std::string_view anchor) {
    if (n == 0) return;
    TemplateData item = link_item(words.count(word, n), health + std::string(anchor));
    item.text["kind"] = kind;
    items.push_back(std::move(item));
  };
  add("count.overdue", "overdue", std::size_t(overdue), "#reviews");
  add("count.error", "error", counts.errors, "#findings");
  add("count.warning", "warning", counts.warnings, "#findings");
  return items;
}

// Ways down the page for a reader who came for a list.
std::vector<TemplateData> jumps(const SiteInput& input, const TemplateData& data) {
  std::vector<TemplateData> items;
  const auto groups = data.lists.find("chip_groups");
  for (const TemplateData& group : groups->second) {
    items.push_back(link_item(group.text.at("title"), "#" + group.text.at("id")));
  }
  items.push_back(link_item(std::string(site_words(input).text("home.all")), "#page.all"));
  for (TemplateData& item : items) item.flags["nested"] = false;
  return items;
}

std::string home_html(const SiteInput& input) {
  const SiteTree tree(input.corpus);
  const Index intro = tree.folder(0).index_page;
  const std::string& title =
      intro == kNone ? input.corpus.config.site.title : input.corpus.pages[intro].title;
  TemplateData data = page_frame(input, kHomeUrl, title);
  set_list(data, "contents", {});
  set_text(data, "anchor", "");
  data.flags["has_intro"] = intro != kNone;
  if (intro != kNone) {
    const Page& page = input.corpus.pages[intro];
    set_document(data, input, tree, findings_by_document(input)[page.document], intro);
  }
  set_list(data, "chip_groups", chip_groups(input));
  data.flags["has_chips"] = data.flags["has_chip_groups"];
  std::vector<TemplateData> contents = std::move(data.lists["contents"]);
  std::ranges::move(jumps(input, data), std::back_inserter(contents));
  set_list(data, "contents",
           contents.size() > 1 ? std::move(contents) : std::vector<TemplateData>());
  data.text["total"] = site_words(input).count("count.page", tree.size());
  data.lists["totals"] = totals(input);
  data.lists["groups"] = folder_groups(input, tree);
  set_navigation(data, input, tree, kHomeUrl, 0, intro);
  return render_page(input, "home", data);
}

std::vector<PlannedArtifact> plan(const SiteInput& input) {
  return {{std::string(kHomeUrl), [&input] { return home_html(input); }, ""}};
}

}  // namespace

const ArtifactMaker& home_artifact() {
  static const ArtifactMaker maker = {
      .name = "home",
      .description = "the home page: the root's README as introduction, then lists",
      .plan = plan,
  };
  return maker;
}

}  // namespace runbookc
