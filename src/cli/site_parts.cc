#include "cli/site_parts.h"

#include <fmt/format.h>

#include <algorithm>

namespace runbookc {

Result<SiteParts> load_site_parts(const Files& files, std::string_view language) {
  auto templates = Templates::load(files);
  if (!templates) return templates.error();
  auto assets = load_assets(files, templates->words(language));
  if (!assets) return assets.error();
  return SiteParts{.templates = *std::move(templates), .assets = *std::move(assets)};
}

Result<std::string> render_artifact(const Project& project, const Analysis& analysis,
                                    std::string_view path) {
  const auto parts = load_site_parts(*project.files, analysis.corpus.config.site.language);
  if (!parts) return parts.error();
  const Report report = capped(make_report(project, analysis));
  const SiteInput input{.corpus = analysis.corpus,
                        .report = report,
                        .templates = parts->templates,
                        .assets = parts->assets};
  const auto planned = plan_site(input);
  const auto found = std::ranges::find(planned, path, &PlannedArtifact::path);
  if (found == planned.end() || !found->render) {
    return Error{fmt::format("this project's site has no {}", path), ""};
  }
  return found->render();
}

}  // namespace runbookc
