#include "emit/due_groups.h"

#include <algorithm>

#include "base/text.h"
#include "emit/review_list.h"
#include "emit/site_urls.h"

namespace runbookc {

namespace {

constexpr std::size_t kLateShown = 40;
constexpr std::size_t kOfMonth = 10;

std::string month_id(std::chrono::year_month month) {
  return "due." + format_date(month / std::chrono::day{1}).substr(0, 7);
}

std::string month_name(const Words& words, std::chrono::year_month month, std::string_view prefix) {
  return std::string(words.text(std::string(prefix) + std::to_string(unsigned{month.month()})));
}

TemplateData column(std::string label, std::string_view kind, const std::string& id,
                    std::size_t count, std::size_t most) {
  TemplateData data = link_item(std::move(label), count == 0 ? "" : "#" + id);
  data.text["kind"] = kind;
  data.text["count"] = std::to_string(count);
  const std::size_t height = count == 0 ? 0 : std::max(std::size_t{4}, count * 100 / most);
  data.text["height"] = std::to_string(height);
  data.text["y"] = std::to_string(100 - height);
  set_text(data, "year", "");
  return data;
}

TemplateData due_row(const SiteInput& input, Index index) {
  const Page& page = input.corpus.pages[index];
  TemplateData row = link_item(page.title, relative_url(kHealthUrl, page.url));
  set_text(row, "owner_names", owner_names(input.corpus, page));
  set_review(row, site_words(input), page.review);
  return row;
}

TemplateData group(const SiteInput& input, std::string heading, std::string_view kind,
                   std::string id, const std::vector<Index>& pages, std::size_t most) {
  TemplateData data;
  data.text["heading"] = std::move(heading);
  data.text["kind"] = kind;
  data.text["id"] = std::move(id);
  data.text["number"] = std::to_string(pages.size());
  std::vector<TemplateData> rows;
  for (const Index page : pages) {
    if (rows.size() == most) break;
    rows.push_back(due_row(input, page));
  }
  const std::size_t rest = pages.size() - rows.size();
  data.lists["due"] = std::move(rows);
  set_text(data, "rest", rest == 0 ? std::string() : site_words(input).count("listing.rest", rest));
  return data;
}

std::vector<Index> undated(const Corpus& corpus) {
  std::vector<Index> pages = pages_by_review(corpus, true);
  std::erase_if(pages, [&](Index i) { return corpus.pages[i].review.due.has_value(); });
  return pages;
}

}  // namespace

std::vector<TemplateData> calendar_columns(const SiteInput& input, const ReviewCalendar& calendar) {
  const Words& words = site_words(input);
  std::size_t most = std::max(calendar.overdue.size(), calendar.later.size());
  for (const auto& month : calendar.months) most = std::max(most, month.pages.size());
  std::vector<TemplateData> columns;
  if (most == 0) return columns;
  columns.push_back(column(std::string(words.text("health.late")), "overdue", "due.late",
                           calendar.overdue.size(), most));
  std::chrono::year shown{0};
  for (const auto& month : calendar.months) {
    columns.push_back(column(month_name(words, month.month, "month.short."), "current",
                             month_id(month.month), month.pages.size(), most));
    if (month.month.year() != shown) {
      shown = month.month.year();
      set_text(columns.back(), "year", std::to_string(int{shown}));
    }
  }
  columns.push_back(column(std::string(words.text("health.later")), "later", "due.later",
                           calendar.later.size(), most));
  return columns;
}

std::vector<TemplateData> due_groups(const SiteInput& input, const ReviewCalendar& calendar) {
  const Words& words = site_words(input);
  std::vector<TemplateData> groups;
  const auto add = [&](std::string heading, std::string_view kind, std::string id,
                       const std::vector<Index>& pages, std::size_t most) {
    if (pages.empty()) return;
    groups.push_back(group(input, std::move(heading), kind, std::move(id), pages, most));
  };
  add(std::string(words.text("health.overdue")), "overdue", "due.late", calendar.overdue,
      kLateShown);
  for (const auto& month : calendar.months) {
    const std::string year = std::to_string(int{month.month.year()});
    add(words.fill("month.of_year",
                   {{"month", month_name(words, month.month, "month.")}, {"year", year}}),
        "current", month_id(month.month), month.pages, kOfMonth);
  }
  add(std::string(words.text("health.later")), "later", "due.later", calendar.later, kOfMonth);
  add(std::string(words.text("health.undated")), "undated", "due.none", undated(input.corpus),
      kOfMonth);
  return groups;
}

std::string owner_names(const Corpus& corpus, const Page& page) {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < page.metadata.owners.size(); ++i) {
    const Index found = i < page.owners.size() ? page.owners[i] : kNone;
    names.push_back(found == kNone ? page.metadata.owners[i].value
                                   : corpus.owners.owners()[found].name);
  }
  return join(names, ", ");
}

}  // namespace runbookc
