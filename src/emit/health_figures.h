// The figures of the health page: pure counts over the findings, the owners and the reviews.
#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <string_view>
#include <vector>

#include "corpus/corpus.h"
#include "diag/diagnostic.h"
#include "report/reporter.h"

namespace runbookc {

struct RuleFigures {
  std::string_view code;
  std::string_view name;
  Severity severity = Severity::off;  // the worst of its findings
  std::size_t findings = 0;
  std::size_t files = 0;
};
// Of the rules that found something: the most severe first, then the most findings.
std::vector<RuleFigures> rule_figures(const std::vector<Diagnostic>& findings);

struct OwnerFigures {
  Index owner = kNone;  // of the directory
  std::size_t pages = 0;
  std::size_t errors = 0;
  std::size_t warnings = 0;
  std::size_t overdue = 0;
};
// Of the owners that have pages: the most errors first, then warnings, then overdue reviews.
// `findings` is parallel to Corpus::documents.
std::vector<OwnerFigures> owner_figures(const Corpus& corpus,
                                        const std::vector<DiagnosticCounts>& findings);

// The published pages that want attention, at most `most`: the most errors first, then the most
// warnings, then the longest overdue.
std::vector<Index> worst_pages(const Corpus& corpus, const std::vector<DiagnosticCounts>& findings,
                               std::size_t most);

struct Freshness {  // of the pages that reviews.json lists
  std::size_t current = 0;
  std::size_t due_soon = 0;
  std::size_t overdue = 0;
  std::size_t undated = 0;
};
Freshness freshness(const Corpus& corpus);

struct Ownership {           // of the published pages
  std::size_t owned = 0;     // by somebody who is active, or whom no directory could know
  std::size_t inactive = 0;  // by nobody who still is
  std::size_t unknown = 0;   // by nobody whom the directory knows
  std::size_t none = 0;
};
Ownership ownership(const Corpus& corpus);

struct ReviewCalendar {
  struct Month {
    std::chrono::year_month month{};
    std::vector<Index> pages;  // in the order in which they are due
  };
  std::vector<Index> overdue;    // the longest first
  std::array<Month, 12> months;  // from that of today; without what is overdue
  std::vector<Index> later;
};
ReviewCalendar review_calendar(const Corpus& corpus);

}  // namespace runbookc
