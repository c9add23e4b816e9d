#include "cli/built_site.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "cli/baseline_option.h"
#include "cli/session.h"

namespace runbookc {
namespace {

using Findings = std::vector<const Diagnostic*>;
using PathsByFile = std::unordered_map<std::string, std::string_view>;

// The document that each page was made of.
PathsByFile document_paths(const Corpus& corpus) {
  PathsByFile paths;
  for (const Page& page : corpus.pages) {
    if (page.published) paths.emplace(page.url, corpus.path_of(page));
  }
  return paths;
}

Findings findings_of(const std::vector<Diagnostic>& sorted, std::string_view path, Severity least) {
  Findings findings;
  for (const Diagnostic& found : std::ranges::equal_range(
           sorted, path, {}, [](const Diagnostic& one) { return std::string_view(one.path); })) {
    if (found.severity >= least) findings.push_back(&found);
  }
  return findings;
}

LiveSite live_site(const BuiltSite& site, LiveAssets assets, Severity least) {
  const auto findings = [&site, least,
                         paths = document_paths(site.analysis.corpus)](std::string_view file) {
    const auto path = paths.find(std::string(file));
    return path == paths.end() ? Findings()
                               : findings_of(site.report.diagnostics, path->second, least);
  };
  return {.site = ServedSite(plan_site(site.input), *site.project.files),
          .assets = std::move(assets),
          .findings = findings};
}

}  // namespace

BuiltSite::BuiltSite(Project opened, Analysis analysed, SiteParts with, LiveAssets live_assets,
                     Severity least, unsigned threads)
    : project(std::move(opened)),
      analysis(std::move(analysed)),
      report(capped(make_report(project, analysis))),
      parts(std::move(with)),
      input{.corpus = analysis.corpus,
            .report = report,
            .templates = parts.templates,
            .assets = parts.assets,
            .threads = threads},
      live(live_site(*this, std::move(live_assets), least)) {}

Result<std::unique_ptr<BuiltSite>> build_site_in_memory(Session& session, Project project,
                                                        const Arguments& arguments,
                                                        const BuiltSite* earlier) {
  const std::string& language = project.config.site.language;
  auto parts = load_site_parts(*project.files, language);
  if (!parts) return shown_from_here(project, parts.error());
  auto assets = load_live_assets(*project.files, parts->templates.words(language));
  if (!assets) return shown_from_here(project, assets.error());
  const Corpus* known = earlier == nullptr ? nullptr : &earlier->analysis.corpus;
  auto analysis = analyse_with_baseline(
      session, project,
      {.render = true, .output_folder = configured_output(project), .earlier = known}, arguments);
  if (!analysis) return analysis.error();
  return std::make_unique<BuiltSite>(
      std::move(project), *std::move(analysis), *std::move(parts), *std::move(assets),
      session.verbose ? Severity::info : Severity::warning, session.threads);
}

}  // namespace runbookc
