#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "e2e/process.h"
#include "e2e/sample_project.h"

namespace runbookc {
namespace {

nlohmann::json findings(const TempFolder& folder, std::vector<std::string> more = {}) {
  std::vector<std::string> arguments = {"check", "--format", "json"};
  arguments.insert(arguments.end(), more.begin(), more.end());
  const auto result = run_in(folder.path(), arguments);
  CAPTURE(result.err);
  REQUIRE(result.exit_code < 2);
  return nlohmann::json::parse(result.out);
}

}  // namespace

TEST_CASE("a clean project is one line and exit code 0") {
  const TempFolder folder;
  write_sample_project(folder);
  const auto result = run_in(folder.path(), {"check"});
  CHECK(result.exit_code == 0);
  CHECK(result.out == "no errors or warnings in 1 file\n");
  CHECK(result.err.empty());
}

TEST_CASE("a broken link is an error with its line, and exit code 1") {
  const TempFolder folder;
  write_sample_project(folder);
  folder.write("content/good.md", kGoodPage + "\nSee [that](god.md).\n");
  const auto result = run_in(folder.path(), {"check"});
  CHECK(result.exit_code == 1);
  CHECK(contains(result.out, "content/good.md:20:"));
  CHECK(contains(result.out, "error[RB301 target-missing]"));
  CHECK(contains(result.out, "See [that](god.md)."));
  CHECK(contains(result.out, "good.md"));
  CHECK(contains(result.out, "runbookc explain RB301"));
  CHECK(run_in(folder.path(), {"check", "--fail-on", "never"}).exit_code == 0);
}

TEST_CASE("warnings fail only if they are asked to") {
  const TempFolder folder;
  write_sample_project(folder);
  folder.write("content/good.md", "# No front matter\n\nBut text.\n");
  CHECK(run_in(folder.path(), {"check"}).exit_code == 0);
  CHECK(run_in(folder.path(), {"check", "--fail-on", "warning"}).exit_code == 1);
  folder.write("runbookc.yaml", "fail_on: warning\n");
  CHECK(run_in(folder.path(), {"check"}).exit_code == 1);
  CHECK(run_in(folder.path(), {"check", "--fail-on", "error"}).exit_code == 0);
}

TEST_CASE("common options are taken before and after the command") {
  const TempFolder folder;
  write_sample_project(folder);
  CHECK(run_tool({"-C", folder.path(), "check", "-q"}).exit_code == 0);
  CHECK(run_tool({"check", "-C", folder.path(), "--quiet"}).exit_code == 0);
  CHECK(run_tool({"-C" + folder.path(), "-j2", "check"}).exit_code == 0);
}

TEST_CASE("today comes from --today, then SOURCE_DATE_EPOCH") {
  const TempFolder folder;
  write_sample_project(folder);
  CHECK(findings(folder)["today"] == "2026-11-21");
  const auto later = findings(folder, {"--today", "2027-06-01"});
  CHECK(later["today"] == "2027-06-01");
  CHECK(later["summary"]["warnings"] == 1);
  CHECK(later["diagnostics"].at(0)["name"] == "review-overdue");
  ProcessOptions options;
  options.directory = folder.path();
  options.environment = {{"SOURCE_DATE_EPOCH", "0"}};
  CHECK(contains(run_tool({"check", "--format", "json"}, options).out, "\"1970-01-01\""));
}

TEST_CASE("a report goes to a file, and another to standard output") {
  const TempFolder folder;
  write_sample_project(folder);
  const auto result =
      run_in(folder.path(), {"check", "--format", "json=report.json", "--format", "text"});
  CHECK(result.exit_code == 0);
  CHECK(contains(result.out, "no errors or warnings"));
  CHECK(nlohmann::json::parse(folder.read("report.json"))["summary"]["files"] == 1);
  CHECK(contains(result.err, "wrote report.json"));
}

TEST_CASE("a report that cannot be written is exit code 2") {
  const TempFolder folder;
  write_sample_project(folder);
  const auto result = run_in(folder.path(), {"check", "--format", "json=no/such/folder.json"});
  CHECK(result.exit_code == 2);
  CHECK(contains(result.err, "cannot write no/such/folder.json"));
}

TEST_CASE("paths narrow the report and not what is loaded") {
  const TempFolder folder;
  write_sample_project(folder);
  folder.write("content/db/bad.md", kGoodPage + "\n[x](gone.md) [y](../good.md)\n");
  const auto all = findings(folder);
  CHECK(all["summary"]["files"] == 2);
  CHECK(all["summary"]["errors"] == 1);
  CHECK(findings(folder, {"content/good.md"})["summary"]["errors"] == 0);
  CHECK(findings(folder, {"content/db"})["summary"]["errors"] == 1);
  CHECK(findings(folder, {"content/db/"})["summary"]["files"] == 1);
  CHECK(findings(folder, {"content/db/bad.md"})["summary"]["files"] == 1);
  CHECK(findings(folder, {"."})["summary"]["files"] == 2);
  CHECK(findings(folder, {"-C", "content/db", "bad.md"})["summary"]["files"] == 1);
}

TEST_CASE("paths that select no document are a notice and exit code 0") {
  const TempFolder folder;
  write_sample_project(folder);
  folder.write("notes.txt", "x");
  const auto result = run_in(folder.path(), {"check", "notes.txt"});
  CHECK(result.exit_code == 0);
  CHECK(contains(result.err, "no document among the paths"));
}

TEST_CASE("a path that does not exist is exit code 2, with the nearest one") {
  const TempFolder folder;
  write_sample_project(folder);
  const auto result = run_in(folder.path(), {"check", "content/goood.md"});
  CHECK(result.exit_code == 2);
  CHECK(contains(result.err, "there is no file or folder 'content/goood.md'"));
  CHECK(contains(result.err, "did you mean 'good.md'?"));
  CHECK(run_in(folder.path(), {"check", "/"}).exit_code == 2);
}

TEST_CASE("a content root without a document is exit code 2 and says so") {
  const TempFolder folder;
  folder.write("runbookc.yaml", "site: { title: Empty }\n");
  folder.write("content/owners.yaml", kOwners);
  for (const char* command : {"check", "build", "index", "commands"}) {
    const auto result = run_in(folder.path(), {command});
    CAPTURE(command, result.err);
    CHECK(result.exit_code == 2);
    CHECK(contains(result.err, "there is no document in 'content'"));
  }
}

TEST_CASE("a configured content folder that does not exist is exit code 2") {
  const TempFolder folder;
  folder.write("runbookc.yaml", "content: runbooks\n");
  const auto result = run_in(folder.path(), {"check"});
  CHECK(result.exit_code == 2);
  CHECK(contains(result.err, "runbooks"));
}

TEST_CASE("a folder is checked with no project at all") {
  const TempFolder folder;
  folder.write("some/folder/a.md", "# A\n\n[b](b.md) [c](c.md)\n");
  folder.write("some/folder/b.md", "# B\n\nText.\n");
  const auto result = run_in(folder.path(), {"check", "some/folder", "--format", "json"});
  REQUIRE(result.exit_code == 1);
  const auto json = nlohmann::json::parse(result.out);
  CHECK(json["summary"]["files"] == 2);
  CHECK(json["summary"]["errors"] == 1);
  CHECK(json["diagnostics"].at(0)["path"] == "a.md");
}

TEST_CASE("the same findings at any number of threads") {
  const TempFolder folder;
  write_sample_project(folder);
  for (int i = 0; i < 60; ++i) {
    folder.write("content/p" + std::to_string(i) + ".md",
                 "# P\n\n[x](no" + std::to_string(i) + ".md)\n");
  }
  const auto one = run_in(folder.path(), {"check", "--format", "json", "-j1"});
  const auto eight = run_in(folder.path(), {"check", "--format", "json", "-j8"});
  CHECK(one.exit_code == 1);
  CHECK(one.out == eight.out);
}

TEST_CASE("a suppression holds on its last day, and one whose date is none never") {
  const TempFolder folder;
  write_sample_project(folder);
  const auto check_until = [&](const std::string& date) {
    folder.write("content/a.md", kGoodPage +
                                     "\n<!-- runbookc-disable-next-line RB301: soon (until " +
                                     date + ") -->\n[x](nowhere.md)\n");
    return run_in(folder.path(), {"--today", "2026-11-21", "check"});
  };
  const auto last_day = check_until("2026-11-21");
  CHECK(last_day.exit_code == 0);
  CHECK(contains(last_day.out, "no errors or warnings in 2 files (1 suppressed)"));
  const auto past = check_until("2026-11-19");
  CHECK(past.exit_code == 1);
  CHECK(contains(past.out, "RB903 suppression-expired]: the suppression ended on 2026-11-19"));
  const auto none = check_until("2027-13-99");
  CHECK(none.exit_code == 1);
  CHECK(contains(none.out, "'2027-13-99' is not a date, so the suppression does not apply"));
  CHECK_FALSE(contains(none.out, "ended on"));
}

TEST_CASE("the suppression that the documentation shows can be copied") {
  std::ostringstream page;
  page << std::ifstream(RUNBOOKC_SOURCE_DIR "/docs/suppressions.md").rdbuf();
  const std::string text = page.str();
  const std::string fence = "```markdown\n";
  const auto start = text.find(fence) + fence.size();
  const TempFolder folder;
  write_sample_project(folder);
  folder.write("content/a.md",
               kGoodPage + "\n" + text.substr(start, text.find("```", start) - start));
  const auto result = run_in(folder.path(), {"check", "--fail-on", "warning"});
  CAPTURE(result.out);
  CHECK(result.exit_code == 0);
  CHECK(contains(result.out, "no errors or warnings in 2 files (1 suppressed)"));
}

TEST_CASE("a suppression above a wrapped paragraph says which line it covers") {
  const TempFolder folder;
  write_sample_project(folder);
  folder.write("content/a.md", kGoodPage +
                                   "\n<!-- runbookc-disable-next-line RB301: soon -->\n"
                                   "See the page\n[x](nowhere.md)\n");
  const auto result = run_in(folder.path(), {"check"});
  CHECK(result.exit_code == 1);
  CHECK(contains(result.out,
                 "= help: it covers line 21 only; the finding in line 22 needs "
                 "'runbookc-disable' before the paragraph"));
}

TEST_CASE("one cause is one finding: a page of another type, a misspelt date") {
  const TempFolder folder;
  write_sample_project(folder);
  folder.write("content/moved.md",
               "---\ntype: alert\nlastreviewed: 2026-05-01\nowner: platform\n"
               "---\n\n# Moved\n\nSee [good](good.md).\n");
  const auto found = findings(folder);
  std::vector<std::string> codes;
  for (const auto& finding : found["diagnostics"]) {
    if (finding["path"] == "content/moved.md") codes.push_back(finding["code"]);
  }
  CHECK(std::ranges::count(codes, "RB201") == 1);
  CHECK(std::ranges::count(codes, "RB105") == 1);
  CHECK(std::ranges::count(codes, "RB501") == 0);
}

TEST_CASE("an address that the site does not link is an error, before its reader finds out") {
  const TempFolder folder;
  write_sample_project(folder);
  folder.write("content/a.md", kGoodPage +
                                   "\n[x](link:https://example.com/a) [y](tel:+123)\n"
                                   "[z]({{< ref \"god.md\" >}})\n");
  const auto result = run_in(folder.path(), {"check"});
  CHECK(result.exit_code == 1);
  CHECK(contains(result.out, "'link:' is a scheme that the site does not link"));
  CHECK(contains(result.out, "write the address without 'link:'"));
  CHECK(contains(result.out, "'god.md' does not exist"));
  CHECK(!contains(result.out, "'tel:'"));
}

}  // namespace runbookc
