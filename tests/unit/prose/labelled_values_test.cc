#include "prose/labelled_values.h"

#include <catch2/catch.hpp>
#include <map>

#include "parse/document_parser.h"

namespace runbookc {
namespace {

using Texts = std::vector<std::string>;

// "owner=Platform Team@3": field, value, line.
Texts values_in(std::string text) {
  const SourceFile file("a.md", std::move(text));
  const Document document = parse_document(file, "a.md", {});
  Texts found;
  for (const LabelledValue& value : labelled_values(document, file)) {
    const std::string key(key_of(value.field));
    found.push_back((key.empty() ? value.label : key) + "=" + value.text + "@" +
                    std::to_string(value.span.start.line) + (value.goes_on ? " goes on" : "") +
                    (value.is_struck ? " struck" : ""));
  }
  return found;
}

}  // namespace

TEST_CASE("labels are read in every way in which people write them") {
  CHECK(
      values_in("# A\n\n**Owner**: Platform Team\n**Version:** 1.1\nLast Updated: 2026-01-02\n") ==
      Texts{"owner=Platform Team@3", "version=1.1@4", "last_updated=2026-01-02@5"});
  CHECK(values_in("# A\n\n- **Owner:** [SRE](https://example.com)\n- *Severity*: `P1`\n") ==
        Texts{"owner=SRE@3", "severity=P1@4"});
  CHECK(values_in("# A\n\n> **Maintained by** - Payments\n") == Texts{"owner=Payments@3"});
  CHECK(values_in("# A\n\n**Version:** 2 | **Owner:** DBA · **Status:** Active\n") ==
        Texts{"version=2@3", "owner=DBA@3", "status=Active@3"});
  CHECK(values_in("# A\n\n\xF0\x9F\x91\xA4 **Owner(s):** snake_case_team  \n**Audience**: ops\n") ==
        Texts{"owner=snake_case_team@3", "audience=ops@4"});
}

TEST_CASE("a date behind the words that stand for its label needs no colon") {
  CHECK(values_in("# A\n\n_Last updated 2026-03-04_\n") == Texts{"last_updated=2026-03-04@3"});
  CHECK(values_in("# A\n\nLast reviewed on 4 March 2026 by Jane.\n") ==
        Texts{"last_reviewed=4 March 2026@3"});
  CHECK(values_in("# A\n\n**Last Updated** 2026-03-04 10:00\n**Owner:** DBA\n") ==
        Texts{"last_updated=2026-03-04 10:00@3", "owner=DBA@4"});
  CHECK(values_in("# A\n\nLast updated March 2026\n") == Texts{"last_updated=March 2026@3"});
  CHECK(values_in("# A\n\nLast updated 03/04/2026\n") == Texts{"last_updated=03/04/2026@3"});
  CHECK(values_in("# A\n\nLast updated 2026-03-04 by Jane, checked 2026-05-01\n") ==
        Texts{"last_updated=2026-03-04 by Jane, checked 2026-05-01@3"});
  CHECK(values_in("# A\n\nText.\n\n## Steps\n\nGo.\n\n_Last updated 2026-03-04_\n") ==
        Texts{"last_updated=2026-03-04@9"});
}

TEST_CASE("words of a date that others say are no label") {
  for (const char* text :
       {"Last updated values are cached.", "The table was last updated 2026-03-04.",
        "The table was\nlast updated 2026-03-04 by a job.", "Last updated", "Last updated by Jane",
        "See when it was, _last updated 2026-03-04_."}) {
    CAPTURE(text);
    CHECK(values_in("# A\n\n" + std::string(text) + "\n").empty());
  }
}

TEST_CASE("tables of labels and values are read, both ways round") {
  CHECK(values_in(
            "# A\n\n| Field | Value |\n| --- | --- |\n| **Owner** | DBA |\n| Version | 1 |\n") ==
        Texts{"owner=DBA@5", "version=1@6"});
  CHECK(values_in("# A\n\n| Owner | DBA |\n| --- | --- |\n| Severity | P2 |\n") ==
        Texts{"owner=DBA@3", "severity=P2@5"});
  CHECK(values_in(
            "# A\n\n| Owner | Severity | Service |\n| --- | --- | --- |\n| DBA | P1 | db |\n") ==
        Texts{"owner=DBA@5", "severity=P1@5", "services=db@5"});
}

TEST_CASE("a value that goes on, or is struck out, says so") {
  CHECK(values_in("# A\n\n**Owner**: DBA<br>SRE\n") == Texts{"owner=DBA@3 goes on"});
  CHECK(values_in("# A\n\n**Owner**: DBA | SRE\n") == Texts{"owner=DBA@3 goes on"});
  CHECK(values_in("# A\n\n**Owner**: Depot\nTeam\n") == Texts{"owner=Depot@3 goes on"});
  CHECK(values_in("# A\n\n**Owner**: Depot\nTeam (slack: #x)\n") == Texts{"owner=Depot@3 goes on"});
  CHECK(values_in("# A\n\n**Owner**: DBA  \nThis is a text.\n") == Texts{"owner=DBA@3"});
  CHECK(values_in("# A\n\n**Owner**: DBA<br>**Version**: 1\n") ==
        Texts{"owner=DBA@3", "version=1@3"});
  CHECK(values_in("# A\n\n**Owner**: ~~Ann~~ Bob\n") == Texts{"owner=~~Ann~~ Bob@3 struck"});
  CHECK(values_in("# A\n\n| Field | Value |\n| --- | --- |\n| Owner | ~~Ann~~ Bob |\n| Team | "
                  "A<br>B |\n") == Texts{"owner=Ann Bob@5 struck", "owner=AB@6 goes on"});
}

TEST_CASE("what is said of the subject, in quotes, or deep in a text is not of the document") {
  CHECK(values_in("# A\n\n## Overview\n\n**Version**: 14.2\n**Owner**: DBA\n**Status**: Live\n"
                  "**Document Version**: 2\n**Duration**: 1 h\n") ==
        Texts{"owner=DBA@6", "version=2@8"});
  CHECK(values_in("# A\n\n> Ann wrote:\n> Owner: Bob\n").empty());
  CHECK(values_in("# A\n\n- Escalation\n  - Owner: Bob\n").empty());
  CHECK(values_in("# A\n\n```\nx\n```\n\nOwner: Bob\n\nText\n").empty());
  CHECK(values_in("Owner: Ann\n\nVersion: 2\n\nText\n") == Texts{"owner=Ann@1"});
  CHECK(values_in("> Owner: Ann\n\nText\n").empty());
}

TEST_CASE("a table of things and what they have is not about the document") {
  const std::string rule = "| --- | --- |\n";
  for (const char* head :
       {"| Team | Slack channel |\n", "| Alert | Severity |\n", "| Service | Owner |\n",
        "| Component | Owner |\n", "| Alert | Description |\n", "| Owner | Severity |\n"}) {
    CAPTURE(head);
    CHECK(values_in("# A\n\n" + std::string(head) + rule + "| Owner | DBA |\n").empty());
  }
  CHECK(values_in("# A\n\n|  |  |\n" + rule + "| Owner | DBA |\n") == Texts{"owner=DBA@5"});
  CHECK(values_in("# A\n\n| Item | Owner | Status |\n| - | - | - |\n| Move | Ann | Open |\n")
            .empty());
}

TEST_CASE("what a document says of other things is not about it") {
  CHECK(values_in("# A\n\n## Steps\n\nOwner: the ticket's\n\nStatus: open\n\n## End\n\nDone\n")
            .empty());
  CHECK(values_in("# A\n\n```\nOwner: nobody\n```\n\n| Item | Owner | Due |\n| - | - | - |\n"
                  "| x | Ann | now |\n| y | Bob | now |\n")
            .empty());
  CHECK(values_in("# A\n\nNote: the owner of this is late.\n").empty());
  CHECK(values_in("# A\n\n**Owner**:\n").empty());
  CHECK(values_in("# A\n\n## Steps\n\nOwner: who asked\n").empty());
}

TEST_CASE("a document speaks of itself in its control section and at its end") {
  CHECK(values_in("# A\n\n## Steps\n\n1. Go\n\n## Document Control\n\n**Approved By**: Ann\n") ==
        Texts{"approved_by=Ann@9"});
  CHECK(values_in("# A\n\n## Steps\n\n1. Go\n\n---\n\n*Last updated: 2026-02-03*\n") ==
        Texts{"last_updated=2026-02-03@9"});
  CHECK(values_in("# A\n\n## Steps\n\n1. Go\n\nLast reviewed: 1 May 2026\n") ==
        Texts{"last_reviewed=1 May 2026@7"});
}

}  // namespace runbookc
