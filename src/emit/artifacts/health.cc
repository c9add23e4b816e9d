#include <algorithm>
#include <array>
#include <memory>

#include "emit/chart.h"
#include "emit/due_groups.h"
#include "emit/finding_places.h"
#include "emit/health_figures.h"
#include "emit/page_listing.h"
#include "emit/site_urls.h"

namespace runbookc {

namespace {

constexpr std::size_t kWorst = 10;
constexpr std::size_t kMaxOwners = 100;

std::vector<BarPart> freshness_parts(const SiteInput& input) {
  const Words& words = site_words(input);
  const Freshness counts = freshness(input.corpus);
  const auto label = [&](std::string_view word) { return std::string(words.text(word)); };
  return {{"good", label("fresh.current"), counts.current},
          {"soon", label("fresh.due_soon"), counts.due_soon},
          {"bad", label("fresh.overdue"), counts.overdue},
          {"none", label("fresh.undated"), counts.undated}};
}

std::vector<BarPart> ownership_parts(const SiteInput& input) {
  const Words& words = site_words(input);
  const Ownership counts = ownership(input.corpus);
  const auto label = [&](std::string_view word) { return std::string(words.text(word)); };
  return {{"good", label("owned.active"), counts.owned},
          {"soon", label("owned.inactive"), counts.inactive},
          {"bad", label("owned.unknown"), counts.unknown},
          {"none", label("owned.none"), counts.none}};
}

std::vector<TemplateData> coverage(const SiteInput& input) {
  std::vector<TemplateData> charts;
  const auto add = [&](const std::string& name, const std::vector<BarPart>& parts) {
    std::vector<TemplateData> bar = stacked_bar(parts);
    if (bar.empty()) return;
    TemplateData chart;
    chart.text["name"] = name;
    chart.text["heading"] = site_words(input).text("health." + name);
    chart.text["description"] = bar_text(parts);
    chart.lists["parts"] = std::move(bar);
    charts.push_back(std::move(chart));
  };
  add("freshness", freshness_parts(input));
  add("ownership", ownership_parts(input));
  return charts;
}

// The figures that one looks at first, each with the part of the page that explains it.
std::vector<TemplateData> tiles(const SiteInput& input) {
  const Words& words = site_words(input);
  const DiagnosticCounts found = count_by_severity(input.report.diagnostics);
  const Freshness fresh = freshness(input.corpus);
  const Ownership owned = ownership(input.corpus);
  std::vector<TemplateData> items;
  const auto add = [&](std::string_view word, std::string_view kind, std::size_t n,
                       std::string_view href) {
    TemplateData item = link_item(words.count(word, n), n == 0 ? "" : std::string(href));
    item.text["kind"] = n == 0 ? "zero" : kind;
    item.text["number"] = std::to_string(n);
    items.push_back(std::move(item));
  };
  add("tile.errors", "bad", found.errors, "#findings");
  add("tile.warnings", "soon", found.warnings, "#findings");
  if (found.infos > 0) add("tile.infos", "note", found.infos, "#findings");
  add("tile.overdue", "bad", fresh.overdue, "#due.late");
  add("tile.due_soon", "soon", fresh.due_soon, "#calendar");
  add("tile.unowned", "soon", owned.none + owned.unknown + owned.inactive, "#coverage");
  return items;
}

std::string counts_text(const Words& words, const DiagnosticCounts& counts) {
  std::string text = counts.errors > 0 ? words.count("count.error", counts.errors) : "";
  if (counts.warnings == 0) return text;
  return text + (text.empty() ? "" : ", ") + words.count("count.warning", counts.warnings);
}

std::vector<TemplateData> worst_rows(const SiteInput& input,
                                     const std::vector<DiagnosticCounts>& findings) {
  const FindingPlaces places(input);
  std::vector<TemplateData> rows;
  for (const Index index : worst_pages(input.corpus, findings, kWorst)) {
    const Page& page = input.corpus.pages[index];
    const DiagnosticCounts& found = findings[page.document];
    TemplateData row = link_item(page.title, relative_url(kHealthUrl, page.url));
    set_text(row, "findings", counts_text(site_words(input), found));
    row.text["worst"] = found.errors > 0 ? "error" : "warning";
    row.text["findings_href"] = places.url(kHealthUrl, page.document);
    set_text(row, "owner_names", owner_names(input.corpus, page));
    set_review(row, site_words(input), page.review);
    row.flags["review_shown"] = page.review.status == ReviewStatus::overdue;
    rows.push_back(std::move(row));
  }
  return rows;
}

std::vector<TemplateData> rule_rows(const SiteInput& input) {
  const Words& words = site_words(input);
  const std::vector<RuleFigures> rules = rule_figures(input.report.diagnostics);
  std::size_t most = 0;
  for (const RuleFigures& rule : rules) most = std::max(most, rule.findings);
  std::vector<TemplateData> rows;
  for (const RuleFigures& rule : rules) {
    const std::string severity(severity_name(rule.severity));
    TemplateData row = link_item(std::string(rule.name),
                                 relative_url(kHealthUrl, listing_url("health", rule.code)));
    row.text["code"] = rule.code;
    row.text["severity"] = severity;
    row.text["severity_word"] = words.text("severity." + severity);
    row.text["count"] = std::to_string(rule.findings);
    row.text["files"] = words.count("count.file", rule.files);
    row.text["width"] = std::to_string(bar_length(rule.findings, most));
    rows.push_back(std::move(row));
  }
  return rows;
}

std::vector<TemplateData> owner_rows(const SiteInput& input,
                                     const std::vector<DiagnosticCounts>& findings) {
  std::vector<TemplateData> rows;
  for (const OwnerFigures& figures : owner_figures(input.corpus, findings)) {
    if (rows.size() == kMaxOwners) break;
    const Owner& owner = input.corpus.owners.owners()[figures.owner];
    TemplateData row =
        link_item(owner.name, relative_url(kHealthUrl, listing_url("owners", owner.id)));
    row.text["pages"] = std::to_string(figures.pages);
    const auto add = [&row](const char* name, const char* any, std::size_t n) {
      row.text[name] = std::to_string(n);
      row.flags[any] = n > 0;
    };
    add("errors", "any_errors", figures.errors);
    add("warnings", "any_warnings", figures.warnings);
    add("overdue", "any_overdue", figures.overdue);
    rows.push_back(std::move(row));
  }
  return rows;
}

std::string health_html(const SiteInput& input) {
  const Words& words = site_words(input);
  const SiteTree tree(input.corpus);
  const auto findings = findings_by_document(input);
  TemplateData data = listing_frame(input, tree, kHealthUrl, words.text("health"), "");
  const std::string pages = words.count("count.page", tree.size());
  set_text(data, "lead",
           words.fill("health.lead", {{"pages", pages}, {"date", words.date(input.corpus.today)}}));
  set_list(data, "tiles", tiles(input));
  set_list(data, "worst_pages", worst_rows(input, findings));
  set_list(data, "charts", coverage(input));
  const ReviewCalendar calendar = review_calendar(input.corpus);
  set_list(data, "columns", calendar_columns(input, calendar));
  set_list(data, "due_groups", due_groups(input, calendar));
  set_list(data, "rules", rule_rows(input));
  set_list(data, "health_owners", owner_rows(input, findings));
  const std::size_t total = input.report.diagnostics.size();
  data.text["findings_total"] = words.count("count.finding", total);
  const std::size_t accepted = input.report.baselined;
  const std::string baselined = words.count("count.finding", accepted);
  set_text(data, "baselined",
           accepted > 0 ? words.fill("health.baselined", {{"findings", baselined}}) : "");
  data.text["findings_href"] = relative_url(kHealthUrl, FindingPlaces::page_url(0));
  data.text["reviews_json"] = relative_url(kHealthUrl, "_/reviews.json");
  data.text["reviews_ics"] = relative_url(kHealthUrl, "_/reviews.ics");
  return render_page(input, "health", data);
}

std::vector<PlannedArtifact> plan(const SiteInput& input) {
  return {{std::string(kHealthUrl), [&input] { return health_html(input); }, ""}};
}

}  // namespace

const ArtifactMaker& health_artifact() {
  static const ArtifactMaker maker = {
      .name = "health",
      .description = "what wants attention: findings, owners and reviews in figures",
      .plan = plan,
  };
  return maker;
}

}  // namespace runbookc
