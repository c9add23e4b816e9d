#include <sys/stat.h>

#include <catch2/catch.hpp>
#include <filesystem>

#include "e2e/process.h"
#include "e2e/sample_project.h"

namespace runbookc {
namespace {

// Findings of several kinds, all of which can be fixed.
void write_mendable_project(const TempFolder& folder) {
  write_sample_project(folder);
  folder.write("content/other.md", kGoodPage + "\n## Restart the gateway\n\nNow.\n");
  folder.write(
      "content/a.md",
      "---\r\ntitle: A\r\nownr: dba\r\nlast_reviewed: 2026-11-01\r\nreview_every: 90 days\r\n"
      "---\r\n\r\n# A\r\n\r\nSee [g](Other.md#restart-the-gatway) and\xE2\x80\x8B [x][y].\r\n\r\n"
      "[y]: <goood.md> \"t\"");
}

const std::string kMended =
    "---\r\ntitle: A\r\nowner: dba\r\nlast_reviewed: 2026-11-01\r\nreview_every: 90 days\r\n"
    "---\r\n\r\n# A\r\n\r\nSee [g](other.md#restart-the-gateway) and [x][y].\r\n\r\n"
    "[y]: <good.md> \"t\"";

}  // namespace

TEST_CASE("fix mends what it can, and changes no other byte") {
  const TempFolder folder;
  write_mendable_project(folder);
  const auto result = run_in(folder.path(), {"fix", "-v"});
  CAPTURE(result.out, result.err);
  CHECK(result.exit_code == 0);
  CHECK(folder.read("content/a.md") == kMended);
  CHECK(folder.read("content/good.md") == kGoodPage);
  CHECK(contains(result.out, "content/a.md: "));
  CHECK(contains(result.out, "RB105 unknown-key: rename the key to 'owner'"));
  CHECK(contains(result.out, "now no errors or warnings in 3 files"));
}

TEST_CASE("fixing twice changes nothing more") {
  const TempFolder folder;
  write_mendable_project(folder);
  REQUIRE(run_in(folder.path(), {"fix"}).exit_code == 0);
  const auto again = run_in(folder.path(), {"fix"});
  CHECK(contains(again.out, "nothing to fix"));
  CHECK(folder.read("content/a.md") == kMended);
  const auto diff = run_in(folder.path(), {"fix", "--diff"});
  CHECK(diff.exit_code == 0);
  CHECK(diff.out.empty());
}

TEST_CASE("--diff changes nothing, exits with 1, and patch makes of it what fix makes") {
  const TempFolder folder;
  write_mendable_project(folder);
  const std::string before = folder.read("content/a.md");
  const auto diff = run_in(folder.path(), {"fix", "--diff"});
  CHECK(diff.exit_code == 1);
  CHECK(folder.read("content/a.md") == before);
  CHECK(contains(diff.err, "would be fixed in 1 file; nothing was changed"));
  folder.write("fix.diff", diff.out);
  const std::string command = "cd '" + folder.path() + "' && patch --binary -s -p1 < fix.diff";
  REQUIRE(std::system(command.c_str()) == 0);  // NOLINT(*-env33-c)
  CHECK(folder.read("content/a.md") == kMended);
}

TEST_CASE("--diff says where to apply it to those who are elsewhere") {
  const TempFolder folder;
  write_mendable_project(folder);
  CHECK_FALSE(contains(run_in(folder.path(), {"fix", "--diff"}).err, "apply it with"));
  const auto elsewhere = run_in("/", {"-C", folder.path("content"), "fix", "--diff"});
  const std::string root = std::filesystem::canonical(folder.path()).string();
  CHECK(count_in(elsewhere.err, "apply it with: patch -p1 -d '" + root + "'\n") == 1);
  CHECK(contains(run_in(folder.path("content"), {"fix", "--diff"}).err, "apply it with"));
  CHECK_FALSE(contains(run_in("/", {"-q", "-C", folder.path(), "fix", "--diff"}).err, "apply it"));
  folder.write("fix.diff", elsewhere.out);
  const std::string command =
      "patch --binary -s -p1 -d '" + root + "' < '" + folder.path("fix.diff") + "'";
  REQUIRE(std::system(command.c_str()) == 0);  // NOLINT(*-env33-c)
  CHECK(folder.read("content/a.md") == kMended);
}

TEST_CASE("--diff escapes the folder that it names") {
  const TempFolder folder;
  const std::string name = "it's \x1b[31m";
  folder.write(name + "/a.md", "# A\n\nDrain <node>.\n");
  const auto result = run_in("/", {"-C", folder.path(name), "fix", "--diff", "--rule", "RB008"});
  CHECK(contains(result.err, R"(it'\''s )"));
  CHECK_FALSE(contains(result.err, "\x1b[31m"));
}

TEST_CASE("a fix that would make another finding is left out, and the others are made") {
  const TempFolder folder;
  write_sample_project(folder);
  folder.write("content/a.md",
               "---\ntitle: A\nownr: nobody\nlast_reviewed: 2026-11-01\n"
               "review_every: 90 days\n---\n\n# A\n\n[g](Good.md)\n");
  const auto result = run_in(folder.path(), {"fix"});
  CAPTURE(result.out, result.err);
  CHECK(contains(folder.read("content/a.md"), "ownr: nobody"));
  CHECK(contains(folder.read("content/a.md"), "[g](good.md)"));
  CHECK(contains(result.out, "content/a.md:3:1: left RB105 unknown-key as it is"));
  CHECK(contains(result.out, "would make another finding (RB"));
}

TEST_CASE("PATHs and --rule narrow what is fixed") {
  const TempFolder folder;
  write_mendable_project(folder);
  folder.write("content/b.md", kGoodPage + "\n[g](Good.md)\n");
  REQUIRE(run_in(folder.path(), {"fix", "--rule", "case-mismatch", "content/b.md"}).exit_code == 0);
  CHECK(contains(folder.read("content/b.md"), "(good.md)"));
  CHECK(contains(folder.read("content/a.md"), "ownr"));
  const auto unknown = run_in(folder.path(), {"fix", "--rule", "case-mismtch"});
  CHECK(unknown.exit_code == 2);
  CHECK(contains(unknown.err, "did you mean 'case-mismatch'?"));
}

TEST_CASE("suppressed findings are not fixed, accepted ones are") {
  const TempFolder folder;
  write_sample_project(folder);
  folder.write("runbookc.yaml", "baseline: old.json\n");
  folder.write("content/a.md",
               kGoodPage + "\n<!-- runbookc-disable-next-line RB303: quoted -->\n[g](Good.md)\n");
  folder.write("content/b.md", kGoodPage + "\n[g](Good.md)\n");
  REQUIRE(run_in(folder.path(), {"check", "--update-baseline"}).exit_code == 0);
  REQUIRE(run_in(folder.path(), {"fix"}).exit_code == 0);
  CHECK(contains(folder.read("content/a.md"), "(Good.md)"));
  CHECK(contains(folder.read("content/b.md"), "(good.md)"));
}

TEST_CASE("a file keeps its permissions, and a symbolic link is not written through") {
  const TempFolder folder;
  write_mendable_project(folder);
  REQUIRE(::chmod(folder.path("content/a.md").c_str(), 0640) == 0);
  REQUIRE(run_in(folder.path(), {"fix"}).exit_code == 0);
  struct stat info = {};
  REQUIRE(::stat(folder.path("content/a.md").c_str(), &info) == 0);
  CHECK((info.st_mode & 07777) == 0640);

  folder.write("content/elsewhere.txt", kGoodPage + "\n[g](Good.md)\n");
  std::filesystem::create_symlink("elsewhere.txt", folder.path("content/link.md"));
  const auto result = run_in(folder.path(), {"fix"});
  CHECK(result.exit_code == 1);  // what is found in the link remains
  CHECK(contains(result.out, "nothing to fix"));
  CHECK(contains(folder.read("content/elsewhere.txt"), "(Good.md)"));
  CHECK(std::filesystem::is_symlink(folder.path("content/link.md")));
}

TEST_CASE("a file with two names stays one file, and is not lost when the disk is full") {
  const TempFolder folder;
  write_mendable_project(folder);
  const std::string page = folder.path("content/a.md");
  std::filesystem::create_hard_link(page, folder.path("other-name"));
  const std::string before = folder.read("content/a.md");
  ProcessOptions full;
  full.directory = folder.path();
  full.file_size_limit = before.size() / 2;
  CHECK(run_tool({"fix"}, full).exit_code == 2);
  CHECK(folder.read("content/a.md") == before);

  REQUIRE(::chmod(page.c_str(), 0640) == 0);
  REQUIRE(run_in(folder.path(), {"fix"}).exit_code == 0);
  CHECK(folder.read("content/a.md") == kMended);
  CHECK(folder.read("other-name") == kMended);
  CHECK(std::filesystem::hard_link_count(page) == 2);
  struct stat info = {};
  REQUIRE(::stat(page.c_str(), &info) == 0);
  CHECK((info.st_mode & 07777) == 0640);
  std::size_t files = 0;
  for ([[maybe_unused]] const auto& entry :
       std::filesystem::directory_iterator(folder.path("content"))) {
    ++files;
  }
  CHECK(files == 4);  // nothing is left beside it
}

TEST_CASE("of hundreds of fixes, those that would make a finding are left out at once") {
  const TempFolder folder;
  write_sample_project(folder);
  const auto page = [](const std::string& owner) {
    return "---\ntitle: A\nownr: " + owner +
           "\nlast_reviewed: 2026-11-01\nreview_every: 90 days\n---\n\n# A\n\nText.\n";
  };
  for (int i = 0; i < 150; ++i) {
    folder.write("content/bad" + std::to_string(i) + ".md", page("nobody" + std::to_string(i)));
    folder.write("content/good" + std::to_string(i) + ".md", page("dba"));
  }
  const auto result = run_in(folder.path(), {"fix"});
  CHECK(contains(result.out, "150 findings fixed in 150 files"));
  CHECK(count_in(result.out, "as it is") == 150);
  const auto again = run_in(folder.path(), {"fix"});
  CHECK(contains(again.out, "nothing to fix"));
}

TEST_CASE("with a baseline, fix exits as check does") {
  const TempFolder folder;
  write_sample_project(folder);
  folder.write("runbookc.yaml", "baseline: old.json\n");
  folder.write("content/a.md", kGoodPage + "\n[g](nowhere.md)\n");
  REQUIRE(run_in(folder.path(), {"check", "--update-baseline"}).exit_code == 0);
  const auto result = run_in(folder.path(), {"fix"});
  CHECK(result.exit_code == 0);
  CHECK(
      contains(result.out, "nothing to fix; no errors or warnings in 2 files (1 in the baseline)"));
}

TEST_CASE("control characters in a diff stay bytes when it is not for a terminal") {
  const TempFolder folder;
  write_sample_project(folder);
  folder.write("content/a.md", kGoodPage + "\n\x1b[31m [g](Good.md)\n");
  CHECK(contains(run_in(folder.path(), {"fix", "--diff"}).out, "-\x1b[31m [g](Good.md)"));
}

TEST_CASE("more findings than a report shows are all fixed") {
  const TempFolder folder;
  write_sample_project(folder);
  std::string text = kGoodPage + "\n";
  for (int i = 0; i < 450; ++i) text += "[g" + std::to_string(i) + "](Good.md)\n";
  folder.write("content/a.md", text);
  REQUIRE(run_in(folder.path(), {"fix"}).exit_code == 0);
  CHECK_FALSE(contains(folder.read("content/a.md"), "Good.md"));
}

TEST_CASE("fix says that suggestions remain which are not certain enough") {
  const TempFolder folder;
  write_sample_project(folder);
  folder.write("content/goad.md", kGoodPage);
  folder.write("content/a.md", kGoodPage + "\n[g](Good.md) [x](goxd.md)\n");
  const auto check = run_in(folder.path(), {"check"});
  CHECK(contains(check.out, "= help: did you mean 'goad.md'?"));
  const auto result = run_in(folder.path(), {"fix"});
  CAPTURE(result.out);
  CHECK(contains(folder.read("content/a.md"), "[g](good.md) [x](goxd.md)"));
  CHECK(contains(result.out,
                 "1 suggestion is not certain enough to apply: `runbookc check` shows it\n"));
  folder.write("content/a.md", kGoodPage + "\n[g](Good.md)\n");
  CHECK_FALSE(contains(run_in(folder.path(), {"fix"}).out, "not certain enough"));
}

TEST_CASE("a tag that is a part of a command or path is left for a person") {
  const TempFolder folder;
  write_sample_project(folder);
  const std::string command = "\nSet a=<x> in /etc/<y>, or grep <z>.\n";
  folder.write("content/a.md", kGoodPage + command + "\nDrain <node>.\n");
  const auto result = run_in(folder.path(), {"fix"});
  CHECK(folder.read("content/a.md") == kGoodPage + command + "\nDrain `<node>`.\n");
  CHECK(contains(result.out, "1 finding fixed in 1 file; now 0 errors, 3 warnings in 2 files"));
}

TEST_CASE("fix mends a document with two names once and is content") {
  const TempFolder folder;
  folder.write("content/a.md", "# A\n\nDrain the node <node-name> first.\n");
  std::filesystem::create_hard_link(folder.path("content/a.md"), folder.path("content/b.md"));
  const auto result = run_in(folder.path(), {"fix"});
  CHECK(result.exit_code != 2);
  CHECK(result.err == "");
  CHECK(contains(folder.read("content/a.md"), "`<node-name>`"));
  CHECK(folder.read("content/b.md") == folder.read("content/a.md"));
}

TEST_CASE("fix writes the path of Hugo's ref as Hugo reads it, or leaves it") {
  const TempFolder folder;
  write_sample_project(folder);
  folder.write("content/db/fail over.md", kGoodPage);
  folder.write("content/what\"s up.md", kGoodPage);
  folder.write("content/a.md", kGoodPage +
                                   "\n[1]({{< ref \"/db/Fail over.md#first\" >}})\n"
                                   "[2]({{< ref `db/fail ovr.md` >}})\n"
                                   "[3]({{< ref db/fail-over.md >}})\n"
                                   "[4]({{< ref \"what\\\"s Up.md\" >}})\n"
                                   "[5]({{< ref \"db/fail over\" >}})\n");
  const auto result = run_in(folder.path(), {"fix"});
  CAPTURE(result.out, result.err);
  CHECK(folder.read("content/a.md") == kGoodPage +
                                           "\n[1]({{< ref \"/db/fail over.md#first\" >}})\n"
                                           "[2]({{< ref `db/fail over.md` >}})\n"
                                           "[3]({{< ref db/fail-over.md >}})\n"
                                           "[4]({{< ref \"what\\\"s Up.md\" >}})\n"
                                           "[5]({{< ref \"db/fail over\" >}})\n");
}

TEST_CASE("fix names files as they open from the folder where one stands") {
  const TempFolder folder;
  write_sample_project(folder);
  folder.write("content/sub/a.md", kGoodPage + "\n[x](../goood.md)\n[y](Good.md)\n");
  folder.write("content/b.md", kGoodPage + "\n[x](GOOD.md)\n");
  const auto diff = run_in(folder.path("content/sub"), {"fix", "--diff"});
  CHECK(contains(diff.out, "+++ b/content/b.md\n"));
  CHECK(contains(diff.err, "apply it with: patch -p1 -d '" + folder.path() + "'"));
  const auto result = run_in(folder.path("content/sub"), {"fix"});
  CHECK(contains(result.out, "../b.md: 1 finding fixed\n"));
}

}  // namespace runbookc
