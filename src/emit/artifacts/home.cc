#include <algorithm>
#include <memory>

#include "emit/finding_places.h"
#include "emit/home_lists.h"
#include "emit/page_view.h"
#include "emit/site_urls.h"

namespace runbookc {

namespace {

constexpr std::size_t kWithSummaries = 60;  // pages that are listed with what they are about

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
  add("count.overdue", "overdue", std::size_t(overdue), "#due.late");
  add("count.error", "error", counts.errors, "#findings");
  add("count.warning", "warning", counts.warnings, "#findings");
  return items;
}

// Ways down the page for a reader who came for a list.
std::vector<TemplateData> jumps(const SiteInput& input, const TemplateData& data) {
  const Words& words = site_words(input);
  std::vector<TemplateData> items;
  for (const TemplateData& group : data.lists.at("browse")) {
    items.push_back(link_item(group.text.at("title"), "#" + group.text.at("id")));
  }
  if (!data.lists.at("recent").empty()) {
    items.push_back(link_item(std::string(words.text("home.recent")), "#page.recent"));
  }
  items.push_back(link_item(std::string(words.text("home.all")), "#page.all"));
  for (TemplateData& item : items) item.flags["nested"] = false;
  return items;
}

void set_contents(TemplateData& data, const SiteInput& input) {
  std::vector<TemplateData> contents;
  if (data.flags["has_now"]) {
    contents.push_back(link_item(std::string(site_words(input).text("home.now")), "#page.now"));
    contents.back().flags["nested"] = false;
  }
  std::ranges::move(data.lists["contents"], std::back_inserter(contents));
  std::ranges::move(jumps(input, data), std::back_inserter(contents));
  if (contents.size() < 2) contents.clear();
  set_list(data, "contents", std::move(contents));
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
  data.flags["has_neighbours"] = false;
  if (intro != kNone) {
    const Page& page = input.corpus.pages[intro];
    set_document(data, input, tree, findings_by_document(input)[page.document], intro);
    data.text["findings_href"] = FindingPlaces(input).url(page.url, page.document);
  }
  set_emergency(data, input);
  set_list(data, "browse", browse_groups(input));
  set_list(data, "recent", recently_reviewed(input));
  set_contents(data, input);
  data.text["total"] = site_words(input).count("count.page", tree.size());
  data.lists["totals"] = totals(input);
  data.flags["dense"] = tree.size() > kWithSummaries;
  data.lists["groups"] = folder_groups(input, tree, data.flags["dense"]);
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
      .description = "the home page: what to open now, the root's README, then lists",
      .plan = plan,
  };
  return maker;
}

}  // namespace runbookc
