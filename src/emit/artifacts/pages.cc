#include <memory>

#include "emit/page_view.h"
#include "emit/site_urls.h"

namespace runbookc {

namespace {

struct Shared {
  const SiteInput& input;
  SiteTree tree;
  std::vector<DiagnosticCounts> findings;
};

std::string page_html(const Shared& shared, Index index) {
  const Page& page = shared.input.corpus.pages[index];
  const Index folder = shared.tree.folder_of(index);
  TemplateData data = page_frame(shared.input, page.url, page.title);
  set_document(data, shared.input, shared.tree, shared.findings[page.document], index);
  data.lists["crumbs"] = crumbs(shared.input, shared.tree, page.url, folder);
  set_navigation(data, shared.input, shared.tree, page.url, folder, index);
  return render_page(shared.input, "page", data);
}

std::vector<PlannedArtifact> plan(const SiteInput& input) {
  const auto shared = std::make_shared<const Shared>(
      Shared{input, SiteTree(input.corpus), findings_by_document(input)});
  std::vector<PlannedArtifact> planned;
  for (Index i = 0; i < input.corpus.pages.size(); ++i) {
    const Page& page = input.corpus.pages[i];
    if (!page.published || page.url == kHomeUrl) continue;  // home.cc makes that one
    planned.push_back({page.url, [shared, i] { return page_html(*shared, i); }, ""});
  }
  return planned;
}

}  // namespace

const ArtifactMaker& pages_artifact() {
  static const ArtifactMaker maker = {
      .name = "pages",
      .description = "a page for each published document",
      .plan = plan,
  };
  return maker;
}

}  // namespace runbookc
