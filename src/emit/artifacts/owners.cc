#include <algorithm>
#include <memory>

#include "emit/page_listing.h"
#include "emit/site_urls.h"

namespace runbookc {

namespace {

struct Shared {
  const SiteInput& input;
  SiteTree tree;
  std::vector<ListedName> names;  // parallel to the directory
  std::vector<DiagnosticCounts> findings;
};

// The pages that are late or soon due stand before the rest, the longest overdue first.
std::vector<RowGroup> groups_of(const SiteInput& input, const std::vector<Index>& pages) {
  const Words& words = site_words(input);
  RowGroup overdue{std::string(words.text("health.overdue")), {}};
  RowGroup soon{std::string(words.text("health.due_soon")), {}};
  std::vector<Index> rest;
  for (const Index index : pages) {
    const ReviewStatus status = input.corpus.pages[index].review.status;
    if (status == ReviewStatus::overdue) {
      overdue.pages.push_back(index);
    } else if (status == ReviewStatus::due_soon) {
      soon.pages.push_back(index);
    } else {
      rest.push_back(index);
    }
  }
  const auto by_days = [&](Index i) { return input.corpus.pages[i].review.days; };
  std::ranges::stable_sort(overdue.pages, {}, by_days);
  std::ranges::stable_sort(soon.pages, {}, by_days);
  std::vector<RowGroup> groups = groups_by_type(input, rest);
  const bool any_late = !overdue.pages.empty() || !soon.pages.empty();
  if (any_late && !groups.empty() && groups.front().title.empty()) {
    groups.front().title = words.text("owner.others");
  }
  groups.insert(groups.begin(), {std::move(overdue), std::move(soon)});
  return groups;
}

// How much there is, and how much of it wants attention.
std::vector<TemplateData> facts_of(const Shared& shared, const std::vector<Index>& pages) {
  const Words& words = site_words(shared.input);
  DiagnosticCounts found;
  std::size_t overdue = 0;
  for (const Index index : pages) {
    const Page& page = shared.input.corpus.pages[index];
    found.errors += shared.findings[page.document].errors;
    found.warnings += shared.findings[page.document].warnings;
    if (page.review.status == ReviewStatus::overdue) ++overdue;
  }
  std::vector<TemplateData> facts;
  const auto add = [&](std::string_view word, std::string_view kind, std::size_t n) {
    if (n == 0 && kind != "all") return;
    TemplateData fact = link_item(words.count(word, n), "");
    fact.text["kind"] = kind;
    facts.push_back(std::move(fact));
  };
  add("count.page", "all", pages.size());
  add("count.overdue", "overdue", overdue);
  add("count.error", "error", found.errors);
  add("count.warning", "warning", found.warnings);
  return facts;
}

std::string owner_html(const Shared& shared, Index index) {
  const Owner& owner = shared.input.corpus.owners.owners()[index];
  const ListedName& listed = shared.names[index];
  const std::string url = listing_url("owners", owner.id);
  TemplateData data = listing_frame(shared.input, shared.tree, url, owner.name, "owners");
  set_text(data, "lead", owner.active ? listed.lead : listed.note);
  set_list(data, "contacts", contact_items(shared.input, owner));
  set_list(data, "facts", facts_of(shared, listed.pages));
  set_groups(data, shared.input, url, groups_of(shared.input, listed.pages));
  return render_page(shared.input, "listing", data);
}

TemplateData owner_entry(const Shared& shared, std::string_view url, Index index) {
  const ListedName& listed = shared.names[index];
  TemplateData entry = name_item(shared.input, url, "owners", listed);
  const auto overdue = std::ranges::count_if(listed.pages, [&](Index page) {
    return shared.input.corpus.pages[page].review.status == ReviewStatus::overdue;
  });
  set_text(entry, "overdue",
           overdue == 0 ? std::string()
                        : site_words(shared.input).count("count.overdue", std::size_t(overdue)));
  set_list(entry, "entry_pages", {});
  return entry;
}

std::string index_html(const Shared& shared) {
  const std::string url = listing_index_url("owners");
  const Words& words = site_words(shared.input);
  TemplateData data =
      listing_frame(shared.input, shared.tree, url, words.text("listing.owners"), "");
  std::vector<TemplateData> entries;
  entries.reserve(shared.names.size());
  for (Index i = 0; i < shared.names.size(); ++i) entries.push_back(owner_entry(shared, url, i));
  data.flags["filtered"] = entries.size() > kFilteredEntries;
  set_list(data, "entries", std::move(entries));
  return render_page(shared.input, "listing", data);
}

std::vector<PlannedArtifact> plan(const SiteInput& input) {
  std::vector<PlannedArtifact> planned;
  const auto& owners = input.corpus.owners.owners();
  if (owners.empty()) return planned;
  const auto shared = std::make_shared<const Shared>(Shared{
      input, SiteTree(input.corpus), listed_names(input, "owners"), findings_by_document(input)});
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
