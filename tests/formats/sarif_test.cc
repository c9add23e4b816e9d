#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "base/path.h"
#include "base/text.h"
#include "base/unicode.h"
#include "base/version.h"
#include "formats/hostile_report.h"
#include "formats/published_schema.h"
#include "formats/sample_report.h"

namespace runbookc {
namespace {

using Json = nlohmann::json;

constexpr std::size_t kMostResults = 25'000;

const Corpus kCorpus = sample_corpus({{"a.md", "# T\n"}});

Json read_run(const std::string& output) {
  CHECK(schema_violations(published_schema("sarif-schema-2.1.0.json"), output) ==
        std::vector<std::string>{});
  const Json log = Json::parse(output);
  CHECK(log["version"] == "2.1.0");
  return log["runs"].at(0);
}

// What GitHub's code scanning refuses, or shows nothing for, though the schema allows it.
void check_for_github(const Json& run) {
  const Json& rules = run["tool"]["driver"]["rules"];
  for (const Json& rule : rules) {
    CAPTURE(rule["id"]);
    CHECK_FALSE(rule["shortDescription"]["text"].get<std::string>().empty());
    CHECK_FALSE(rule["fullDescription"]["text"].get<std::string>().empty());
    CHECK(rule["shortDescription"]["text"].get<std::string>().size() <= 1024);
    CHECK(rule["fullDescription"]["text"].get<std::string>().size() <= 1024);
    CHECK_FALSE(rule["help"]["text"].get<std::string>().empty());
    CHECK_FALSE(rule["help"]["markdown"].get<std::string>().empty());
    CHECK(rule["properties"]["tags"].size() <= 20);
  }
  for (const Json& result : run["results"]) {
    CHECK(rules.at(result["ruleIndex"].get<std::size_t>())["id"] == result["ruleId"]);
    const Json& place = result["locations"].at(0)["physicalLocation"];
    const Json& region = place["region"];
    CHECK(region.size() == 4);
    CHECK(region["startLine"] >= 1);
    CHECK(region["startColumn"] >= 1);
    CHECK(region["endLine"] >= region["startLine"]);
    CHECK(
        (region["endLine"] > region["startLine"] || region["endColumn"] >= region["startColumn"]));
    const std::string uri = place["artifactLocation"]["uri"];
    CHECK(is_ascii(uri));
    CHECK(uri.find(':') == std::string::npos);
    CHECK_FALSE(
        result["partialFingerprints"]["primaryLocationLineHash"].get<std::string>().empty());
  }
}

}  // namespace

TEST_CASE("a SARIF log without findings is valid, with no rule and no result") {
  const Json run = read_run(render("sarif", kCorpus, {}));
  CHECK(run["results"] == Json::array());
  CHECK(run["tool"]["driver"]["rules"] == Json::array());
  CHECK(run["tool"]["driver"]["version"] == tool_version());
  CHECK(run["invocations"].at(0) == Json::parse(R"({"executionSuccessful":true})"));
  CHECK(run["columnKind"] == "unicodeCodePoints");
}

TEST_CASE("a SARIF result carries every field, and its fix") {
  Diagnostic found =
      sample_diagnostic(Severity::warning, "ü b.md", {{2, 3}, {2, 3}}, "a [link](x)");
  found.help = "see C:\\x";
  found.fix = Fix{"rename it", {{{{2, 3}, {2, 4}}, "n"}, {{{3, 1}, {3, 1}}, ""}}};
  const Json run = read_run(render("sarif", kCorpus, {found}, {.path_prefix = "docs/ops"}));
  check_for_github(run);
  const Json& result = run["results"].at(0);
  CHECK(result["ruleId"] == "RB203");
  CHECK(result["level"] == "warning");
  CHECK(result["message"]["text"] == R"(a \[link\](x); see C:\\x)");
  const Json& place = result["locations"].at(0)["physicalLocation"];
  CHECK(place["artifactLocation"]["uri"] == "docs/ops/%C3%BC%20b.md");
  CHECK(run["originalUriBaseIds"].contains(place["artifactLocation"]["uriBaseId"]));
  CHECK(place["region"] ==
        Json::parse(R"({"startLine":2,"startColumn":3,"endLine":2,"endColumn":3})"));
  const Json& change = result["fixes"].at(0)["artifactChanges"].at(0);
  CHECK(change["artifactLocation"] == place["artifactLocation"]);
  CHECK(change["replacements"].size() == 2);
  CHECK(change["replacements"].at(0)["deletedRegion"]["endColumn"] == 4);
  CHECK(change["replacements"].at(0)["insertedContent"]["text"] == "n");
}

TEST_CASE("the rules that found something are described, by code, each once") {
  HostileReport report;
  const Json run = read_run(report.with_rules().render("sarif"));
  check_for_github(run);
  const Json& rules = run["tool"]["driver"]["rules"];
  REQUIRE(rules.size() == 8);
  CHECK(rules.at(0)["id"] == "RB001");
  CHECK(rules.at(3)["id"] == "RB204");
  CHECK(rules.at(3)["name"] == "heading-duplicate");
  CHECK(rules.at(3)["defaultConfiguration"]["level"] == "note");
  CHECK(rules.at(3)["properties"]["problem.severity"] == "recommendation");
  CHECK(rules.at(3)["help"]["markdown"].get<std::string>().ends_with(
      "`runbookc explain RB204` shows examples."));
}

TEST_CASE("hostile text stays inside its own SARIF result") {
  const HostileReport report;
  const Json run = read_run(report.render("sarif"));
  check_for_github(run);
  CHECK(run["results"].size() == report.diagnostics().size());
  const std::string uri =
      run["results"].at(0)["locations"].at(0)["physicalLocation"]["artifactLocation"]["uri"];
  CHECK(percent_decode(uri) == kHostilePath);
}

TEST_CASE("the published SARIF schema refuses what is none") {
  const auto found = sample_diagnostic(Severity::error, "a.md", {{1, 1}, {1, 2}}, "gone");
  const std::string output = render("sarif", kCorpus, {found});
  const std::string schema = published_schema("sarif-schema-2.1.0.json");
  for (const auto& [ours, wrong] : {std::pair(R"("level":"error")", R"("level":"fatal")"),
                                    {R"("startLine":1)", R"("startLine":0)"},
                                    {R"("message":)", R"("massage":)"}}) {
    CAPTURE(wrong);
    CHECK_FALSE(schema_violations(schema, replace_all(output, ours, wrong)).empty());
  }
}

TEST_CASE("a SARIF log over GitHub's limit keeps the worst results and says so") {
  std::vector<Diagnostic> found;
  for (std::uint32_t i = 1; i <= kMostResults; ++i) {
    found.push_back(sample_diagnostic(Severity::warning, "a.md", {{i, 1}, {i, 2}}, "empty"));
  }
  const Json whole = Json::parse(render("sarif", kCorpus, found))["runs"].at(0);
  CHECK(whole["results"].size() == kMostResults);
  CHECK_FALSE(whole["invocations"].at(0).contains("toolExecutionNotifications"));
  found.push_back(sample_diagnostic(Severity::error, "z.md", {{1, 1}, {1, 2}}, "gone"));
  found.push_back(sample_diagnostic(Severity::info, "a.md", {{1, 1}, {1, 2}}, "an info"));
  const Json run = Json::parse(render("sarif", kCorpus, found))["runs"].at(0);
  CHECK(run["results"].size() == kMostResults);
  CHECK(run["results"].at(0)["level"] == "error");
  CHECK(run["results"].back()["level"] == "warning");
  const Json& invocation = run["invocations"].at(0);
  CHECK(invocation["executionSuccessful"] == true);
  const std::string said = invocation["toolExecutionNotifications"].at(0)["message"]["text"];
  CHECK(said.starts_with("2 findings are left out"));
}

}  // namespace runbookc
