#include "adopt/stated_history.h"

#include <catch2/catch.hpp>

#include "parse/document_parser.h"

namespace runbookc {
namespace {

// "version date", "? reason", or "" for no history.
std::string read(const std::string& text) {
  const SourceFile file("a.md", "# A\n\n" + text);
  const StatedHistory history =
      stated_history(parse_document(file, "a.md", {}), file, *parse_date("2026-06-01"));
  if (history.doubt) return "? " + history.doubt->reason;
  return history.newest ? history.newest->version + " " + history.newest->date_text : "";
}

std::string table(const std::string& title, const std::string& rows) {
  return "## " + title + "\n\n| Date | Version |\n| --- | --- |\n" + rows;
}

}  // namespace

TEST_CASE("the newest row of a history is taken if each row is certain") {
  CHECK(read(table("Revision History", "| 2026-01-02 | 1.0 |\n| 2026-02-03 | 1.1 |\n")) ==
        "1.1 2026-02-03");
  CHECK(read(table("History", "| 2026-01-02 | 1.0 |\n|  |  |\n")) == "1.0 2026-01-02");
  CHECK(read(table("Change Log", "| 2026-01-02 | 1.0 |\n| 01.02.2026 | 1.1 |\n")) ==
        "? two dates can be meant");
  CHECK(read(table("Change Log", "| 2026-01-02 | 1.0 |\n| [DATE] | 1.1 |\n")) ==
        "? never filled in");
  CHECK(read(table("Change Log", "| 2026-01-02 | 1.0 |\n| 2027-01-02 | 1.1 |\n")) ==
        "? it lies in the future");
  CHECK(read(table("Change Log", "| 2026-01-02 | 2.0 |\n| 2026-02-03 | 1.1 |\n")) ==
        "? an earlier row has a higher version");
}

TEST_CASE("a history of incidents is none of the document") {
  const std::string rows = "| Date | Incident |\n| --- | --- |\n| 2026-01-02 | The queue |\n";
  CHECK(read("## Incident History\n\n" + rows).empty());
  CHECK(read("## History\n\n" + rows).empty());
}

}  // namespace runbookc
