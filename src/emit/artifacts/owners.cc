#include <memory>

#include "emit/artifact.h"
#include "emit/pages_by_owner.h"
#include "emit/site_urls.h"
#include "emit/site_view.h"

namespace runbookc {

namespace {

struct Shared {
  const SiteInput& input;
  SiteTree tree;
  std::vector<std::vector<Index>> pages;  // parallel to the directory
};

TemplateData frame(const Shared& shared, std::string_view url, std::string_view title) {
  TemplateData data = page_frame(shared.input, url, title);
  set_navigation(data, shared.input, shared.tree, url, kNone, kNone);
  data.lists["crumbs"] = crumbs(shared.input, shared.tree, url, kNone);
  for (const char* name : {"lead", "contacts", "entries", "rows"}) {
    data.flags[std::string("has_") + name] = false;
  }
  return data;
}

std::string owner_html(const Shared& shared, Index index) {
  const Owner& owner = shared.input.corpus.owners.owners()[index];
  const std::string url = listing_url("owners", owner.id);
  const Words& words = site_words(shared.input);
  TemplateData data = frame(shared, url, owner.name);
  data.lists["crumbs"].push_back(link_item(std::string(words.text("listing.owners")),
                                           relative_url(url, listing_index_url("owners"))));
  const std::string_view lead =
      owner.kind == OwnerKind::person ? "lead.owners.person" : "lead.owners.team";
  set_text(data, "lead", std::string(words.text(owner.active ? lead : "owner.inactive")));
  set_list(data, "contacts", contact_items(shared.input, owner));
  std::vector<TemplateData> rows;
  for (const Index page : shared.pages[index]) rows.push_back(page_row(shared.input, url, page));
  set_list(data, "rows", std::move(rows));
  return render_page(shared.input, "listing", data);
}

std::string index_html(const Shared& shared) {
  const std::string url = listing_index_url("owners");
  const Words& words = site_words(shared.input);
  const auto& owners = shared.input.corpus.owners.owners();
  TemplateData data = frame(shared, url, words.text("listing.owners"));
  std::vector<TemplateData> entries;
  for (Index i = 0; i < owners.size(); ++i) {
    TemplateData entry =
        link_item(owners[i].name, relative_url(url, listing_url("owners", owners[i].id)));
    entry.text["count"] = words.count("count.page", shared.pages[i].size());
    entries.push_back(std::move(entry));
  }
  set_list(data, "entries", std::move(entries));
  return render_page(shared.input, "listing", data);
}

std::vector<PlannedArtifact> plan(const SiteInput& input) {
  std::vector<PlannedArtifact> planned;
  const auto& owners = input.corpus.owners.owners();
  if (owners.empty()) return planned;
  const auto shared = std::make_shared<const Shared>(
      Shared{input, SiteTree(input.corpus), pages_by_owner(input.corpus)});
  for (Index i = 0; i < owners.size(); ++i) {
    planned.push_back(
        {listing_url("owners", owners[i].id), [shared, i] { return owner_html(*shared, i); }, ""});
  }
  planned.push_back({listing_index_url("owners"), [shared] { return index_html(*shared); }, ""});
  return planned;
}

}  // namespace

const ArtifactMaker& owners_artifact() {
  static const ArtifactMaker maker = {
      .name = "owners",
      .description = "for each owner a page with contacts and pages, and an index of them",
      .plan = plan,
  };
  return maker;
}

}  // namespace runbookc
