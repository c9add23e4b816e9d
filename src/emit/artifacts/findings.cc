#include <algorithm>
#include <memory>

#include "emit/finding_places.h"
#include "emit/finding_rows.h"
#include "emit/health_figures.h"
#include "emit/page_listing.h"
#include "emit/site_urls.h"

namespace runbookc {

namespace {

constexpr std::size_t kMaxFindingsOfRule = 500;

struct Shared {
  const SiteInput& input;
  SiteTree tree;
  FindingPlaces places;
  std::vector<RuleFigures> rules;
};

TemplateData frame(const Shared& shared, std::string_view url, std::string_view title) {
  TemplateData data = listing_frame(shared.input, shared.tree, url, title, "");
  data.lists["crumbs"].push_back(link_item(std::string(site_words(shared.input).text("health")),
                                           relative_url(url, kHealthUrl)));
  for (const char* name : {"more", "why"}) data.flags[std::string("has_") + name] = false;
  data.flags["filtered"] = true;
  data.text["diagnostics_json"] = relative_url(url, "diagnostics.json");
  return data;
}

void set_more(TemplateData& data, const Shared& shared, std::size_t shown, std::size_t total) {
  if (shown == total) return;
  const std::string part = std::to_string(shown);
  const std::string all = std::to_string(total);
  set_text(data, "more",
           site_words(shared.input).fill("findings.more", {{"shown", part}, {"total", all}}));
}

std::string page_html(const Shared& shared, std::size_t number) {
  const auto& findings = shared.input.report.diagnostics;
  const std::string url = FindingPlaces::page_url(number);
  const Words& words = site_words(shared.input);
  TemplateData data = frame(shared, url, words.text("health.findings"));
  set_text(data, "lead", words.count("count.finding", findings.size()));
  set_more(data, shared, shared.places.listed(), findings.size());
  const auto [begin, end] = shared.places.range(number);
  std::vector<const Diagnostic*> shown;
  for (std::size_t i = begin; i < end; ++i) shown.push_back(&findings[i]);
  set_list(data, "files", finding_groups(shared.input, url, shown));
  set_page_links(data, FindingPlaces::page_url(0), shared.places.count(), number);
  return render_page(shared.input, "findings", data);
}

std::string rule_html(const Shared& shared, const RuleFigures& rule) {
  const std::string url = listing_url("health", rule.code);
  const std::string title = std::string(rule.code) + " " + std::string(rule.name);
  TemplateData data = frame(shared, url, title);
  for (const RuleSummary& known : shared.input.report.rules) {
    if (known.code == rule.code) set_text(data, "lead", std::string(known.summary));
  }
  set_more(data, shared, std::min(rule.findings, kMaxFindingsOfRule), rule.findings);
  std::vector<const Diagnostic*> shown;
  for (const Diagnostic& finding : shared.input.report.diagnostics) {
    if (shown.size() == kMaxFindingsOfRule) break;
    if (finding.code == rule.code) shown.push_back(&finding);
  }
  set_list(data, "files", finding_groups(shared.input, url, shown));
  return render_page(shared.input, "findings", data);
}

std::vector<PlannedArtifact> plan(const SiteInput& input) {
  const auto shared = std::make_shared<const Shared>(Shared{
      input, SiteTree(input.corpus), FindingPlaces(input), rule_figures(input.report.diagnostics)});
  std::vector<PlannedArtifact> planned;
  for (std::size_t number = 0; number < shared->places.count(); ++number) {
    planned.push_back({FindingPlaces::page_url(number),
                       [shared, number] { return page_html(*shared, number); }, ""});
  }
  for (const RuleFigures& rule : shared->rules) {
    planned.push_back({listing_url("health", rule.code),
                       [shared, &rule] { return rule_html(*shared, rule); }, ""});
  }
  return planned;
}

}  // namespace

const ArtifactMaker& findings_artifact() {
  static const ArtifactMaker maker = {
      .name = "findings",
      .description = "the findings in full, by file and by rule",
      .plan = plan,
  };
  return maker;
}

}  // namespace runbookc
