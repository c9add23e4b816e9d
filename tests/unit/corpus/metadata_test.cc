#include "corpus/metadata.h"

#include <catch2/catch.hpp>

#include "parse/yaml.h"

namespace runbookc::test {
namespace {

Value yaml(const std::string& text) {
  const SourceFile file("a.yaml", text);
  YamlOutcome outcome = parse_yaml(file, {0, static_cast<std::uint32_t>(text.size())});
  REQUIRE(outcome.valid);
  return std::move(outcome.root);
}

Metadata metadata(const std::string& text) { return read_metadata(yaml(text)); }

std::vector<std::string> values(const std::vector<Located<std::string>>& list) {
  std::vector<std::string> texts;
  for (const auto& item : list) texts.push_back(item.value);
  return texts;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("one owner and a list of owners read alike") {
  CHECK(values(metadata("owner: a\n").owners) == Texts{"a"});
  CHECK(values(metadata("owner: [a, b]\n").owners) == Texts{"a", "b"});
  CHECK(values(metadata("owners: [a, b]\n").owners) == Texts{"a", "b"});
  CHECK(values(metadata("owner: a\nowners: [b, c]\n").owners) == Texts{"a", "b", "c"});
  CHECK(values(metadata("owners: [b, c]\nowner: a\n").owners) == Texts{"a", "b", "c"});
  CHECK(metadata("owner:\n").owners.empty());
}

TEST_CASE("every field is read from its own key") {
  const Metadata read = metadata(
      "id: an-id\ntype: a-type\ntitle: a title\nsummary: a summary\nstatus: a status\n"
      "owner: an owner\nseverity: a severity\nservices: a service\nalerts: an alert\ntags: a tag\n"
      "audience: an audience\naliases: an alias\ndepends_on: a need\n"
      "approval_required: an approval\napproved_by: a name\ndistribution: a circle\n"
      "estimated_time: a time\nversion: a version\nlast_reviewed: 2026-01-01\n"
      "next_review: 2026-01-02\nlast_updated: 2026-01-03\nlast_tested: 2026-01-04\n"
      "review_every: 5 days\nparameters: [{name: HOST}]\n");
  CHECK(read.id.value == "an-id");
  CHECK(read.type.value == "a-type");
  CHECK(read.title.value == "a title");
  CHECK(read.summary.value == "a summary");
  CHECK(read.status.value == "a status");
  CHECK(values(read.owners) == Texts{"an owner"});
  CHECK(values(read.severity) == Texts{"a severity"});
  CHECK(values(read.services) == Texts{"a service"});
  CHECK(values(read.alerts) == Texts{"an alert"});
  CHECK(values(read.tags) == Texts{"a tag"});
  CHECK(values(read.audience) == Texts{"an audience"});
  CHECK(values(read.aliases) == Texts{"an alias"});
  CHECK(values(read.depends_on) == Texts{"a need"});
  CHECK(values(read.approval_required) == Texts{"an approval"});
  CHECK(values(read.approved_by) == Texts{"a name"});
  CHECK(values(read.distribution) == Texts{"a circle"});
  CHECK(read.estimated_time.value == "a time");
  CHECK(read.version.value == "a version");
  REQUIRE((read.last_reviewed && read.next_review && read.last_updated && read.last_tested));
  CHECK(read.last_reviewed->value == parse_date("2026-01-01"));
  CHECK(read.next_review->value == parse_date("2026-01-02"));
  CHECK(read.last_updated->value == parse_date("2026-01-03"));
  CHECK(read.last_tested->value == parse_date("2026-01-04"));
  CHECK(read.review_every.has_value());
  REQUIRE(read.parameters.size() == 1);
  CHECK(read.parameters[0].name == "HOST");
  CHECK(read.malformed.empty());
}

TEST_CASE("every value knows its place") {
  const Metadata read = metadata("title: T\nseverity: [P1, P2]\n");
  CHECK(read.title.span == Span{{1, 8}, {1, 9}});
  REQUIRE(read.severity.size() == 2);
  CHECK(read.severity[1].span == Span{{2, 16}, {2, 18}});
}

TEST_CASE("a version keeps its spelling") {
  CHECK(metadata("version: 1.10\n").version.value == "1.10");
}

TEST_CASE("nobody's approval is no approval") {
  CHECK(metadata("approval_required: none\n").approval_required.empty());
  CHECK(values(metadata("approval_required: [dba]\n").approval_required) == Texts{"dba"});
}

TEST_CASE("dates and intervals that do not read are listed in the order of the keys") {
  const Metadata read = metadata(
      "review_every: now and then\nlast_reviewed: 2026-02-30\nnext_review: [2026-01-01]\n"
      "last_updated: 2026-01-01\n");
  REQUIRE(read.malformed.size() == 3);
  CHECK(read.malformed[0].key == "review_every");
  CHECK(read.malformed[0].text == "now and then");
  CHECK(read.malformed[1].key == "last_reviewed");
  CHECK(read.malformed[1].span == Span{{2, 16}, {2, 26}});
  CHECK(read.malformed[2].key == "next_review");
  CHECK(read.last_updated);
  CHECK(!read.last_reviewed);
}

TEST_CASE("an empty date is missing, not malformed") {
  CHECK(metadata("last_reviewed:\n").malformed.empty());
}

TEST_CASE("parameters need a name") {
  const Metadata read = metadata(
      "parameters: [{name: ns, description: where, default: orders, secret: true}, {default: "
      "x}]\n");
  REQUIRE(read.parameters.size() == 1);
  CHECK(read.parameters[0].name == "ns");
  CHECK(read.parameters[0].default_value == "orders");
  CHECK(read.parameters[0].secret);
}

TEST_CASE("defaults fill what is missing and have no place in the document") {
  const Value merged = with_defaults(yaml("owner: a\n"), yaml("owner: b\nteam: [c]\n"));
  REQUIRE(merged.find("owner") != nullptr);
  CHECK(merged.find("owner")->text == "a");
  REQUIRE(merged.find("team") != nullptr);
  CHECK(!merged.find("team")->span.valid());
  CHECK(!merged.find("team")->items[0].span.valid());
}

TEST_CASE("a document without front matter has the defaults alone") {
  CHECK(with_defaults(Value{}, yaml("owner: b\n")).find("owner") != nullptr);
}

TEST_CASE("defaults do not repair front matter that is no object") {
  Value list;
  list.kind = Value::Kind::array;
  CHECK(with_defaults(list, yaml("owner: b\n")).is_array());
}

}  // namespace runbookc::test
