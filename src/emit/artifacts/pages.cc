#include <memory>

#include "emit/emergency_view.h"
#include "emit/finding_places.h"
#include "emit/page_view.h"
#include "emit/reading_order.h"
#include "emit/site_urls.h"

namespace runbookc {

namespace {

struct Shared {
  const SiteInput& input;
  SiteTree tree;
  ReadingOrder order;
  std::vector<DiagnosticCounts> findings;
  SectionRoles roles;
  FindingPlaces places;
};

// Sets the links to the pages before and after this one.
void set_neighbours(TemplateData& data, const Shared& shared, Index index) {
  const Page& page = shared.input.corpus.pages[index];
  bool any = false;
  const auto set = [&](const std::string& name, Index other) {
    std::vector<TemplateData> link;
    if (other != kNone) {
      const Page& next = shared.input.corpus.pages[other];
      link.push_back(link_item(next.title, relative_url(page.url, next.url)));
    }
    any = any || !link.empty();
    data.lists[name] = std::move(link);
  };
  set("previous", shared.order.before(index));
  set("next", shared.order.after(index));
  data.flags["has_neighbours"] = any;
}

std::string page_html(const Shared& shared, Index index) {
  const Page& page = shared.input.corpus.pages[index];
  const Index folder = shared.tree.folder_of(index);
  TemplateData data = page_frame(shared.input, page.url, page.title);
  set_document(data, shared.input, shared.tree, shared.findings[page.document], index);
  set_emergency(data, shared.input, shared.roles, page);
  data.text["findings_href"] = shared.places.url(page.url, page.document);
  set_neighbours(data, shared, index);
  data.lists["crumbs"] = crumbs(shared.input, shared.tree, page.url, folder);
  set_navigation(data, shared.input, shared.tree, page.url, folder, index);
  return render_page(shared.input, "page", data);
}

std::vector<PlannedArtifact> plan(const SiteInput& input) {
  SiteTree tree(input.corpus);
  ReadingOrder order(tree);
  const auto shared = std::make_shared<const Shared>(
      Shared{input, std::move(tree), std::move(order), findings_by_document(input),
             SectionRoles(input.corpus.types), FindingPlaces(input)});
  std::vector<PlannedArtifact> planned;
  for (Index i = 0; i < input.corpus.pages.size(); ++i) {
    const Page& page = input.corpus.pages[i];
    if (!page.published || page.url == kHomeUrl) continue;  // home.cc makes that one
    planned.push_back({.path = page.url,
                       .render = [shared, i] { return page_html(*shared, i); },
                       .copy_from = "",
                       .of_one_file = true});
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
