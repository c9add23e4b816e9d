#include <algorithm>
#include <array>

#include "base/text.h"
#include "emit/review_list.h"
#include "emit/site_urls.h"
#include "emit/site_view.h"

namespace runbookc {

namespace {

constexpr std::size_t kMaxFindings = 1000;
constexpr std::size_t kMaxReviews = 2000;

// The findings that are shown: the most severe, in the order of their places.
std::vector<const Diagnostic*> shown_findings(const SiteInput& input) {
  std::vector<const Diagnostic*> shown;
  for (const Severity severity : {Severity::error, Severity::warning, Severity::info}) {
    for (const Diagnostic& diagnostic : input.report.diagnostics) {
      if (shown.size() == kMaxFindings) break;
      if (diagnostic.severity == severity) shown.push_back(&diagnostic);
    }
  }
  std::ranges::sort(shown);  // they point into one list, which is sorted by place
  return shown;
}

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

// One group for each file, in the order of their paths.
std::vector<TemplateData> file_groups(const SiteInput& input,
                                      const std::vector<const Diagnostic*>& findings) {
  std::vector<TemplateData> groups;
  const std::string* path = nullptr;
  for (const Diagnostic* finding : findings) {
    if (path == nullptr || *path != finding->path) {
      path = &finding->path;
      const Index page = find_page(input.corpus, *path);
      const bool published = page != kNone && input.corpus.pages[page].published;
      TemplateData group =
          link_item("", published ? relative_url(kHealthUrl, input.corpus.pages[page].url) : "");
      group.text["path"] = *path;
      group.text["id"] = "file." + safe_file_name(*path);
      groups.push_back(std::move(group));
    }
    groups.back().lists["findings"].push_back(finding_item(input, *finding));
  }
  return groups;
}

std::string owner_names(const Corpus& corpus, const Page& page) {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < page.metadata.owners.size(); ++i) {
    const Index found = i < page.owners.size() ? page.owners[i] : kNone;
    names.push_back(found == kNone ? page.metadata.owners[i].value
                                   : corpus.owners.owners()[found].name);
  }
  return join(names, ", ");
}

TemplateData review_item(const SiteInput& input, const Page& page) {
  const Words& words = site_words(input);
  TemplateData item = link_item(page.title, relative_url(kHealthUrl, page.url));
  item.text["owner_names"] = owner_names(input.corpus, page);
  const auto& last = page.review.last_reviewed;
  item.text["reviewed"] = last ? words.date(*last) : std::string();
  set_review(item, words, page.review);
  return item;
}

void set_reviews(TemplateData& data, const SiteInput& input) {
  std::vector<Index> pages = pages_by_review(input.corpus, true);
  data.flags["more_reviews"] = pages.size() > kMaxReviews;
  if (pages.size() > kMaxReviews) pages.resize(kMaxReviews);
  std::vector<TemplateData> items;
  items.reserve(pages.size());
  for (const Index page : pages) items.push_back(review_item(input, input.corpus.pages[page]));
  set_list(data, "reviews", std::move(items));
  data.text["reviews_json"] = relative_url(kHealthUrl, "_/reviews.json");
}

void set_totals(TemplateData& data, const SiteInput& input) {
  const Words& words = site_words(input);
  const DiagnosticCounts counts = count_by_severity(input.report.diagnostics);
  data.text["total"] = words.count("count.page", input.corpus.pages.size());
  std::vector<TemplateData> items;
  const std::array<std::pair<std::string_view, std::size_t>, 3> kinds = {
      {{"error", counts.errors}, {"warning", counts.warnings}, {"info", counts.infos}}};
  for (const auto& [kind, n] : kinds) {
    TemplateData item = link_item(words.count("count." + std::string(kind), n), "#findings");
    item.text["kind"] = n == 0 ? "zero" : kind;
    items.push_back(std::move(item));
  }
  data.lists["totals"] = std::move(items);
}

std::string health_html(const SiteInput& input) {
  const Words& words = site_words(input);
  const SiteTree tree(input.corpus);
  TemplateData data = page_frame(input, kHealthUrl, words.text("health"));
  set_totals(data, input);
  const auto shown = shown_findings(input);
  const std::string total = std::to_string(input.report.diagnostics.size());
  const std::string part = std::to_string(shown.size());
  set_text(data, "more",
           shown.size() < input.report.diagnostics.size()
               ? words.fill("health.more", {{"shown", part}, {"total", total}})
               : std::string());
  set_list(data, "files", file_groups(input, shown));
  set_reviews(data, input);
  set_navigation(data, input, tree, kHealthUrl, kNone, kNone);
  return render_page(input, "health", data);
}

std::vector<PlannedArtifact> plan(const SiteInput& input) {
  return {{std::string(kHealthUrl), [&input] { return health_html(input); }, ""}};
}

}  // namespace

const ArtifactMaker& health_artifact() {
  static const ArtifactMaker maker = {
      .name = "health",
      .description = "the findings by page, and what is due for review",
      .plan = plan,
  };
  return maker;
}

}  // namespace runbookc
