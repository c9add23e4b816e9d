#include "emit/page_view.h"

namespace runbookc {

namespace {

std::vector<PlannedArtifact> plan(const SiteInput& input) {
  std::vector<PlannedArtifact> planned;
  for (const Page& page : input.corpus.pages) {
    if (!page.published) continue;
    // The bytes that the page was made from, which the file may no longer hold.
    const SourceFile& source = input.corpus.source_of(page);
    planned.push_back(
        {source_url(input.corpus, page), [&source] { return std::string(source.bytes()); }, ""});
  }
  return planned;
}

}  // namespace

const ArtifactMaker& page_sources_artifact() {
  static const ArtifactMaker maker = {
      .name = "page_sources",
      .description = "each page's Markdown, beside it",
      .plan = plan,
  };
  return maker;
}

}  // namespace runbookc
