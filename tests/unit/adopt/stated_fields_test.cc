#include "adopt/stated_fields.h"

#include <catch2/catch.hpp>

#include "parse/document_parser.h"
#include "schema/yaml_sample.h"

namespace runbookc {
namespace {

using Texts = std::vector<std::string>;

// "key: value", then "key? reason".
Texts fields_of(std::string text) {
  const SourceFile file("a.md", std::move(text));
  const Document document = parse_document(file, "a.md", {});
  const StatedFields stated = stated_fields(document, file,
                                            {.severities = {"P1", "P2", "P3"},
                                             .alert_names = {"high_cpu"},
                                             .today = *parse_date("2026-06-01")});
  Texts out;
  for (const Owner& owner : stated.owners) out.push_back("owner: " + owner.id);
  for (const AdoptedField& field : stated.fields) {
    out.push_back(field.key + ": " + yaml_flow(field.value));
  }
  for (const Owner& person : stated.people) out.push_back("person: " + person.name);
  for (const OpenPoint& point : stated.open) out.push_back(point.key + "? " + point.reason);
  return out;
}

const std::string kHistory =
    "\n## Revision History\n\n| Date | Version | Author |\n| --- | --- | --- |\n"
    "| 2026-01-05 | 1.0 | Ann |\n| 2026-03-09 | 1.1 | Platform Team |\n";

}  // namespace

TEST_CASE("a control section gives what was filled in, and lists what was not") {
  CHECK(fields_of(
            "# A\n\n## Document Control\n\n**Version**: 1.0  \n**Last Updated**: [CURRENT_DATE]  \n"
            "**Next Review**: 2026-09-01  \n**Approved By**: [APPROVER_NAME]  \n"
            "**Distribution**: On-call, managers\n") ==
        Texts{"version: \"1.0\"", "next_review: 2026-09-01", "distribution: [On-call, managers]",
              "last_updated? never filled in", "approved_by? never filled in"});
}

TEST_CASE("a history gives version and date, and its author only a hint") {
  CHECK(fields_of("# A\n" + kHistory) == Texts{"version: \"1.1\"", "last_updated: 2026-03-09",
                                               "owner? an author need not be the owner"});
  CHECK(fields_of("# A\n\n**Owner**: DBA\n**Last Updated**: March 2026\n" + kHistory) ==
        Texts{"owner: dba", "version: \"1.1\"", "last_updated: 2026-03-09"});
}

TEST_CASE("what contradicts itself is for a person") {
  CHECK(fields_of("# A\n\n**Owner**: DBA\n**Version**: 1.0\n**Last Updated**: 2026-02-01\n" +
                  kHistory) == Texts{"owner: dba", "version? the history is at version 1.1",
                                     "last_updated? the history has a later change"});
  CHECK(fields_of("# A\n\n**Owner**: DBA\n**Team**: SRE\n") ==
        Texts{"owner? another owner is named at line 3"});
  CHECK(fields_of("# A\n\n**Severity**: P1\n**Priority**: P2\n") ==
        Texts{"severity? something else is said before"});
}

TEST_CASE("a team beside a person is the owner, and the person is listed") {
  const std::string told = "contact? the team at line ";
  const std::string rest = " is the owner; say in owners.yaml how to reach this person";
  CHECK(fields_of("# A\n\n**Owner**: Jane\n**Team**: Platform\n") ==
        Texts{"owner: platform", "person: Jane", told + "4" + rest});
  CHECK(
      fields_of("# A\n\n**Team**: Platform\n**Owner**: Ann Smith\n**Email**: ann@acme.example\n") ==
      Texts{"owner: platform", "person: Ann Smith", "contact? it may be the person's or the team's",
            told + "3" + rest});
  CHECK(fields_of("# A\n\n**Owner**: Jane\n**Maintainer**: Platform\n") ==
        Texts{"owner? another owner is named at line 3"});
  CHECK(fields_of("# A\n\n**Owner**: Jane\n**Team**: Platform\n**Maintainer**: DBA\n") ==
        Texts{"owner? another owner is named at line 4"});
}

TEST_CASE("a sentence that names the owner is for a person") {
  const Texts of_document = {"owner? a sentence: write it 'Owner: …'"};
  CHECK(fields_of("# A\n\nText.\n\nMaintained by the Database Team.\n") == of_document);
  CHECK(fields_of("# A\n\nText. This runbook is owned by Orders Team, as ever.\n") == of_document);
  CHECK(fields_of("# A\n\n## B\n\nText.\n\n---\n\n_Owned by @acme/dba_\n") == of_document);
  CHECK(fields_of("# A\n\nThe queue is owned by Orders Team.\n") ==
        Texts{"owner? it may be about the document or its subject"});
}

TEST_CASE("what is owned by no name, elsewhere, or beside a label says nothing") {
  CHECK(fields_of("# A\n\nThe file is owned by root, and maintained by the team.\n").empty());
  CHECK(fields_of("# A\n\n> Maintained by Orders Team.\n\n## B\n\nOwned by Orders Team.\n\nEnd.\n")
            .empty());
  CHECK(fields_of("# A\n\n**Owner**: DBA\n\nMaintained by Orders Team.\n") == Texts{"owner: dba"});
  CHECK(fields_of("# A\n\nDisowned by Orders Team.\n").empty());
}

TEST_CASE("what one place leaves open another fills, and what it doubts none does") {
  CHECK(fields_of("# A\n\n**Owner**: TBD\n**Team**: SRE\n") == Texts{"owner: sre"});
  CHECK(fields_of("# A\n\n**Owner**: Search and Ads\n**Team**: SRE\n") ==
        Texts{"owner? one name or two"});
  CHECK(fields_of("# A\n\n**Owner**: DBA\n**Version**: TBD\n" + kHistory) ==
        Texts{"owner: dba", "last_updated: 2026-03-09", "version? still to be filled in"});
}

TEST_CASE("severities, services, times and approvals are read for what they say") {
  CHECK(fields_of(
            "# A\n\n| Severity | P1 - Critical |\n| --- | --- |\n| Services | orders, orders-db |\n"
            "| Estimated Time | 15-30 minutes |\n| Approval Required | None |\n") ==
        Texts{"severity: [P1]", "services: [orders, orders-db]", "estimated_time: 15-30 minutes",
              "approval_required: none"});
  CHECK(fields_of("# A\n\n**Severity:** Warning\n**Approval:** yes\n**Status:** Draft\n"
                  "**Review cycle:** Quarterly\n") ==
        Texts{"review_every: quarterly", "severity? none of the project's severities",
              "approval_required? it does not say whose",
              "status? `status: draft` would keep it off the site"});
}

TEST_CASE("a schedule of reviews is for a person") {
  const std::string table = "# A\n\n## Review Schedule\n\n| Frequency | Action |\n| --- | --- |\n";
  CHECK(fields_of(table + "| Monthly | Review contacts |\n| Quarterly | Full runbook review |\n") ==
        Texts{"review_every? it may be about this document, or about all"});
  CHECK(fields_of(table + "| Monthly | Full review |\n| Quarterly | Full runbook review |\n")
            .empty());
}

TEST_CASE("an edit is no review, and the future is no past") {
  CHECK(fields_of("# A\n\n**Last Updated**: 2026-05-01\n") == Texts{"last_updated: 2026-05-01"});
  CHECK(fields_of("# A\n\n**Last Reviewed**: 2027-05-01\n") ==
        Texts{"last_reviewed? it lies in the future"});
}

}  // namespace runbookc
