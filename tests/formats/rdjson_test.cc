#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "base/text.h"
#include "formats/hostile_report.h"
#include "formats/published_schema.h"
#include "formats/sample_report.h"

namespace runbookc {
namespace {

using Json = nlohmann::json;

const Corpus kCorpus = sample_corpus({{"a.md", "é🔁 [x](y.md)\r\nsecond\n"}});

Json read_report(const std::string& output) {
  CHECK(schema_violations(published_schema("DiagnosticResult.json"), output) ==
        std::vector<std::string>{});
  return Json::parse(output);
}

// The bytes that a range of one line means to reviewdog.
std::string text_at(const SourceFile& source, const Json& range) {
  const std::string_view line = source.line(range["start"]["line"]);
  const std::size_t begin = range["start"]["column"].get<std::size_t>() - 1;
  return std::string(line.substr(begin, range["end"]["column"].get<std::size_t>() - 1 - begin));
}

Diagnostic broken_link() {
  Diagnostic found = sample_diagnostic(Severity::error, "a.md", {{1, 8}, {1, 12}}, "gone");
  found.help = "write it";
  found.fix = Fix{"retarget", {{{{1, 8}, {1, 12}}, "z.md"}}};
  return found;
}

}  // namespace

TEST_CASE("an rdjson report without findings has no severity") {
  const Json report = read_report(render("rdjson", kCorpus, {}));
  CHECK(report == Json::parse(R"({"source":{"name":"runbookc"},"diagnostics":[]})"));
}

TEST_CASE("rdjson columns count bytes") {
  const Json report =
      read_report(render("rdjson", kCorpus, {broken_link()}, {.path_prefix = "docs"}));
  CHECK(report["severity"] == "ERROR");
  const Json& found = report["diagnostics"].at(0);
  CHECK(found["message"] == "gone; write it");
  CHECK(found["severity"] == "ERROR");
  CHECK(found["code"]["value"] == "RB301 target-missing");
  CHECK(found["location"]["path"] == "docs/a.md");
  CHECK(found["location"]["range"]["start"]["column"] == 12);
  CHECK(text_at(kCorpus.sources[0], found["location"]["range"]) == "y.md");
  CHECK(text_at(kCorpus.sources[0], found["suggestions"].at(0)["range"]) == "y.md");
  CHECK(found["suggestions"].at(0)["text"] == "z.md");
}

TEST_CASE("a fix in several places is no suggestion") {
  Diagnostic found = broken_link();
  found.fix->edits.push_back({{{2, 1}, {2, 2}}, "S"});
  const Json report = read_report(render("rdjson", kCorpus, {found}));
  CHECK_FALSE(report["diagnostics"].at(0).contains("suggestions"));
}

TEST_CASE("rdjson tells whole lines of a file whose text is not at hand") {
  Diagnostic found = broken_link();
  found.path = "CODEOWNERS";
  const Json report = read_report(render("rdjson", kCorpus, {found}));
  const Json& diagnostic = report["diagnostics"].at(0);
  CHECK(diagnostic["location"]["range"] == Json::parse(R"({"start":{"line":1},"end":{"line":1}})"));
  CHECK_FALSE(diagnostic.contains("suggestions"));
}

TEST_CASE("an rdjson finding of a file that could not be read has no range") {
  const auto found = sample_diagnostic(Severity::warning, "pipe.md", {}, "a named pipe");
  const Json report = read_report(render("rdjson", kCorpus, {found}));
  CHECK(report["severity"] == "WARNING");
  CHECK(report["diagnostics"].at(0)["location"] == Json::parse(R"({"path":"pipe.md"})"));
}

TEST_CASE("the published rdjson schema refuses what is none") {
  const std::string output = render("rdjson", kCorpus, {broken_link()});
  const std::string schema = published_schema("DiagnosticResult.json");
  for (const auto& [ours, wrong] : {std::pair("\"ERROR\"", "\"FATAL\""), {"12", "\"12\""}}) {
    CAPTURE(wrong);
    CHECK_FALSE(schema_violations(schema, replace_all(output, ours, wrong)).empty());
  }
}

TEST_CASE("hostile text stays inside its own rdjson diagnostic") {
  const HostileReport hostile;
  const Json report = read_report(hostile.render("rdjson"));
  REQUIRE(report["diagnostics"].size() == hostile.diagnostics().size());
  std::size_t links = 0;
  for (const Json& found : report["diagnostics"]) {
    if (found["code"]["value"] != "RB301 target-missing") continue;
    ++links;
    CHECK(found["location"]["path"] == kHostilePath);
    const std::string text = text_at(hostile.corpus().sources[0], found["location"]["range"]);
    CHECK(text.starts_with("gone ::error::x"));
    CHECK(text.ends_with("]] .md"));
  }
  CHECK(links == 1);
}

}  // namespace runbookc
