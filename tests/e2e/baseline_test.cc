#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "e2e/process.h"
#include "e2e/sample_project.h"

namespace runbookc {
namespace {

// A project with a baseline that accepts two dead links.
void write_old_project(const TempFolder& folder) {
  write_sample_project(folder);
  folder.write("runbookc.yaml", "baseline: old.json\n");
  folder.write("content/a.md", kGoodPage + "\n[x](gone.md) and [y](lost.md)\n");
  REQUIRE(run_in(folder.path(), {"check", "--update-baseline"}).exit_code == 0);
}

nlohmann::json summary(const TempFolder& folder) {
  const auto result = run_in(folder.path(), {"check", "--format", "json"});
  REQUIRE(result.exit_code < 2);
  return nlohmann::json::parse(result.out)["summary"];
}

}  // namespace

TEST_CASE("old findings are accepted and counted, new ones fail") {
  const TempFolder folder;
  write_old_project(folder);
  const auto clean = run_in(folder.path(), {"check"});
  CHECK(clean.exit_code == 0);
  CHECK(contains(clean.out, "2 in the baseline"));
  folder.write("content/a.md", kGoodPage + "\nAbove.\n\n[y](lost.md) [x](gone.md) [z](new.md)\n");
  const auto result = run_in(folder.path(), {"check"});
  CHECK(result.exit_code == 1);
  CHECK(contains(result.out, "new.md"));
  CHECK_FALSE(contains(result.out, "lost.md'"));
}

TEST_CASE("the health page does not call clean what the baseline accepts") {
  const TempFolder folder;
  write_old_project(folder);
  REQUIRE(run_in(folder.path(), {"build", "--out", "site", "-q"}).exit_code == 0);
  const std::string health = folder.read("site/_/health.html");
  CHECK(contains(health, "Nothing was found that the baseline does not accept."));
  CHECK(contains(health, "2 findings in the baseline: known, accepted for now"));
  folder.write("runbookc.yaml", "site: { title: Runbooks }\n");
  REQUIRE(run_in(folder.path(), {"build", "--out", "site", "-q"}).exit_code == 0);
  CHECK_FALSE(contains(folder.read("site/_/health.html"), "in the baseline"));
}

TEST_CASE("what is fixed is reported, and drops out at the next update") {
  const TempFolder folder;
  write_old_project(folder);
  folder.write("content/a.md", kGoodPage + "\n[x](gone.md)\n");
  CHECK(summary(folder)["fixed"] == 1);
  const auto verbose = run_in(folder.path(), {"check", "-v"});
  CHECK(verbose.exit_code == 0);
  CHECK(contains(verbose.out, "1 of the baseline fixed"));
  CHECK(contains(verbose.out, "fixed: content/a.md: target-missing"));
  const auto updated = run_in(folder.path(), {"check", "--update-baseline"});
  CHECK(contains(updated.err, "wrote old.json: 1 accepted finding, 0 new, 1 dropped"));
  CHECK(summary(folder)["fixed"] == 0);
}

TEST_CASE("a page may gain its first section, or lose its last, without a new finding") {
  const TempFolder folder;
  write_sample_project(folder);
  folder.write("runbookc.yaml", "baseline: old.json\nrules:\n  section-empty: off\n");
  const std::string bare = "---\ntype: alert\n---\n\n# Disk full\n\nA disk is full.\n";
  const std::string begun = bare + "\n## Meaning\n\nA disk is full.\n";
  folder.write("content/a.md", bare);
  REQUIRE(run_in(folder.path(), {"check", "--update-baseline"}).exit_code == 0);
  folder.write("content/a.md", begun);
  CHECK(run_in(folder.path(), {"check"}).exit_code == 0);
  CHECK(summary(folder)["fixed"] == 0);
  REQUIRE(run_in(folder.path(), {"check", "--update-baseline"}).exit_code == 0);
  folder.write("content/a.md", bare);
  const auto lost = run_in(folder.path(), {"check"});
  CHECK(lost.exit_code == 1);  // the first section was not accepted as missing
  CHECK(contains(lost.out, "there is none of the 4 sections"));
  CHECK(summary(folder)["fixed"] == 0);
}

TEST_CASE("what went with its file is told from what was fixed, and drops out, too") {
  const TempFolder folder;
  write_old_project(folder);
  folder.write("content/b.md", kGoodPage + "\n[x](none.md)\n");
  REQUIRE(run_in(folder.path(), {"check", "--update-baseline"}).exit_code == 0);
  std::filesystem::remove(folder.path("content/a.md"));
  folder.write("content/b.md", kGoodPage);
  CHECK(summary(folder)["fixed"] == 1);
  CHECK(summary(folder)["gone"] == 2);
  const auto verbose = run_in(folder.path(), {"check", "-v"});
  CHECK(verbose.exit_code == 0);
  CHECK(contains(verbose.out, "1 of the baseline fixed, 2 gone with their files"));
  CHECK(contains(verbose.out, "gone with its file: content/a.md: target-missing"));
  CHECK(contains(verbose.out, "fixed: content/b.md: target-missing"));
  CHECK(contains(verbose.out, "drops what is no longer found"));
  const auto updated = run_in(folder.path(), {"check", "--update-baseline"});
  CHECK(contains(updated.err, "0 accepted findings, 0 new, 3 dropped"));
}

TEST_CASE("an update puts the whole baseline in place at once, and keeps a link and the mode") {
  const TempFolder folder;
  write_old_project(folder);
  std::filesystem::rename(folder.path("old.json"), folder.path("real.json"));
  std::filesystem::create_symlink("real.json", folder.path("old.json"));
  std::filesystem::permissions(folder.path("real.json"), std::filesystem::perms(0640));
  // Whoever has the old file open keeps the old text: it was not written over.
  std::ifstream open_before(folder.path("real.json"));
  const std::string before = folder.read("real.json");
  folder.write("content/a.md", kGoodPage);
  REQUIRE(run_in(folder.path(), {"check", "--update-baseline"}).exit_code == 0);
  CHECK(folder.read("real.json") != before);
  CHECK(std::string(std::istreambuf_iterator<char>(open_before), {}) == before);
  CHECK(std::filesystem::is_symlink(folder.path("old.json")));
  CHECK(std::filesystem::status(folder.path("real.json")).permissions() ==
        std::filesystem::perms(0640));
}

TEST_CASE("an update is advised only if it accepts nothing new, in files not asked for too") {
  const TempFolder folder;
  write_old_project(folder);
  folder.write("content/a.md", kGoodPage + "\n[x](gone.md)\n");
  const auto alone = run_in(folder.path(), {"check"});
  CHECK(contains(alone.out, "`runbookc check --update-baseline` drops"));
  folder.write("content/b.md", kGoodPage + "\n[x](none.md)\n");
  const auto all = run_in(folder.path(), {"check"});
  CHECK(contains(all.out, "1 of the baseline fixed"));
  CHECK_FALSE(contains(all.out, "--update-baseline"));
  const auto chosen = run_in(folder.path(), {"check", "content/a.md"});
  CHECK(chosen.exit_code == 0);
  CHECK(contains(chosen.out, "1 of the baseline fixed"));
  CHECK_FALSE(contains(chosen.out, "--update-baseline"));
}

TEST_CASE("an update of one file leaves the others' lines alone, and twice is once") {
  const TempFolder folder;
  write_old_project(folder);
  folder.write("content/b.md", kGoodPage + "\n[x](none.md)\n");
  const std::string before = folder.read("old.json");
  REQUIRE(run_in(folder.path(), {"check", "--update-baseline", "content/b.md"}).exit_code == 0);
  const std::string after = folder.read("old.json");
  CHECK(std::ranges::count(after, '\n') == std::ranges::count(before, '\n') + 1);
  CHECK(contains(after, before.substr(before.find("content/a.md"), 40)));
  REQUIRE(run_in(folder.path(), {"check", "--update-baseline"}).exit_code == 0);
  CHECK(folder.read("old.json") == after);
}

TEST_CASE("a missing or damaged baseline ends the run, so that deleting it is no way out") {
  const TempFolder folder;
  write_sample_project(folder);
  folder.write("runbookc.yaml", "baseline: old.json\n");
  const auto missing = run_in(folder.path(), {"check"});
  CHECK(missing.exit_code == 2);
  CHECK(contains(missing.err, "the baseline old.json does not exist"));
  folder.write("old.json", "{\"version\": 1,\n \"findings\": 7}\n");
  const auto damaged = run_in(folder.path(), {"check"});
  CHECK(damaged.exit_code == 2);
  CHECK(contains(damaged.err, "old.json:2:14: error: 'findings' should be a list"));
  CHECK(run_in(folder.path(), {"build"}).exit_code == 2);
}

TEST_CASE("the command line's baseline is taken instead of the project's") {
  const TempFolder folder;
  write_old_project(folder);
  folder.write("trusted.json", "{\"version\": 1, \"findings\": []}");
  CHECK(run_in(folder.path(), {"check", "--baseline", "trusted.json"}).exit_code == 1);
  CHECK(run_in(folder.path(), {"check", "--baseline", "none.json"}).exit_code == 2);
  CHECK(run_in(folder.path(), {"check", "--baseline", "no/folder.json"}).exit_code == 2);
}

TEST_CASE("without a file to write, an update says what is missing") {
  const TempFolder folder;
  write_sample_project(folder);
  const auto result = run_in(folder.path(), {"check", "--update-baseline"});
  CHECK(result.exit_code == 2);
  CHECK(contains(result.err, "name it with --baseline FILE"));
}

TEST_CASE("a baseline that is a link out of the project is not followed") {
  const TempFolder folder;
  write_sample_project(folder);
  const TempFolder outside;
  outside.write("b.json", "{\"version\": 1, \"findings\": []}");
  folder.write("runbookc.yaml", "baseline: old.json\n");
  std::filesystem::create_symlink(outside.path("b.json"), folder.path("old.json"));
  const auto result = run_in(folder.path(), {"check"});
  CHECK(result.exit_code == 2);
  CHECK(contains(result.err, "leads out of the project"));
}

TEST_CASE("the site's data sets aside what the baseline accepts, as check does") {
  const TempFolder folder;
  write_old_project(folder);
  REQUIRE(run_in(folder.path(), {"build"}).exit_code == 0);
  const auto written = nlohmann::json::parse(folder.read("site/diagnostics.json"));
  CHECK(written["summary"]["baselined"] == 2);
  CHECK(folder.read("site/diagnostics.json") ==
        run_in(folder.path(), {"check", "--format", "json"}).out);
}

TEST_CASE("a new finding among hundreds of accepted ones is seen") {
  const TempFolder folder;
  write_sample_project(folder);
  folder.write("runbookc.yaml", "baseline: old.json\n");
  std::string text = kGoodPage + "\n";
  for (int i = 0; i < 300; ++i) text += "[x](gone" + std::to_string(i) + ".md)\n";
  folder.write("content/a.md", text);
  const auto updated = run_in(folder.path(), {"check", "--update-baseline"});
  CHECK(contains(updated.err, "300 accepted findings, 300 new"));
  CHECK(run_in(folder.path(), {"check"}).exit_code == 0);
  folder.write("content/a.md", text + "\n[x](new.md)\n");
  const auto result = run_in(folder.path(), {"check"});
  CHECK(result.exit_code == 1);
  CHECK(contains(result.out, "'new.md' does not exist"));
}

TEST_CASE("an unsaved buffer does not get into a baseline") {
  const TempFolder folder;
  write_old_project(folder);
  const auto result =
      run_in(folder.path(), {"check", "--stdin-filename", "content/a.md", "--update-baseline"});
  CHECK(result.exit_code == 2);
  CHECK(contains(result.err, "do not go together"));
}

TEST_CASE("a first baseline says what makes later checks know it") {
  const TempFolder folder;
  write_sample_project(folder);
  folder.write("content/a.md", kGoodPage + "\n[x](gone.md)\n");
  const std::vector<std::string> write = {"check", "--baseline", "b.json", "--update-baseline"};
  const auto first = run_in(folder.path(), write);
  CHECK(first.exit_code == 0);
  CHECK(contains(first.err, "add `baseline: b.json` to runbookc.yaml"));
  const auto from_below =
      run_in(folder.path("content"), {"check", "--baseline", "../b.json", "--update-baseline"});
  CHECK(contains(from_below.err, "add `baseline: b.json` to ../runbookc.yaml"));
  folder.write("runbookc.yaml", "baseline: b.json\n");
  CHECK(run_in(folder.path(), {"check"}).exit_code == 0);
  CHECK_FALSE(contains(run_in(folder.path(), write).err, "add `"));
  folder.write("runbookc.yaml", "baseline: other.json\n");
  CHECK(contains(run_in(folder.path(), write).err,
                 "it counts only with --baseline: runbookc.yaml names other.json"));
}

TEST_CASE("the tip of a first baseline does what it says where there is no project file") {
  const TempFolder folder;
  std::string text = kGoodPage + "\n";
  for (int i = 0; i < 120; ++i) text += "[x](gone" + std::to_string(i) + ".md)\n";
  folder.write("ops/notes/a.md", text);
  folder.write("other/b.md", text);
  const auto first = run_in(folder.path(), {"check", "ops/notes"});
  REQUIRE(first.exit_code == 1);
  CHECK(contains(first.out,
                 "`runbookc check --baseline ops/notes/runbookc-baseline.json --update-baseline "
                 "ops/notes` accepts what is old"));
  const auto written =
      run_in(folder.path(), {"check", "--baseline", "ops/notes/runbookc-baseline.json",
                             "--update-baseline", "ops/notes"});
  CHECK(written.exit_code == 0);
  CHECK(contains(written.err, "pass --baseline ops/notes/runbookc-baseline.json to later checks"));
  CHECK_FALSE(contains(written.err, "runbookc.yaml"));
  CHECK_FALSE(contains(folder.read("ops/notes/runbookc-baseline.json"), "b.md"));
  CHECK(run_in(folder.path(),
               {"check", "ops/notes", "--baseline", "ops/notes/runbookc-baseline.json"})
            .exit_code == 0);
}

TEST_CASE("a baseline that is not there is told with the command that writes it, and no other") {
  const TempFolder folder;
  write_old_project(folder);
  const auto other = run_in(folder.path(), {"check", "--baseline", "none.json"});
  CHECK(other.exit_code == 2);
  CHECK(contains(other.err, "`runbookc check --update-baseline --baseline none.json`"));
}

TEST_CASE("a baseline in the middle of a merge says so at the marker") {
  const TempFolder folder;
  write_old_project(folder);
  folder.write("old.json", "{\n  \"version\": 1,\n<<<<<<< HEAD\n=======\n>>>>>>> x\n}\n");
  const auto result = run_in(folder.path("content"), {"check"});
  CHECK(result.exit_code == 2);
  CHECK(result.err.starts_with(
      "../old.json:3:1: error: the baseline holds the markers of a merge conflict\n"
      "  help: take either side whole, then write it anew with --update-baseline\n"));
}

TEST_CASE("--no-baseline shows everything, and counts it") {
  const TempFolder folder;
  write_old_project(folder);
  const auto check = run_in(folder.path(), {"check", "--no-baseline"});
  CHECK(check.exit_code == 1);
  CHECK(contains(check.out, "2 errors, 0 warnings in 2 files\n"));
  CHECK(run_in(folder.path(), {"fix"}).exit_code == 0);
  CHECK(run_in(folder.path(), {"fix", "--no-baseline"}).exit_code == 1);
  for (const char* other : {"--baseline=old.json", "--update-baseline"}) {
    const auto both = run_in(folder.path(), {"check", "--no-baseline", other});
    CHECK(both.exit_code == 2);
    CHECK(contains(both.err, "do not go together"));
  }
  std::filesystem::remove(folder.path("old.json"));
  CHECK(run_in(folder.path(), {"check"}).exit_code == 2);
  CHECK(run_in(folder.path(), {"check", "--no-baseline"}).exit_code == 1);
}

}  // namespace runbookc
