#include "emit/health_figures.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "emit/pages_by_owner.h"
#include "emit/review_list.h"

namespace runbookc {

std::vector<RuleFigures> rule_figures(const std::vector<Diagnostic>& findings) {
  std::map<std::string_view, RuleFigures> by_code;
  std::map<std::string_view, std::string_view> last_file;  // findings are sorted by path
  for (const Diagnostic& finding : findings) {
    RuleFigures& rule = by_code[finding.code];
    rule.code = finding.code;
    rule.name = finding.name;
    rule.severity = std::max(rule.severity, finding.severity);
    ++rule.findings;
    std::string_view& file = last_file[finding.code];
    if (rule.findings == 1 || file != finding.path) ++rule.files;
    file = finding.path;
  }
  std::vector<RuleFigures> rules;
  rules.reserve(by_code.size());
  for (const auto& [code, rule] : by_code) rules.push_back(rule);
  std::ranges::stable_sort(rules, std::greater<>{}, [](const RuleFigures& rule) {
    return std::pair(rule.severity, rule.findings);
  });
  return rules;
}

std::vector<OwnerFigures> owner_figures(const Corpus& corpus,
                                        const std::vector<DiagnosticCounts>& findings) {
  const auto pages = pages_by_owner(corpus);
  std::vector<OwnerFigures> owners;
  for (Index i = 0; i < pages.size(); ++i) {
    if (pages[i].empty()) continue;
    OwnerFigures figures{.owner = i, .pages = pages[i].size()};
    for (const Index index : pages[i]) {
      const Page& page = corpus.pages[index];
      figures.errors += findings[page.document].errors;
      figures.warnings += findings[page.document].warnings;
      if (page.review.status == ReviewStatus::overdue) ++figures.overdue;
    }
    owners.push_back(figures);
  }
  std::ranges::stable_sort(owners, std::greater<>{}, [](const OwnerFigures& owner) {
    return std::tuple(owner.errors, owner.warnings, owner.overdue);
  });
  return owners;
}

std::vector<Index> worst_pages(const Corpus& corpus, const std::vector<DiagnosticCounts>& findings,
                               std::size_t most) {
  const auto badness = [&](Index i) {
    const Page& page = corpus.pages[i];
    const bool overdue = page.review.status == ReviewStatus::overdue;
    const DiagnosticCounts& found = findings[page.document];
    return std::tuple(found.errors, found.warnings, overdue ? -page.review.days : 0);
  };
  std::vector<Index> pages;
  for (Index i = 0; i < corpus.pages.size(); ++i) {
    if (corpus.pages[i].published && badness(i) > std::tuple(0U, 0U, 0)) pages.push_back(i);
  }
  std::ranges::stable_sort(pages, std::greater<>{}, badness);
  if (pages.size() > most) pages.resize(most);
  return pages;
}

Freshness freshness(const Corpus& corpus) {
  Freshness counts;
  for (const Index index : pages_by_review(corpus, true)) {
    switch (corpus.pages[index].review.status) {
      case ReviewStatus::unknown:
        ++counts.undated;
        break;
      case ReviewStatus::current:
        ++counts.current;
        break;
      case ReviewStatus::due_soon:
        ++counts.due_soon;
        break;
      case ReviewStatus::overdue:
        ++counts.overdue;
        break;
    }
  }
  return counts;
}

Ownership ownership(const Corpus& corpus) {
  Ownership counts;
  for (const Page& page : corpus.pages) {
    if (!page.published) continue;
    const bool known = std::ranges::any_of(page.owners, [](Index i) { return i != kNone; });
    const bool active = std::ranges::any_of(
        page.owners, [&](Index i) { return i != kNone && corpus.owners.owners()[i].active; });
    if (page.metadata.owners.empty()) {
      ++counts.none;
    } else if (active || !corpus.owners.exists()) {
      ++counts.owned;
    } else {
      ++(known ? counts.inactive : counts.unknown);
    }
  }
  return counts;
}

ReviewCalendar review_calendar(const Corpus& corpus) {
  ReviewCalendar calendar;
  const std::chrono::year_month_day today{corpus.today};
  const std::chrono::year_month first = today.year() / today.month();
  for (int i = 0; i < 12; ++i) {
    calendar.months[std::size_t(i)].month = first + std::chrono::months{i};
  }
  for (const Index index : pages_by_review(corpus, false)) {
    const Review& review = corpus.pages[index].review;
    if (review.status == ReviewStatus::overdue) {
      calendar.overdue.push_back(index);
      continue;
    }
    const std::chrono::year_month_day due{*review.due};
    // What was due yesterday is not overdue yet, and may lie in the month before.
    const auto ahead = std::max(due.year() / due.month() - first, std::chrono::months{0}).count();
    if (ahead < 12) {
      calendar.months[std::size_t(ahead)].pages.push_back(index);
    } else {
      calendar.later.push_back(index);
    }
  }
  return calendar;
}

}  // namespace runbookc
