#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "base/embedded.h"
#include "base/version.h"
#include "formats/published_schema.h"
#include "formats/sample_report.h"

namespace runbookc {
namespace {

std::vector<std::string> violations(std::string_view json) {
  const auto embedded = find_embedded("schemas/output/diagnostics.json");
  REQUIRE(embedded.has_value());
  return schema_violations(*embedded, json);
}

Diagnostic fixable() {
  Diagnostic found = sample_diagnostic(Severity::warning, "ü.md", {{1, 1}, {1, 3}},
                                       "a \"quoted\" \x01 message with \xf0\x9f\x94\x81");
  found.fix = Fix{"rename the key to 'owner'", {{{{1, 1}, {1, 3}}, "owner"}}};
  return found;
}

}  // namespace

TEST_CASE("an empty report is valid against its schema") {
  CHECK(violations(render("json", sample_corpus({}), {})).empty());
}

TEST_CASE("a report with findings of every kind is valid against its schema") {
  const Corpus corpus = sample_corpus({{"ü.md", "# T\n"}});
  const auto error = sample_diagnostic(Severity::error, "b.md", {}, "cannot be read");
  const auto info = sample_diagnostic(Severity::info, "ü.md", {{1, 1}, {1, 2}}, "an info");
  CHECK(violations(render("json", corpus, {error, fixable(), info})) == std::vector<std::string>{});
}

TEST_CASE("the summary counts and the findings carry every field") {
  const Corpus corpus = sample_corpus({{"ü.md", "# T\n"}});
  const auto json = nlohmann::json::parse(render("json", corpus, {fixable()}));
  CHECK(json["version"] == 1);
  CHECK(json["today"] == "2026-11-21");
  CHECK(json["tool"]["version"] == tool_version());
  CHECK(json["summary"]["files"] == 1);
  CHECK(json["summary"]["warnings"] == 1);
  CHECK(json["summary"]["errors"] == 0);
  const auto& found = json["diagnostics"].at(0);
  CHECK(found["message"] == "a \"quoted\" \x01 message with \xf0\x9f\x94\x81");
  CHECK(found["path"] == "ü.md");
  CHECK(found["start"]["line"] == 1);
  CHECK(found["end"]["column"] == 3);
  CHECK(found["fix"]["edits"].at(0)["text"] == "owner");
  CHECK(found["fingerprint"].get<std::string>().size() == 16);
}

TEST_CASE("control characters never stand raw in the output") {
  const Corpus corpus = sample_corpus({{"ü.md", "# T\n"}});
  for (const char c : render("json", corpus, {fixable()})) {
    CHECK((static_cast<unsigned char>(c) >= 0x20 || c == '\n'));
  }
}

TEST_CASE("colour and verbosity do not change the document") {
  const Corpus corpus = sample_corpus({{"ü.md", "# T\n"}});
  ReportStyle style;
  style.color = style.verbose = style.quiet = true;
  CHECK(render("json", corpus, {fixable()}) == render("json", corpus, {fixable()}, style));
}

}  // namespace runbookc
