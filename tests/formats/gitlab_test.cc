#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <set>

#include "formats/hostile_report.h"
#include "formats/published_schema.h"
#include "formats/sample_report.h"

namespace runbookc {
namespace {

using Json = nlohmann::json;

const Corpus kCorpus = sample_corpus({{"a.md", "# T\n"}});

// GitLab holds each finding by itself against its schema, and takes the last of those that share a
// fingerprint.
Json read_report(const std::string& output) {
  const std::string schema = published_schema("codeclimate.json");
  Json report = Json::parse(output);
  REQUIRE(report.is_array());
  std::set<std::string> fingerprints;
  for (const Json& found : report) {
    CHECK(schema_violations(schema, found.dump()) == std::vector<std::string>{});
    CHECK(fingerprints.insert(found["fingerprint"]).second);
    CHECK(found["location"]["lines"]["begin"] >= 1);
    CHECK(found["location"]["lines"]["end"] >= found["location"]["lines"]["begin"]);
  }
  return report;
}

}  // namespace

TEST_CASE("a Code Quality report without findings is an empty array") {
  CHECK(read_report(render("gitlab", kCorpus, {})) == Json::array());
}

TEST_CASE("a Code Quality finding carries every field") {
  Diagnostic error = sample_diagnostic(Severity::error, "a.md", {{1, 3}, {3, 1}}, "gone");
  error.help = "write it";
  const Json report = read_report(render("gitlab", kCorpus, {error}, {.path_prefix = "docs"}));
  const Json& found = report.at(0);
  CHECK(found["description"] == "gone; write it");
  CHECK(found["check_name"] == "RB301 target-missing");
  CHECK(found["severity"] == "major");
  CHECK(found["location"] == Json::parse(R"({"path":"docs/a.md","lines":{"begin":1,"end":2}})"));
}

TEST_CASE("Code Quality severities follow ours") {
  const Json report =
      read_report(render("gitlab", kCorpus,
                         {sample_diagnostic(Severity::warning, "a.md", {{1, 1}, {1, 1}}, "w"),
                          sample_diagnostic(Severity::info, "a.md", {{2, 1}, {2, 1}}, "i")}));
  CHECK(report.at(0)["severity"] == "minor");
  CHECK(report.at(1)["severity"] == "info");
}

TEST_CASE("equal pages of two projects in one repository have different fingerprints") {
  const auto found = sample_diagnostic(Severity::error, "a.md", {{1, 1}, {1, 2}}, "gone");
  const auto fingerprint = [&](const std::string& prefix) {
    return read_report(render("gitlab", kCorpus, {found}, {.path_prefix = prefix}))
        .at(0)["fingerprint"]
        .get<std::string>();
  };
  CHECK(fingerprint("one") != fingerprint("two"));
  CHECK(fingerprint("") == finish_diagnostics({found}).at(0).fingerprint);
}

TEST_CASE("the schema of GitLab refuses what is no finding") {
  const std::string schema = published_schema("codeclimate.json");
  CHECK_FALSE(schema_violations(schema, R"({"description":"x"})").empty());
  CHECK_FALSE(schema_violations(schema, "[]").empty());
}

TEST_CASE("hostile text stays inside its own Code Quality finding") {
  const HostileReport report;
  const Json findings = read_report(report.render("gitlab"));
  CHECK(findings.size() == report.diagnostics().size());
  CHECK(findings.at(0)["location"]["path"] == kHostilePath);
}

}  // namespace runbookc
