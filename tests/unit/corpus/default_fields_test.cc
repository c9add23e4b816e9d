#include "corpus/default_fields.h"

#include <catch2/catch.hpp>

#include "located_message.h"
#include "unit/corpus/corpus_fixture.h"

namespace runbookc::test {
namespace {

constexpr const char* kPlan = R"({
  "allOf": [{ "$ref": "_common.json#/definitions/front_matter" }],
  "properties": { "cost_center": { "pattern": "^CC-[0-9]{4}$" }, "level": { "enum": [1, 2] } } })";
constexpr const char* kDrill = R"({ "properties": { "level": { "enum": [3] } } })";

// "message | help" for a project with these `defaults` and two types of its own; "" if it loads.
std::string told(const std::string& defaults) {
  const MemoryFiles files(Tree{
      {"a.md", "# A\n"}, {"schemas/types/plan.json", kPlan}, {"schemas/types/drill.json", kDrill}});
  LoadOptions options = configured("defaults:\n  \"x/**\": " + defaults + "\n");
  options.today = kToday;
  const Result<Corpus> corpus = load_corpus(files, options);
  return corpus ? "" : located_message(corpus.error()) + " | " + corpus.error().help;
}

}  // namespace

TEST_CASE("a default whose key is nearly one of a type is refused at its place") {
  CHECK(told("{ ownr: x }") ==
        "runbookc.yaml:2:13: no document type has a key 'ownr' | did you mean 'owner'?");
  CHECK(told("{ title: A, severty: P1 }").starts_with("runbookc.yaml:2:23: "));
  CHECK(told("{ cost_centre: CC-0001 }").ends_with("did you mean 'cost_center'?"));
  CHECK(told("{ our_own_field: x, zone: 3 }").empty());
}

TEST_CASE("a default that every type with its key refuses is refused at its value") {
  CHECK(told("{ status: drft }") ==
        "runbookc.yaml:2:21: status 'drft' is not one of draft, active, deprecated | "
        "did you mean 'draft'?");
  CHECK(told("{ title: 12 }").starts_with("runbookc.yaml:2:20: "));
  CHECK(told("{ cost_center: EUR }").starts_with("runbookc.yaml:2:26: "));
  CHECK(told("{ parameters: [{ nam: A }] }").starts_with("runbookc.yaml:2:"));
  CHECK(told("{ cost_center: CC-0001, status: draft, owner: [a, b] }").empty());
  CHECK(told("{ level: 3 }").empty());  // of a drill
  CHECK_FALSE(told("{ level: 4 }").empty());
}

TEST_CASE("a date or interval of a default that is none, and a type, are refused as well") {
  CHECK(told("{ last_reviewed: 2026-31-12 }") ==
        "runbookc.yaml:2:28: '2026-31-12' is no date | write a day of the calendar as YYYY-MM-DD");
  CHECK(told("{ review_every: soon }").starts_with("runbookc.yaml:2:27: 'soon' is no interval"));
  CHECK(told("{ type: runbok }") ==
        "runbookc.yaml:2:19: there is no document type 'runbok' | did you mean 'runbook'?");
  CHECK(told("{ type: plan, last_reviewed: 2026-12-31, review_every: 90 days }").empty());
}

}  // namespace runbookc::test
