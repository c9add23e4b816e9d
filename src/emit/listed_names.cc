#include "emit/listed_names.h"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>
#include <utility>

#include "base/text.h"
#include "emit/pages_by_owner.h"
#include "emit/words.h"

namespace runbookc {

namespace {

using PagesByName = std::map<std::string, std::vector<Index>, std::less<>>;

constexpr std::array<std::pair<std::string_view, int>, 9> kRanks = {{
    {"alert", 0},
    {"incident-response", 1},
    {"escalation", 2},
    {"on-call", 3},
    {"operations", 4},
    {"runbook", 5},
    {"page", 7},
    {"index", 8},
    {"template", 9},
}};
constexpr int kOwnTypes = 6;  // those that the project made

std::string lead_of(const SiteInput& input, std::string_view kind) {
  return std::string(site_words(input).text("lead." + std::string(kind)));
}

std::vector<ListedName> by_name(const SiteInput& input, std::string_view kind,
                                const PagesByName& pages) {
  std::vector<ListedName> names;
  for (const auto& [name, all] : pages) {
    ListedName listed{name, name, "", lead_of(input, kind), all};
    std::erase_if(listed.pages, [&](Index page) { return !input.corpus.pages[page].published; });
    if (!listed.pages.empty()) names.push_back(std::move(listed));
  }
  return names;
}

PagesByName pages_by_severity(const Corpus& corpus) {
  PagesByName pages;
  for (Index i = 0; i < corpus.pages.size(); ++i) {
    if (!corpus.pages[i].published) continue;
    for (const auto& level : corpus.pages[i].metadata.severity) {
      std::vector<Index>& those = pages[level.value];
      if (those.empty() || those.back() != i) those.push_back(i);
    }
  }
  return pages;
}

// What the project says of a level, for its page.
std::string severity_lead(const SiteInput& input, const SeverityLevel& level) {
  std::string lead = level.description;
  if (level.response_time.empty()) return lead.empty() ? lead_of(input, "severities") : lead;
  if (!lead.empty()) lead += lead.ends_with('.') ? " " : ". ";
  return lead + site_words(input).fill("severity.answer", {{"time", level.response_time}});
}

// The project's scale in its order, as far as anything is known of a level; then what pages say
// besides.
std::vector<ListedName> severities(const SiteInput& input) {
  PagesByName pages = pages_by_severity(input.corpus);
  std::vector<ListedName> names;
  for (const SeverityLevel& level : input.corpus.config.severities) {
    auto found = pages.extract(level.name);
    if (found.empty() && level.response_time.empty()) continue;
    names.push_back({level.name, level.name, level.response_time, severity_lead(input, level),
                     found.empty() ? std::vector<Index>() : std::move(found.mapped())});
  }
  std::ranges::move(by_name(input, "severities", pages), std::back_inserter(names));
  return names;
}

std::vector<ListedName> types(const SiteInput& input) {
  PagesByName pages;
  for (Index i = 0; i < input.corpus.pages.size(); ++i) {
    if (input.corpus.pages[i].published) pages[input.corpus.pages[i].type].push_back(i);
  }
  std::vector<ListedName> names = by_name(input, "types", pages);
  for (ListedName& listed : names) {
    listed.title = type_title(input, listed.name);
    const Page& any = input.corpus.pages[listed.pages.front()];
    const DocumentType* type = input.corpus.type_of(any);
    listed.lead = type == nullptr ? "" : type->description;
  }
  std::ranges::sort(names, {}, [](const ListedName& listed) {
    return std::tuple(type_rank(listed.name), listed.title, listed.name);
  });
  return names;
}

std::vector<ListedName> owners(const SiteInput& input) {
  const auto pages = pages_by_owner(input.corpus);
  const auto& directory = input.corpus.owners.owners();
  std::vector<ListedName> names;
  for (Index i = 0; i < directory.size(); ++i) {
    const Owner& owner = directory[i];
    const std::string kind = owner.kind == OwnerKind::person ? "owners.person" : "owners.team";
    const std::string inactive =
        owner.active ? "" : std::string(site_words(input).text("owner.inactive"));
    names.push_back({owner.id, owner.name, inactive, lead_of(input, kind), pages[i]});
  }
  return names;
}

}  // namespace

std::vector<ListedName> listed_names(const SiteInput& input, std::string_view kind) {
  if (kind == "alerts") return by_name(input, kind, input.corpus.pages_by_alert);
  if (kind == "services") return by_name(input, kind, input.corpus.pages_by_service);
  if (kind == "tags") return by_name(input, kind, input.corpus.pages_by_tag);
  if (kind == "severities") return severities(input);
  return kind == "types" ? types(input) : owners(input);
}

std::string type_title(const SiteInput& input, std::string_view type) {
  const Words& words = site_words(input);
  const std::string word = "type." + std::string(type);
  if (words.has(word)) return std::string(words.text(word));
  const auto known = std::ranges::find(input.corpus.types, type, &DocumentType::name);
  const bool titled = known != input.corpus.types.end() && !known->title.empty();
  return titled ? known->title : std::string(type);
}

int type_rank(std::string_view type) {
  const auto* known = std::ranges::find(kRanks, type, &std::pair<std::string_view, int>::first);
  return known == kRanks.end() ? kOwnTypes : known->second;
}

bool is_for_incidents(std::string_view type) {
  return type_rank(type) > type_rank("alert") && type_rank(type) < type_rank("runbook");
}

std::vector<Index> pages_of_unnamed_alerts(const Corpus& corpus) {
  std::vector<Index> pages;
  for (Index i = 0; i < corpus.pages.size(); ++i) {
    const Page& page = corpus.pages[i];
    if (page.published && page.type == "alert" && page.metadata.alerts.empty()) pages.push_back(i);
  }
  return pages;
}

}  // namespace runbookc
