#include <algorithm>
#include <memory>
#include <span>
#include <unordered_map>

#include "emit/command_catalogue.h"
#include "emit/command_rows.h"
#include "emit/page_listing.h"
#include "emit/site_urls.h"

namespace runbookc {

namespace {

constexpr std::size_t kAllOnOnePage = 150;
constexpr std::size_t kCommandsOfPage = 250;
constexpr std::size_t kMaxPages = 4;       // of one list; the rest is in commands.json
constexpr std::size_t kHarmfulShown = 60;  // on the first page of all

struct Shared {
  const SiteInput& input;
  SiteTree tree;
  CommandCatalogue catalogue;

  const Command& command(Index entry) const {
    return command_of(input.corpus, catalogue.entries[entry]);
  }
};

// One list of commands, on pages.
struct List {
  std::string url;
  std::string title;
  std::string lead;
  std::vector<Index> entries;  // those that are shown
  std::size_t total = 0;
  CommandGrouping grouping = CommandGrouping::by_risk;

  std::size_t pages() const {
    return std::max(std::size_t{1}, (entries.size() + kCommandsOfPage - 1) / kCommandsOfPage);
  }
};

// The number of commands of each risk, as links to their lists.
std::vector<TemplateData> risk_links(const Shared& shared, std::string_view from) {
  const Words& words = site_words(shared.input);
  std::vector<TemplateData> links;
  for (std::size_t i = 0; i < kRisksByHarm.size(); ++i) {
    const std::size_t n = shared.catalogue.by_risk[i];
    if (n == 0) continue;
    const std::string risk(risk_name(kRisksByHarm[i]));
    const std::string url = risk_listing_url(kRisksByHarm[i]);
    TemplateData link = link_item(words.count("count.risk." + risk, n), relative_url(from, url));
    link.text["risk"] = risk;
    link.flags["current"] = url == from;
    links.push_back(std::move(link));
  }
  return links;
}

TemplateData frame(const Shared& shared, std::string_view url, std::string_view title) {
  TemplateData data = listing_frame(shared.input, shared.tree, url, title, "");
  if (url != kCommandsUrl) {
    data.lists["crumbs"].push_back(
        link_item(std::string(site_words(shared.input).text("listing.commands")),
                  relative_url(url, kCommandsUrl)));
  }
  set_list(data, "risks", risk_links(shared, url));
  data.text["level"] = "2";  // of the groups' headings
  for (const char* name : {"tools", "command_groups", "more", "heading"}) {
    data.flags[std::string("has_") + name] = false;
  }
  return data;
}

std::string list_html(const Shared& shared, const List& list, std::size_t number) {
  const std::string url = numbered_url(list.url, number);
  TemplateData data = frame(shared, url, list.title);
  set_text(data, "lead", list.lead);
  set_page_links(data, list.url, list.pages(), number);
  const std::size_t begin = number * kCommandsOfPage;
  const std::size_t end = std::min(list.entries.size(), begin + kCommandsOfPage);
  const std::span<const Index> shown(list.entries.data() + begin, end - begin);
  set_list(data, "command_groups",
           command_groups(shared.input, url, shared.catalogue, shown, list.grouping));
  const std::string all = std::to_string(list.total);
  const std::string some = std::to_string(list.entries.size());
  if (list.entries.size() < list.total) {
    set_text(data, "more",
             site_words(shared.input).fill("commands.more", {{"shown", some}, {"total", all}}));
  }
  return render_page(shared.input, "commands", data);
}

// Each entry is asked for its rank once: for that its document is looked up.
template <typename Rank>
void sort_by(std::vector<Index>& entries, Rank rank_of) {
  std::vector<std::pair<std::size_t, Index>> ranked;
  ranked.reserve(entries.size());
  for (const Index entry : entries) ranked.emplace_back(rank_of(entry), entry);
  std::ranges::stable_sort(ranked, {}, &std::pair<std::size_t, Index>::first);
  std::ranges::transform(ranked, entries.begin(), &std::pair<std::size_t, Index>::second);
}

// Without what is over the limit, of which `rank_of` says what goes first.
template <typename Rank>
std::vector<Index> bounded(std::vector<Index> entries, Rank rank_of) {
  sort_by(entries, rank_of);
  if (entries.size() > kCommandsOfPage * kMaxPages) entries.resize(kCommandsOfPage * kMaxPages);
  return entries;
}

List tool_list(const Shared& shared, const CatalogueTool& tool) {
  const Words& words = site_words(shared.input);
  return {
      .url = listing_url("commands", tool.name),
      .title = tool.name,
      .lead = words.count("count.command", tool.entries.size()),
      .entries = bounded(tool.entries, [&](Index i) { return harm_of(shared.command(i).risk); }),
      .total = tool.entries.size(),
      .grouping = CommandGrouping::by_risk};
}

std::vector<Index> entries_of_risk(const Shared& shared, Risk risk) {
  std::vector<Index> entries;
  for (Index i = 0; i < shared.catalogue.entries.size(); ++i) {
    if (shared.command(i).risk == risk) entries.push_back(i);
  }
  return entries;
}

List risk_list(const Shared& shared, Risk risk) {
  const Words& words = site_words(shared.input);
  std::vector<Index> entries = entries_of_risk(shared, risk);
  const std::size_t total = entries.size();
  const std::string name(risk_name(risk));
  return {.url = risk_listing_url(risk),
          .title = std::string(words.text("risk." + name + ".many")),
          .lead = std::string(words.text("risk." + name + ".lead")),
          .entries = bounded(std::move(entries), [](Index i) { return i; }),
          .total = total,
          .grouping = CommandGrouping::by_page};
}

// The columns of the table of programs: the risks that some command has.
std::vector<TemplateData> risk_columns(const Shared& shared) {
  std::vector<TemplateData> columns;
  for (std::size_t i = 0; i < kRisksByHarm.size(); ++i) {
    if (shared.catalogue.by_risk[i] == 0) continue;
    const std::string word = "risk." + std::string(risk_name(kRisksByHarm[i]));
    columns.push_back(link_item(std::string(site_words(shared.input).text(word)), ""));
  }
  return columns;
}

std::vector<TemplateData> tool_rows(const Shared& shared) {
  std::vector<TemplateData> rows;
  for (const CatalogueTool& tool : shared.catalogue.tools) {
    TemplateData row =
        link_item(tool.name, relative_url(kCommandsUrl, listing_url("commands", tool.name)));
    row.text["count"] = std::to_string(tool.entries.size());
    std::vector<TemplateData> counts;
    for (std::size_t i = 0; i < kRisksByHarm.size(); ++i) {
      if (shared.catalogue.by_risk[i] == 0) continue;
      TemplateData count;
      count.flags["any"] = tool.by_risk[i] > 0;
      count.text["n"] = std::to_string(tool.by_risk[i]);
      counts.push_back(std::move(count));
    }
    row.lists["counts"] = std::move(counts);
    rows.push_back(std::move(row));
  }
  return rows;
}

// All of them under their programs, the most used program first.
std::vector<Index> entries_by_program(const Shared& shared) {
  std::unordered_map<std::string_view, std::size_t> rank;
  for (const CatalogueTool& tool : shared.catalogue.tools) rank.emplace(tool.name, rank.size());
  const auto rank_of = [&](Index entry) {
    const auto found = rank.find(main_program(shared.command(entry)));
    return found == rank.end() ? rank.size() : found->second;
  };
  std::vector<Index> entries(shared.catalogue.entries.size());
  for (Index i = 0; i < entries.size(); ++i) entries[i] = i;
  sort_by(entries, rank_of);
  return entries;
}

// What here can hurt: the beginning of the list of what destroys.
void set_harmful(TemplateData& data, const Shared& shared) {
  const Words& words = site_words(shared.input);
  std::vector<Index> entries = entries_of_risk(shared, Risk::destroy);
  const std::size_t total = entries.size();
  if (entries.size() > kHarmfulShown) entries.resize(kHarmfulShown);
  data.text["level"] = "3";
  set_text(data, "heading", std::string(entries.empty() ? "" : words.text("commands.harmful")));
  set_list(data, "command_groups",
           command_groups(shared.input, kCommandsUrl, shared.catalogue, entries,
                          CommandGrouping::by_page));
  const std::string n = std::to_string(total);
  set_text(data, "all",
           total > entries.size() ? words.fill("home.more", {{"n", n}}) : std::string());
  data.text["all_href"] = relative_url(kCommandsUrl, risk_listing_url(Risk::destroy));
}

std::string first_html(const Shared& shared) {
  const Words& words = site_words(shared.input);
  const std::size_t total = shared.catalogue.entries.size();
  TemplateData data = frame(shared, kCommandsUrl, words.text("listing.commands"));
  set_text(data, "lead", std::string(words.text(total == 0 ? "commands.none" : "commands.lead")));
  if (total <= kAllOnOnePage) {
    set_list(data, "command_groups",
             command_groups(shared.input, kCommandsUrl, shared.catalogue,
                            entries_by_program(shared), CommandGrouping::by_program));
  } else {
    set_harmful(data, shared);
    set_list(data, "tools", tool_rows(shared));
    set_list(data, "tool_columns", risk_columns(shared));
  }
  return render_page(shared.input, "commands", data);
}

void plan_list(std::vector<PlannedArtifact>& planned, const std::shared_ptr<const Shared>& shared,
               List made) {
  if (made.entries.empty()) return;
  const auto list = std::make_shared<const List>(std::move(made));
  for (std::size_t number = 0; number < list->pages(); ++number) {
    planned.push_back({numbered_url(list->url, number),
                       [shared, list, number] { return list_html(*shared, *list, number); }, ""});
  }
}

std::vector<PlannedArtifact> plan(const SiteInput& input) {
  const auto shared = std::make_shared<const Shared>(
      Shared{input, SiteTree(input.corpus), command_catalogue(input.corpus)});
  std::vector<PlannedArtifact> planned;
  planned.push_back({std::string(kCommandsUrl), [shared] { return first_html(*shared); }, ""});
  for (const CatalogueTool& tool : shared->catalogue.tools) {
    plan_list(planned, shared, tool_list(*shared, tool));
  }
  for (const Risk risk : kRisksByHarm) plan_list(planned, shared, risk_list(*shared, risk));
  return planned;
}

}  // namespace

const ArtifactMaker& commands_artifact() {
  static const ArtifactMaker maker = {
      .name = "commands",
      .description = "the commands of all pages, by program and by what they would do",
      .plan = plan,
  };
  return maker;
}

}  // namespace runbookc
