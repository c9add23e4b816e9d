#include "prose/review_sentence.h"

#include <catch2/catch.hpp>

#include "parse/document_parser.h"

namespace runbookc {
namespace {

std::string interval_in(const std::string& last) {
  const SourceFile file("a.md", "# A\n\n## Steps\n\n1. Go\n\n---\n\n" + last + "\n");
  const auto found = find_review_sentence(parse_document(file, "a.md", {}));
  return found ? found->text + "=" + format_interval(found->every) : "";
}

}  // namespace

TEST_CASE("an interval of reviews is read from a sentence about the document") {
  CHECK(interval_in("This runbook should be reviewed and updated quarterly.") ==
        "quarterly=3 months");
  CHECK(interval_in("Review this page every 6 months.") == "every 6 months=6 months");
  CHECK(interval_in("The document is reviewed every year") == "every year=1 year");
}

TEST_CASE("only of this document, and without conditions") {
  for (const char* text :
       {"This runbook is not reviewed quarterly.", "This runbook's alerts are reviewed quarterly.",
        "The page owner reviews the dashboards quarterly.",
        "Access to this page is reviewed monthly.",
        "This runbook is reviewed monthly or quarterly.",
        "Unless it changes, this page is reviewed yearly.", "This runbook isn't reviewed yearly.",
        "Runbooks are reviewed quarterly by each team."}) {
    CAPTURE(text);
    CHECK(interval_in(text).empty());
  }
  CHECK(interval_in("This operations runbook should be reviewed quarterly to stay current.") ==
        "quarterly=3 months");
  CHECK(interval_in("This runbook must be tested and reviewed at least quarterly by its owner.") ==
        "quarterly=3 months");
}

TEST_CASE("other intervals, and two that differ, say nothing") {
  CHECK(interval_in("Review the dashboards weekly.").empty());
  CHECK(interval_in("This runbook is updated regularly.").empty());
  CHECK(interval_in("This runbook is reviewed monthly. The document is reviewed yearly.").empty());
  CHECK(interval_in("Review this runbook daily.").empty());
}

}  // namespace runbookc
