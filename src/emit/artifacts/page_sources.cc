#include "emit/page_view.h"
#include "parse/secret_mask.h"

namespace runbookc {

namespace {

// The bytes that the page was made from, which the file may no longer hold; but for secrets.
std::string shown_source(const Corpus& corpus, const Page& page) {
  const SourceFile& source = corpus.source_of(page);
  const auto hidden = with_hidden_secrets(source, corpus.document_of(page));
  return std::string(hidden ? hidden->bytes() : source.bytes());
}

std::vector<PlannedArtifact> plan(const SiteInput& input) {
  std::vector<PlannedArtifact> planned;
  for (const Page& page : input.corpus.pages) {
    if (!page.published) continue;
    planned.push_back({.path = source_url(input.corpus, page),
                       .render = [&input, &page] { return shown_source(input.corpus, page); },
                       .copy_from = "",
                       .of_one_file = true});
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
