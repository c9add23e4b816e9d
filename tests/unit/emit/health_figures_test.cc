#include "emit/health_figures.h"

#include "unit/emit/memory_corpus.h"

namespace runbookc {
namespace {

Diagnostic finding(std::string code, Severity severity, std::string path) {
  Diagnostic diagnostic;
  diagnostic.code = std::move(code);
  diagnostic.severity = severity;
  diagnostic.path = std::move(path);
  return diagnostic;
}

std::string page(std::string_view front_matter) {
  return "---\n" + std::string(front_matter) + "\n---\n# A page\n\ntext\n";
}

constexpr const char* kOwners =
    "owners:\n  - { id: ops, name: Operations, kind: team }\n"
    "  - { id: gone, name: Gone, kind: person, active: false }\n";

// The findings of each document: `errors` and `warnings` of a page, none of the others.
std::vector<DiagnosticCounts> counts_of(const Corpus& corpus,
                                        const std::map<std::string, DiagnosticCounts>& by_path) {
  std::vector<DiagnosticCounts> counts(corpus.documents.size());
  for (const auto& [path, found] : by_path) counts[page_at(corpus, path)] = found;
  return counts;
}

}  // namespace

TEST_CASE("rules are counted by findings and files, the most severe first") {
  const std::vector<Diagnostic> findings = {
      finding("RB501", Severity::warning, "a.md"), finding("RB501", Severity::warning, "a.md"),
      finding("RB301", Severity::error, "b.md"), finding("RB501", Severity::warning, "b.md"),
      finding("RB401", Severity::warning, "c.md")};
  const auto rules = rule_figures(findings);
  REQUIRE(rules.size() == 3);
  CHECK(rules[0].code == "RB301");
  CHECK(rules[1].code == "RB501");
  CHECK(rules[1].findings == 3);
  CHECK(rules[1].files == 2);
  CHECK(rules[2].code == "RB401");
  CHECK(rule_figures({}).empty());
}

TEST_CASE("the worst pages are those with the most errors, then warnings, then delay") {
  const Corpus corpus =
      memory_corpus({{"clean.md", page("title: Clean")},
                     {"errors.md", page("title: Errors")},
                     {"late.md", page("last_reviewed: 2025-01-01\nreview_every: 90d")},
                     {"later.md", page("last_reviewed: 2024-01-01\nreview_every: 90d")},
                     {"warnings.md", page("title: Warnings")}});
  const auto counts = counts_of(
      corpus, {{"errors.md", {1, 0, 0}}, {"warnings.md", {0, 9, 0}}, {"clean.md", {0, 0, 4}}});
  const std::vector<Index> expected = {page_at(corpus, "errors.md"), page_at(corpus, "warnings.md"),
                                       page_at(corpus, "later.md"), page_at(corpus, "late.md")};
  CHECK(worst_pages(corpus, counts, 10) == expected);
  CHECK(worst_pages(corpus, counts, 1) == std::vector<Index>{expected.front()});
}

TEST_CASE("pages are owned, or by nobody who could be asked") {
  const Corpus corpus = memory_corpus({{"owners.yaml", kOwners},
                                       {"a.md", page("owner: ops")},
                                       {"b.md", page("owner: [gone, ops]")},
                                       {"c.md", page("owner: gone")},
                                       {"d.md", page("owner: nobody")},
                                       {"e.md", page("title: E")},
                                       {"f.md", page("status: draft")}});
  const Ownership counts = ownership(corpus);
  CHECK(counts.owned == 2);
  CHECK(counts.inactive == 1);
  CHECK(counts.unknown == 1);
  CHECK(counts.none == 1);
}

TEST_CASE("without a directory every owner that is named counts") {
  const Corpus corpus = memory_corpus({{"a.md", page("owner: ops")}, {"b.md", page("title: B")}});
  const Ownership counts = ownership(corpus);
  CHECK(counts.owned == 1);
  CHECK(counts.unknown == 0);
  CHECK(counts.none == 1);
}

TEST_CASE("freshness counts what is to be reviewed, and no other page") {
  const Corpus corpus =
      memory_corpus({{"a.md", page("last_reviewed: 2026-11-01\nreview_every: 90d")},
                     {"b.md", page("last_reviewed: 2026-09-01\nreview_every: 90d")},
                     {"c.md", page("last_reviewed: 2025-09-01\nreview_every: 90d")},
                     {"d.md", page("type: runbook")},
                     {"e.md", page("title: No review is asked of it")}});
  const Freshness counts = freshness(corpus);
  CHECK(counts.current == 1);
  CHECK(counts.due_soon == 1);
  CHECK(counts.overdue == 1);
  CHECK(counts.undated == 1);
}

TEST_CASE("the calendar has twelve months, what is late before and the rest behind") {
  const Corpus corpus = memory_corpus({{"a.md", page("next_review: 2026-11-30")},
                                       {"b.md", page("next_review: 2026-11-20")},  // within grace
                                       {"c.md", page("next_review: 2026-10-01")},
                                       {"d.md", page("next_review: 2027-10-31")},
                                       {"e.md", page("next_review: 2027-11-01")}});
  const ReviewCalendar calendar = review_calendar(corpus);
  CHECK(calendar.overdue == std::vector<Index>{page_at(corpus, "c.md")});
  CHECK(calendar.months.front().month == std::chrono::year{2026} / std::chrono::November);
  CHECK(calendar.months.front().pages ==
        std::vector<Index>{page_at(corpus, "b.md"), page_at(corpus, "a.md")});
  CHECK(calendar.months.back().month == std::chrono::year{2027} / std::chrono::October);
  CHECK(calendar.months.back().pages == std::vector<Index>{page_at(corpus, "d.md")});
  CHECK(calendar.later == std::vector<Index>{page_at(corpus, "e.md")});
}

TEST_CASE("owners are sorted by what waits for them, and idle ones are left out") {
  const Corpus corpus = memory_corpus(
      {{"owners.yaml",
        "owners:\n  - { id: a, name: A, kind: team }\n  - { id: b, name: B, kind: team }\n"
        "  - { id: idle, name: Idle, kind: team }\n"},
       {"one.md", page("owner: a")},
       {"two.md", page("owner: b\nnext_review: 2026-01-01")}});
  const auto owners = owner_figures(corpus, counts_of(corpus, {{"two.md", {2, 1, 0}}}));
  REQUIRE(owners.size() == 2);
  CHECK(corpus.owners.owners()[owners[0].owner].id == "b");
  CHECK(owners[0].errors == 2);
  CHECK(owners[0].warnings == 1);
  CHECK(owners[0].overdue == 1);
  CHECK(owners[1].pages == 1);
}

}  // namespace runbookc
