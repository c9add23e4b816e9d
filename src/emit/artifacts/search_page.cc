// The page that searches by itself: where links to a search lead, and who has no scripts finds the
// lists. What narrows a search are links to those lists, which the script turns into choices.
#include <algorithm>
#include <array>

#include "emit/command_catalogue.h"
#include "emit/listed_names.h"
#include "emit/site_urls.h"
#include "search/page_texts.h"

namespace runbookc {

namespace {

// Choices of a kind that are shown: those with the most pages.
constexpr std::size_t kMostChoices = 12;

struct ChoiceKind {
  std::string_view listing;  // of listed_names
  std::string_view filter;   // before the colon
};
constexpr ChoiceKind kKinds[] = {
    {"services", "service"}, {"owners", "owner"}, {"types", "type"}, {"severities", "severity"}};

TemplateData choice(std::string title, const std::string& url, std::string filter) {
  TemplateData item = link_item(std::move(title), relative_url(kSearchUrl, url));
  item.text["filter"] = std::move(filter);
  return item;
}

std::vector<TemplateData> choices_of(const SiteInput& input, const ChoiceKind& kind) {
  std::vector<ListedName> names = listed_names(input, kind.listing);
  std::erase_if(names, [](const ListedName& listed) { return listed.pages.empty(); });
  if (names.size() > kMostChoices) {
    std::ranges::stable_sort(names, std::greater(),
                             [](const ListedName& listed) { return listed.pages.size(); });
    names.resize(kMostChoices);
  }
  std::vector<TemplateData> items;
  items.reserve(names.size());
  for (const ListedName& listed : names) {
    items.push_back(choice(listed.title, listing_url(kind.listing, listed.name),
                           std::string(kind.filter) + ":" + filter_value(listed.name)));
  }
  return items;
}

std::vector<TemplateData> risk_choices(const SiteInput& input) {
  std::array<bool, kRisksByHarm.size()> seen = {};
  for (const Page& page : input.corpus.pages) {
    if (!page.published) continue;
    for (const Command& command : input.corpus.documents[page.document].commands) {
      seen[std::size_t(std::ranges::find(kRisksByHarm, command.risk) - kRisksByHarm.begin())] =
          true;
    }
  }
  std::vector<TemplateData> items;
  for (std::size_t i = 0; i < seen.size(); ++i) {
    if (!seen[i]) continue;
    const std::string name(risk_name(kRisksByHarm[i]));
    items.push_back(choice(std::string(site_words(input).text("risk." + name)),
                           risk_listing_url(kRisksByHarm[i]), "risk:" + name));
    items.back().text["risk"] = name;
  }
  return items;
}

TemplateData group(const SiteInput& input, std::string_view filter,
                   std::vector<TemplateData> choices) {
  TemplateData item =
      link_item(std::string(site_words(input).text("search.filter." + std::string(filter))), "");
  item.lists["choices"] = std::move(choices);
  return item;
}

std::vector<TemplateData> groups_of(const SiteInput& input) {
  std::vector<TemplateData> groups;
  for (const ChoiceKind& kind : kKinds) {
    auto choices = choices_of(input, kind);
    if (!choices.empty()) groups.push_back(group(input, kind.filter, std::move(choices)));
  }
  auto risks = risk_choices(input);
  if (!risks.empty()) groups.push_back(group(input, "risk", std::move(risks)));
  return groups;
}

std::string search_html(const SiteInput& input) {
  const SiteTree tree(input.corpus);
  TemplateData data = page_frame(input, kSearchUrl, site_words(input).text("search"));
  data.lists["crumbs"] = crumbs(input, tree, kSearchUrl, kNone);
  data.lists["choice_groups"] = groups_of(input);
  return render_page(input, "search", data);
}

std::vector<PlannedArtifact> plan(const SiteInput& input) {
  return {{std::string(kSearchUrl), [&input] { return search_html(input); }, ""}};
}

}  // namespace

const ArtifactMaker& search_page_artifact() {
  static const ArtifactMaker maker = {
      .name = "search_page",
      .description = "the page for links to a search, with what narrows it",
      .plan = plan,
  };
  return maker;
}

}  // namespace runbookc
