// Every report format with the real program, judged by other people's tools.
#include <catch2/catch.hpp>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "e2e/process.h"
#include "e2e/sample_project.h"

namespace runbookc {
namespace {

using Json = nlohmann::json;

const std::string kSchemas = RUNBOOKC_SOURCE_DIR "/tests/spec/reports/";
const std::string kHostileName =
    "content/\n::error::p ##[error] \x1b[2J \"]]><s> %0A\r\xe2\x80\xae\xf0\x9f\x94\x81,:.md";
const std::string kHostilePage =
    "---\ntitle: \"\\n::error::x ##[error] \\e[2J ]]> <script>\"\nowner: \"nobody ]]> "
    "##[error]\\r\"\n"
    "last_reviewed: 2026-11-01\n---\n\n# \x1b[2J ##[error] ]]> <script>alert(1)</script>\n\n"
    "\xf0\x9f\x94\x81 [x](<gone ##[error] %0A ]] \"q\".md>)\n\n::error::x\n";

// A project in docs/ops of a repository, with a clean page, a hostile one and plain bad ones.
void write_repository(const TempFolder& folder) {
  folder.write(".git/HEAD", "ref: refs/heads/main\n");
  folder.write("docs/ops/runbookc.yaml", "site: { title: Sample }\n");
  folder.write("docs/ops/content/owners.yaml", kOwners);
  folder.write("docs/ops/content/good.md", kGoodPage);
  folder.write("docs/ops/" + kHostileName, kHostilePage);
  for (char page = 'a'; page < 'n'; ++page) {
    folder.write(std::string("docs/ops/content/bad-") + page + ".md",
                 kGoodPage + "\n[x](gone.md)\n");
  }
}

struct Reports {
  std::string sarif, gitlab, junit, rdjson, github;
  Json json;
};

Reports all_reports(const TempFolder& folder) {
  write_repository(folder);
  const auto result = run_in(folder.path("docs/ops"),
                             {"check", "-v", "--format", "sarif=r.sarif", "--format",
                              "gitlab=r.gitlab.json", "--format=junit=r.xml", "--format",
                              "rdjson=r.rdjson", "--format", "json=r.json", "--format", "github"});
  CAPTURE(result.err);
  REQUIRE(result.exit_code == 1);
  const auto read = [&](const std::string& name) { return folder.read("docs/ops/" + name); };
  return {.sarif = read("r.sarif"),
          .gitlab = read("r.gitlab.json"),
          .junit = read("r.xml"),
          .rdjson = read("r.rdjson"),
          .github = result.out,
          .json = Json::parse(read("r.json"))};
}

std::string read_file(const std::string& path) {
  std::ostringstream out;
  out << std::ifstream(path, std::ios::binary).rdbuf();
  return out.str();
}

// The last line that holds `part`, without the comma after an item; "" if none does.
std::string last_line_with(const std::string& text, std::string_view part) {
  const auto found = text.rfind(part);
  if (found == std::string::npos) return "";
  const auto begin = text.rfind('\n', found) + 1;
  const std::string line = text.substr(begin, text.find('\n', found) - begin);
  return line.ends_with(',') ? line.substr(0, line.size() - 1) : line;
}

// Debian's packages, which script/bootstrap test installs.
void check_with_python(const TempFolder& folder, const std::string& report,
                       const std::string& schema) {
  ProcessOptions options;
  options.program = "/usr/bin/python3";
  const auto result = run_tool(
      {"-c",
       "import json, sys, jsonschema\n"
       "schema, report = (json.load(open(name, encoding='utf-8')) for name in sys.argv[1:])\n"
       "kind = jsonschema.validators.validator_for(schema)\n"
       "kind.check_schema(schema)\n"
       "for error in kind(schema).iter_errors(report): print(error)\n"
       "print(kind.__name__, 'done')\n",
       kSchemas + schema, folder.path("docs/ops/" + report)},
      options);
  CAPTURE(result.err);
  CHECK(result.exit_code == 0);
  CHECK(result.out == "Draft4Validator done\n");
}

}  // namespace

TEST_CASE("reports satisfy an independent judge of their published schemas") {
  const TempFolder folder;
  all_reports(folder);
  check_with_python(folder, "r.sarif", "sarif-schema-2.1.0.json");
  check_with_python(folder, "r.rdjson", "DiagnosticResult.json");
  ProcessOptions options;
  options.program = "xmllint";
  const auto result = run_tool(
      {"--nonet", "--noout", "--schema", kSchemas + "junit-10.xsd", folder.path("docs/ops/r.xml")},
      options);
  CHECK(result.err == folder.path("docs/ops/r.xml") + " validates\n");
  CHECK(result.exit_code == 0);
}

TEST_CASE("every finding is in every report, at its path in the repository") {
  const Reports reports = all_reports(TempFolder());
  const Json& findings = reports.json["diagnostics"];
  REQUIRE(findings.size() >= 15);
  const Json results = Json::parse(reports.sarif)["runs"].at(0)["results"];
  const Json issues = Json::parse(reports.gitlab);
  const Json diagnostics = Json::parse(reports.rdjson)["diagnostics"];
  CHECK(results.size() == findings.size());
  CHECK(count_in(reports.junit, "[RB") == findings.size());
  REQUIRE(issues.size() == findings.size());
  REQUIRE(diagnostics.size() == findings.size());
  for (std::size_t i = 0; i < findings.size(); ++i) {
    const std::string path = findings[i]["path"];
    CHECK(path.starts_with("content/"));
    CHECK(issues[i]["location"]["path"] == "docs/ops/" + path);
    CHECK(diagnostics[i]["location"]["path"] == "docs/ops/" + path);
  }
  for (const Json& result : results) {
    const Json& place = result["locations"].at(0)["physicalLocation"]["artifactLocation"];
    CHECK(place["uri"].get<std::string>().starts_with("docs/ops/content/"));
  }
  CHECK(contains(reports.junit,
                 "<testcase classname=\"runbookc\" name=\"docs/ops/content/good.md\"/>"));
}

TEST_CASE("SARIF from the program describes its rules") {
  const Json driver = Json::parse(all_reports(TempFolder()).sarif)["runs"].at(0)["tool"]["driver"];
  CHECK(driver["name"] == "runbookc");
  std::size_t links = 0;
  for (const Json& rule : driver["rules"]) {
    CHECK(rule["help"]["markdown"].get<std::string>().size() > 100);
    if (rule["id"] == "RB301") ++links;
  }
  CHECK(links == 1);
}

TEST_CASE("a GitHub log shows ten errors, and says how many more there are") {
  const std::string log = all_reports(TempFolder()).github;
  CHECK(count_in("\n" + log, "\n::error file=docs/ops/content/") == 10);
  CHECK(count_in("\n" + log, "\n::") == count_in(log, "title=RB"));
  CHECK(contains(log, "; not annotated: "));
  CHECK_FALSE(contains(log, "##["));
  CHECK_FALSE(contains(log, "\x1b"));
  CHECK_FALSE(contains(log, "\r"));
}

TEST_CASE("outside a repository paths stay relative to the project") {
  const TempFolder folder;
  write_sample_project(folder);
  folder.write("content/bad.md", kGoodPage + "\n[x](gone.md)\n");
  const auto result = run_in(folder.path(), {"check", "--format", "gitlab"});
  CHECK(Json::parse(result.out).at(0)["location"]["path"] == "content/bad.md");
}

TEST_CASE("reports narrow to the paths given, passing files too") {
  const TempFolder folder;
  write_sample_project(folder);
  folder.write("content/bad.md", kGoodPage + "\n[x](gone.md)\n");
  const auto result = run_in(folder.path(), {"check", "--format", "junit", "content/good.md"});
  CHECK(result.exit_code == 0);
  CHECK(count_in(result.out, "<testcase ") == 1);
  CHECK(contains(result.out, "name=\"content/good.md\"/>"));
}

TEST_CASE("the same run gives the same reports at any number of threads") {
  const TempFolder folder;
  write_repository(folder);
  for (const char* format : {"sarif", "github", "gitlab", "junit", "rdjson"}) {
    CAPTURE(format);
    const auto one = run_in(folder.path("docs/ops"), {"check", "-j1", "--format", format});
    const auto four =
        run_in(folder.path("docs"), {"check", "-C", "ops", "-j4", "--format", format});
    CHECK(one.out == four.out);
  }
}

TEST_CASE("two reports in one file are a usage error, however the file is written") {
  const TempFolder folder;
  write_sample_project(folder);
  for (const char* other : {"json=r", "json=./r", "json=content/../r"}) {
    CAPTURE(other);
    const auto result = run_in(folder.path(), {"check", "--format", "sarif=r", "--format", other});
    CHECK(result.exit_code == 2);
    CHECK(contains(result.err, "two reports cannot share the file"));
    CHECK_FALSE(folder.has("r"));
  }
  CHECK(run_in(folder.path(),
               {"check", "--format", "sarif=r", "--format", "json=s", "--format", "text"})
            .exit_code == 0);
}

TEST_CASE("the documentation of reports shows what the program prints") {
  const TempFolder folder;
  folder.write(".git/HEAD", "");
  folder.write("docs/runbookc.yaml", "site: { title: Northwind }\n");
  folder.write("docs/content/failover.md",
               "---\ntitle: Fail over the orders database\n---\n\n# Fail over the orders "
               "database\n\nRead [the runbook of the standby](standy.md) first.\n");
  folder.write("docs/content/standby.md", "---\ntitle: Standby\n---\n\n# Standby\n\nText.\n");
  const std::string page = read_file(RUNBOOKC_SOURCE_DIR "/docs/reports.md");
  for (const char* format : {"github", "sarif", "gitlab", "junit", "rdjson"}) {
    const std::string report = run_in(folder.path("docs"), {"check", "--format", format}).out;
    const std::string line = last_line_with(report, "'standy.md' does not exist");
    INFO(line);
    CHECK(line.size() > 100);
    CHECK(contains(page, "\n" + line + "\n"));
  }
}

TEST_CASE("the help of check names every format") {
  const std::string help = run_tool({"check", "--help"}).out;
  CHECK(contains(help, "github, gitlab, json, junit, rdjson, sarif, text"));
}

TEST_CASE("what GitHub would not annotate is in the log of the step") {
  const TempFolder folder;
  write_sample_project(folder);
  std::string page = kGoodPage + "\n";
  for (int i = 0; i < 12; ++i) page += "[x](::error::n" + std::to_string(i) + ".md)\n";
  folder.write("content/a.md", page);
  const auto result = run_in(folder.path(), {"check", "--format", "github"});
  CAPTURE(result.out);
  CHECK(count_in("\n" + result.out, "\n::") == 10);
  CHECK(
      contains(result.out, "\ncontent/a.md:30:5: error RB301: '::error::n10.md' does not exist\n"));
  CHECK(
      contains(result.out, "\ncontent/a.md:31:5: error RB301: '::error::n11.md' does not exist\n"));
  CHECK(result.out.ends_with("not annotated: 2 errors, as GitHub shows 10 of each kind a step\n"));
}

}  // namespace runbookc
