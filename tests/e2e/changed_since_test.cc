// `check --changed-since` on real repositories.
#include <catch2/catch.hpp>

#include "e2e/git_project.h"

namespace runbookc {
namespace {

using Found = std::vector<std::string>;

// A page with old debt in line 9, a heading to link to, and one that others link to.
const std::string kPage =
    "---\ntitle: A\nowner: dba\nlast_reviewed: 2026-11-01\nreview_every: 90 days\n---\n"
    "\n# A\n[old debt](gone.md)\n\n## Roll back\n\nText.\n\n## Verify\n\nText.\n";

// main holds content/a.md and content/b.md; the branch `change` is checked out.
void write_project(const GitProject& repository) {
  write_sample_project(repository.files());
  repository.files().write("content/a.md", kPage);
  repository.files().write("content/b.md", kPage + "\n[back](a.md#roll-back)\n");
  repository.commit();
  repository.git({"checkout", "-q", "-b", "change"});
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const auto at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

}  // namespace

TEST_CASE("without changes nothing is reported, and a notice says so") {
  const GitProject repository;
  write_project(repository);
  const auto result = repository.run({"check", "--changed-since", "main"});
  CHECK(result.exit_code == 0);
  CHECK(contains(result.err, "no document changed since main"));
  CHECK(contains(result.out, "no errors or warnings in 0 files"));
  CHECK(repository.run({"check"}).exit_code == 1);
}

TEST_CASE("findings on changed lines are reported, committed or not, and old ones are not") {
  const GitProject repository;
  write_project(repository);
  repository.files().write("content/a.md", kPage + "\n[new](nowhere.md)\n");
  CHECK(repository.since("main") == Found{"content/a.md:19 RB301"});
  repository.commit();
  CHECK(repository.since("main") == Found{"content/a.md:19 RB301"});
  repository.git({"add", "."});
  const auto result = repository.run({"check", "--changed-since", "main"});
  CHECK(result.exit_code == 1);
  CHECK(contains(result.out, "1 error, 0 warnings in 1 file"));
}

TEST_CASE("what others did on the base branch since does not count") {
  const GitProject repository;
  write_project(repository);
  repository.files().write("content/a.md", kPage + "\n[mine](nowhere.md)\n");
  repository.commit();
  repository.git({"checkout", "-q", "main"});
  repository.files().write("content/b.md", kPage + "\n[theirs](nowhere.md)\n");
  repository.commit();
  repository.git({"checkout", "-q", "change"});
  CHECK(repository.since("main") == Found{"content/a.md:19 RB301"});
}

TEST_CASE("an untracked document counts whole, an ignored one does not") {
  const GitProject repository;
  write_project(repository);
  repository.files().write("content/new.md", kPage);
  repository.files().write("content/ignored.md", kPage);
  repository.files().write(".gitignore", "ignored.md\n");
  CHECK(repository.since("main") == Found{"content/new.md:9 RB301"});
}

TEST_CASE("a change in the front matter shows all of the document's findings") {
  const GitProject repository;
  write_project(repository);
  repository.files().write("content/a.md", replaced(kPage, "title: A", "title: B"));
  CHECK(repository.since("main") == Found{"content/a.md:9 RB301"});
}

TEST_CASE("deleting a section does not show that the front matter is missing") {
  const GitProject repository;
  write_sample_project(repository.files());
  const std::string page = "# A\n\nText.\n\n## Roll back\n\nText.\n\n## Verify\n\nText.\n";
  repository.files().write("content/a.md", page);
  repository.commit();
  repository.files().write("content/a.md", replaced(page, "## Roll back\n\nText.\n\n", ""));
  CHECK(repository.since("main").empty());
  CHECK(contains(repository.run({"check"}).out, "RB101"));
}

TEST_CASE("removing the front matter, or putting a line above it, shows that it is missing") {
  const GitProject repository;
  write_project(repository);
  const std::string body = kPage.substr(kPage.find("\n# A"));
  const auto since = [&](const std::string& text) {
    repository.files().write("content/a.md", text);
    const Found found = repository.since("main");
    return std::ranges::count_if(found, [](const auto& line) { return line.ends_with("RB101"); });
  };
  CHECK(since(body) == 1);
  CHECK(since(body.substr(1)) == 1);
  CHECK(since(kPage.substr(4)) == 1);
  CHECK(since("\n" + kPage) == 1);
  CHECK(since("# Title\n\n" + kPage) == 1);
  CHECK(since(kPage) == 0);
}

TEST_CASE("deleting a line next to the front matter does not show old debt") {
  const GitProject repository;
  write_project(repository);
  repository.files().write("content/a.md", replaced(kPage, "---\n\n# A", "---\n# A"));
  CHECK(repository.since("main").empty());
}

TEST_CASE("a deleted target shows the links to it") {
  const GitProject repository;
  write_project(repository);
  repository.git({"rm", "-q", "content/a.md"});
  CHECK(repository.since("main") == Found{"content/b.md:19 RB301"});
}

TEST_CASE("a removed heading shows the links to its anchor, and no others") {
  const GitProject repository;
  write_project(repository);
  repository.files().write("content/a.md", replaced(kPage, "## Roll back", "## Undo"));
  CHECK(repository.since("main") == Found{"content/b.md:19 RB302"});
  repository.commit();
  repository.git({"checkout", "-q", "-b", "next"});
  repository.files().write(
      "content/a.md", replaced(replaced(kPage, "## Roll back", "## Undo"), "## Verify", "## Look"));
  CHECK(repository.since("change").empty());
}

TEST_CASE("a renamed document keeps its changed lines, and links to its old place are shown") {
  const GitProject repository;
  write_project(repository);
  repository.git({"mv", "content/a.md", "content/c.md"});
  CHECK(repository.since("main") == Found{"content/b.md:19 RB301"});
  repository.files().write("content/c.md", kPage + "\n[new](nowhere.md)\n");
  CHECK(repository.since("main") == Found{"content/b.md:19 RB301", "content/c.md:19 RB301"});
}

TEST_CASE("moving a document shows the relative links that it breaks") {
  const GitProject repository;
  write_project(repository);
  std::filesystem::create_directories(repository.files().path("content/db"));
  repository.git({"mv", "content/b.md", "content/db/b.md"});
  const Found found = repository.since("main");
  CHECK(std::ranges::find(found, "content/db/b.md:19 RB301") != found.end());
}

TEST_CASE("a missing section is shown when headings changed, and else is old debt") {
  const GitProject repository;
  write_sample_project(repository.files());
  repository.files().write("schemas/types/small.json",
                           R"({"type": "object", "x-sections": [{"title": "Purpose"},
                               {"title": "Undo"}]})");
  const std::string page =
      replaced(kPage, "title: A", "title: A\ntype: small") + "\n## Purpose\n\nX.\n";
  repository.files().write("content/a.md", page);
  repository.commit();
  repository.git({"checkout", "-q", "-b", "change"});
  repository.files().write("content/a.md", replaced(page, "\n\nText.", "\n\nWords."));
  CHECK(repository.since("main").empty());
  repository.files().write("content/a.md", replaced(page, "## Purpose", "## Why"));
  const Found found = repository.since("main");
  CHECK(std::ranges::count(found, "content/a.md:9 RB201") == 1);
}

TEST_CASE("a link to an alias is shown when the alias goes, with its document or without") {
  const GitProject repository;
  write_sample_project(repository.files());
  const std::string moved = replaced(kPage, "title: A", "title: A\naliases: [older.md]");
  repository.files().write("content/a.md", moved);
  repository.files().write("content/b.md", kPage + "\n[old](older.md)\n");
  repository.commit();
  CHECK(repository.since("main").empty());
  repository.files().write("content/a.md", kPage);
  Found found = repository.since("main");
  CHECK(std::ranges::find(found, "content/b.md:19 RB301") != found.end());
  std::filesystem::remove(repository.files().path("content/a.md"));
  found = repository.since("main");
  CHECK(found == Found{"content/b.md:19 RB301"});
}

TEST_CASE("a link to an address is shown when front matter gives the page another one") {
  const GitProject repository;
  repository.files().write("runbookc.yaml", "dialect: docusaurus\ntypes: { default: page }\n");
  repository.files().write("docs/a.md", "# A\n\n[b](/docs/fail-over) [gone](/docs/gone)\n");
  repository.files().write("docs/01-fail-over.md", "# B\n\nText.\n");
  repository.commit();
  repository.git({"checkout", "-q", "-b", "change"});
  repository.files().write("docs/01-fail-over.md", "---\nslug: /c\n---\n\n# B\n\nText.\n");
  CHECK(repository.since("main") == Found{"docs/a.md:3 RB301"});
  repository.files().write("docs/01-fail-over.md", "# B\n\nOther text.\n");
  CHECK(repository.since("main").empty());
}

TEST_CASE("a definition that is gone shows its uses") {
  const GitProject repository;
  write_sample_project(repository.files());
  const std::string page = kPage + "\n[see][board] and [see][other]\n\nMore.\n\n[board]: b.md\n";
  repository.files().write("content/b.md", "# B\n\nText.\n");
  repository.files().write("content/a.md", page);
  repository.commit();
  repository.files().write("content/a.md", replaced(page, "[board]: b.md\n", ""));
  CHECK(repository.since("main") == Found{"content/a.md:19 RB305"});
}

TEST_CASE("an index is shown what it no longer lists, and a new document that it does not") {
  const GitProject repository;
  write_sample_project(repository.files());
  repository.files().write("content/db/a.md", replaced(kPage, "title: A", "title: A\ntype: alert"));
  repository.files().write("content/db/README.md",
                           "---\ntype: index\n---\n# Index\n\nText.\n\n- [A](a.md)\n");
  repository.commit();
  const std::string missing = "content/db/README.md:4 RB210";
  repository.files().write("content/db/c.md", replaced(kPage, "title: A", "title: C\ntype: alert"));
  Found found = repository.since("main");
  CHECK(std::ranges::count(found, missing) == 1);
  std::filesystem::remove(repository.files().path("content/db/c.md"));
  CHECK(repository.since("main").empty());
  repository.files().write("content/db/README.md",
                           "---\ntype: index\n---\n# Index\n\nText.\n\nNone yet.\n");
  found = repository.since("main");
  CHECK(std::ranges::count(found, missing) == 1);
}

TEST_CASE("a section is shown as empty when its content went, and not when another one changed") {
  const GitProject repository;
  write_sample_project(repository.files());
  repository.files().write("schemas/types/page.json",
                           R"({"type": "object", "x-sections": [{"title": "Roll back"},
                               {"title": "Verify"}]})");
  const std::string page = replaced(kPage, "## Verify\n\nText.", "## Verify\n\nTODO");
  repository.files().write("content/a.md", page);
  repository.commit();
  repository.files().write("content/a.md", replaced(page, "Text.\n", "Words.\n"));
  CHECK(repository.since("main").empty());
  repository.files().write("content/a.md", replaced(page, "Text.\n", "\n"));
  CHECK(repository.since("main") == Found{"content/a.md:11 RB203"});
}

TEST_CASE("a suppression is shown when what it silenced was mended, wherever it stands") {
  const GitProject repository;
  write_project(repository);
  const std::string page =
      kPage + "\n<!-- runbookc-disable-file RB302: later -->\n\nText.\n\n[x](b.md#none)\n";
  repository.files().write("content/a.md", page);
  repository.commit();
  repository.git({"checkout", "-q", "-B", "mended"});
  repository.git({"branch", "-f", "main", "mended"});
  repository.files().write("content/a.md", replaced(page, "[x](b.md#none)", "Text."));
  CHECK(repository.since("main") == Found{"content/a.md:19 RB902"});
}

TEST_CASE("a suppression that is removed brings back what it hid, wherever that stands") {
  const GitProject repository;
  write_project(repository);
  const std::string hidden = kPage + "\n<!-- runbookc-disable-file RB301: later -->\n";
  repository.files().write("content/a.md", hidden);
  repository.commit();
  repository.git({"branch", "-f", "main", "change"});
  repository.files().write("content/a.md", kPage);
  CHECK(repository.since("main") == Found{"content/a.md:9 RB301"});
}

TEST_CASE("an anchor may go with a heading of mark-up, by hand, or in a comment") {
  const GitProject repository;
  write_project(repository);
  const std::string before =
      kPage +
      "\n## Foo [bar](https://example.com/x) baz\n\nText.\n\n<a id = \"hand\"></a>\n\n"
      "## Swallowed\n\nText.\n";
  repository.files().write("content/c.md", before);
  repository.files().write("content/d.md", kPage +
                                               "\n[a](c.md#foo-bar-baz)\n\n[b](c.md#hand)\n\n"
                                               "[c](c.md#swallowed)\n");
  repository.commit();
  repository.git({"branch", "-f", "main", "change"});
  const auto since = [&](const std::string& text) {
    repository.files().write("content/c.md", text);
    return repository.since("main");
  };
  CHECK(since(replaced(before, "## Foo [bar](https://example.com/x) baz", "Foo")) ==
        Found{"content/d.md:19 RB302"});
  CHECK(since(replaced(before, "<a id = \"hand\"></a>", "Text.")) ==
        Found{"content/d.md:21 RB302"});
  CHECK(since(replaced(before, "## Swallowed", "<!--\n## Swallowed\n-->")) ==
        Found{"content/d.md:23 RB302"});
}

TEST_CASE("two documents of one id are shown when either is new") {
  const GitProject repository;
  write_sample_project(repository.files());
  repository.files().write("content/a.md", replaced(kPage, "title: A", "title: A\nid: x"));
  repository.commit();
  repository.files().write("content/c.md", "---\nid: x\ntitle: C\n---\n# C\n\nText.\n");
  CHECK(repository.since("main") == Found{"content/a.md:3 RB106", "content/c.md:2 RB106"});
}

TEST_CASE("paths narrow what changed") {
  const GitProject repository;
  write_project(repository);
  repository.files().write("content/a.md", kPage + "\n[new](nowhere.md)\n");
  const auto other = repository.run({"check", "--changed-since", "main", "content/b.md"});
  CHECK(other.exit_code == 0);
  CHECK(contains(other.err, "no document changed since main"));
  CHECK(repository.run({"check", "--changed-since", "main", "content/a.md"}).exit_code == 1);
}

TEST_CASE("a changed schema shows what it finds in unchanged documents") {
  const GitProject repository;
  write_sample_project(repository.files());
  repository.files().write("schemas/types/page.json", R"({"type": "object"})");
  repository.files().write("content/a.md", kPage);
  repository.commit();
  repository.files().write("schemas/types/page.json",
                           R"({"type": "object", "required": ["team"]})");
  CHECK(repository.since("main") == Found{"content/a.md:1 RB104", "content/good.md:1 RB104"});
}

TEST_CASE("a changed directory of owners shows owners that are gone from it") {
  const GitProject repository;
  write_project(repository);
  repository.files().write("content/owners.yaml",
                           "owners: [{ id: sam, contacts: { slack: x } }]\n");
  CHECK(repository.since("main") ==
        Found{"content/a.md:3 RB402", "content/b.md:3 RB402", "content/good.md:3 RB402"});
}

TEST_CASE("a changed project file is a notice") {
  const GitProject repository;
  write_project(repository);
  repository.files().write("runbookc.yaml", "rules: { preset: strict }\n");
  const auto result = repository.run({"check", "--changed-since", "main"});
  CHECK(result.exit_code == 0);
  CHECK(contains(result.err, "runbookc.yaml changed"));
}

TEST_CASE("a project may be a folder of its repository") {
  const GitProject repository;
  write_sample_project(repository.files());
  repository.files().write("docs/runbookc.yaml", "site: { title: Docs }\n");
  repository.files().write("docs/content/a.md", kPage);
  repository.files().write("other.md", "x\n");
  repository.commit();
  repository.files().write("docs/content/a.md", kPage + "\n[new](nowhere.md)\n");
  repository.files().write("docs/content/new.md", kPage);
  repository.files().write("other.md", "y\n");
  CHECK(repository.since("main", repository.files().path("docs")) ==
        Found{"content/a.md:19 RB301", "content/new.md:9 RB301"});
}

TEST_CASE("names with spaces, quotes, line feeds and letters of any script are read") {
  const GitProject repository;
  write_sample_project(repository.files());
  const Found names = {"content/a b.md", "content/q\"uote.md", "content/line\nfeed.md",
                       "content/Übung-日本.md", "content/tab\tbed.md"};
  for (const std::string& name : names) repository.files().write(name, kPage);
  repository.commit();
  for (const std::string& name : names) {
    repository.files().write(name, kPage + "\n[new](nowhere.md)\n");
  }
  const Found found = repository.since("main");
  REQUIRE(found.size() == names.size());
  for (const std::string& name : names) {
    CAPTURE(name);
    CHECK(std::ranges::find(found, name + ":19 RB301") != found.end());
  }
}

TEST_CASE("lines that look like the head of a diff, and lone carriage returns, do not confuse") {
  const GitProject repository;
  write_sample_project(repository.files());
  const std::string page = kPage + "one\rtwo\rthree\n\n-- a/content/b.md\n++ b/content/b.md\n";
  repository.files().write("content/a.md", page);
  repository.commit();
  repository.files().write("content/a.md", replaced(page, "-- a/content/b.md\n++ b/content/b.md\n",
                                                    "++ b/content/good.md\n[new](nowhere.md)\n"));
  CHECK(repository.since("main") == Found{"content/a.md:23 RB301"});
}

TEST_CASE("a revision that does not exist is exit code 2, with a name that does, if one is near") {
  const GitProject repository;
  write_project(repository);
  const auto complaint = [&](const std::string& revision) {
    const auto result = repository.run({"check", "--changed-since", revision});
    CHECK(result.exit_code == 2);
    CHECK(contains(result.err, "git knows no revision '" + revision + "'"));
    return result.err;
  };
  CHECK(contains(complaint("mian"), "did you mean 'main'?"));
  const std::string none = complaint("origin/main");
  CHECK_FALSE(contains(none, "origin/origin"));
  repository.git({"update-ref", "refs/remotes/origin/main", "main"});
  repository.git({"update-ref", "refs/remotes/origin/release/7", "main"});
  CHECK(contains(complaint("orgin/main"), "did you mean 'origin/main'?"));
  CHECK(contains(complaint("release/7"), "did you mean 'origin/release/7'?"));
  CHECK(contains(complaint("relase/7"), "did you mean 'origin/release/7'?"));
  const std::string unlike = complaint("quite-another-name");
  CHECK_FALSE(contains(unlike, "did you mean"));
  CHECK(contains(unlike, "`git branch --all` lists the branches"));
}

TEST_CASE("before the first commit all is new since HEAD, and nothing else can be compared") {
  const GitProject repository;
  write_sample_project(repository.files());
  repository.files().write("content/a.md", kPage);
  repository.files().write("content/ignored.md", kPage);
  repository.files().write(".gitignore", "ignored.md\n");
  CHECK(repository.since("HEAD") == Found{"content/a.md:9 RB301"});
  repository.git({"add", "--all"});
  CHECK(repository.since("HEAD") == Found{"content/a.md:9 RB301"});
  const auto other = repository.run({"check", "--changed-since", "origin/main"});
  CHECK(other.exit_code == 2);
  CHECK(contains(other.err, "nothing is committed yet that could be compared with 'origin/main'"));
  CHECK(contains(other.err, "compare with HEAD"));
}

TEST_CASE("a revision that would be an option is refused") {
  const GitProject repository;
  write_project(repository);
  for (const char* revision : {"--output=pwned", "-h", ""}) {
    const auto result = repository.run({"check", "--changed-since=" + std::string(revision)});
    CAPTURE(revision);
    CHECK(result.exit_code == 2);
    CHECK_FALSE(repository.files().has("pwned"));
  }
}

TEST_CASE("a shallow clone that lacks the base is exit code 2, and says how to get it") {
  const GitProject repository;
  write_project(repository);
  repository.files().write("content/a.md", kPage + "\nMore.\n");
  repository.commit();
  const TempFolder clones;
  repository.git({"clone", "-q", "--depth", "1", "--no-single-branch",
                  "file://" + repository.path(), clones.path("clone")});
  for (const char* revision : {"origin/main", "v1"}) {
    const auto result =
        repository.run({"check", "--changed-since", revision}, clones.path("clone"));
    CAPTURE(revision, result.err);
    CHECK(result.exit_code == 2);
    CHECK(contains(result.err, "shallow"));
    CHECK(contains(result.err, "fetch-depth: 0"));
    CHECK(contains(result.err, "GIT_DEPTH: 0"));
  }
  // A near name does not hide that the one that was meant may lie further back.
  const auto near =
      repository.run({"check", "--changed-since", "orgin/main"}, clones.path("clone"));
  CHECK(near.exit_code == 2);
  CHECK(contains(near.err, "did you mean 'origin/main'? Or the clone is too shallow; fetch"));
  CHECK(contains(near.err, "fetch-depth: 0"));
}

TEST_CASE("outside of a repository, or without git, there is nothing to compare with") {
  const TempFolder folder;
  write_sample_project(folder);
  const auto outside = run_in(folder.path(), {"check", "--changed-since", "main"});
  CHECK(outside.exit_code == 2);
  CHECK(contains(outside.err, "is in no git repository"));
  ProcessOptions options;
  options.directory = folder.path();
  options.environment = {{"PATH", "/nowhere:."}};
  options.program = RUNBOOKC_BINARY;
  const auto missing = run_tool({"check", "--changed-since", "main"}, options);
  CHECK(missing.exit_code == 2);
  CHECK(contains(missing.err, "git is not installed"));
}

TEST_CASE("nothing that a repository configures is run") {
  const GitProject repository;
  write_project(repository);
  repository.files().write(".gitattributes",
                           "*.md diff=evil filter=evil\n*.md -text\ncontent/b.md -diff\n");
  const std::string marker = repository.files().path("marker");
  const std::string run_marker = "touch " + marker + "; cat";
  for (const char* key : {"diff.external", "diff.evil.command", "diff.evil.textconv",
                          "filter.evil.clean", "filter.evil.process", "core.fsmonitor",
                          "core.pager", "pager.diff", "core.sshCommand", "gpg.program"}) {
    repository.git({"config", key, run_marker});
  }
  repository.git({"config", "filter.evil.required", "true"});
  repository.git({"config", "log.showSignature", "true"});
  repository.git({"config", "diff.noprefix", "true"});
  repository.git({"config", "diff.mnemonicPrefix", "true"});
  repository.git({"config", "diff.context", "5"});
  repository.git({"config", "diff.interHunkContext", "5"});
  repository.git({"config", "color.ui", "always"});
  repository.files().write("content/a.md", kPage + "\n[new](nowhere.md)\n");
  repository.files().write("content/b.md", kPage + "\n[new](nowhere.md)\n");
  CHECK(repository.since("main") == Found{"content/a.md:19 RB301", "content/b.md:19 RB301"});
  CHECK_FALSE(repository.files().has("marker"));
  // Where git is asked without that care, something does run.
  ProcessOptions careless;
  careless.program = "git";
  careless.directory = repository.path();
  run_tool({"diff"}, careless);
  CHECK(repository.files().has("marker"));
}

TEST_CASE("fix --changed-since mends what the change brought in, and leaves old debt alone") {
  const GitProject repository;
  write_project(repository);
  const std::string debt = replaced(kPage, "gone.md", "B.md");
  repository.files().write("content/a.md", debt);
  repository.commit();
  repository.git({"branch", "-q", "-f", "main"});
  // The same mistake again, and an anchor that only mending its path brings to light.
  const std::string changed = debt + "\n[new](B.md) [far](B.md#verfy)\n";
  repository.files().write("content/a.md", changed);
  const auto diff = repository.run({"fix", "--diff", "--changed-since", "main"});
  CHECK(diff.exit_code == 1);
  CHECK(contains(diff.err, "3 findings would be fixed in 1 file"));
  const auto result = repository.run({"fix", "--changed-since", "main"});
  CAPTURE(result.out, result.err);
  CHECK(repository.files().read("content/a.md") == debt + "\n[new](b.md) [far](b.md#verify)\n");
  CHECK(result.exit_code == 0);
  CHECK(contains(result.out, "now no errors or warnings in 1 file"));
  REQUIRE(repository.run({"fix"}).exit_code == 1);
  CHECK(contains(repository.files().read("content/a.md"), "[old debt](b.md)"));
}

TEST_CASE("fix --changed-since in a line that moved, and where old and new debt are alike") {
  const GitProject repository;
  write_project(repository);
  const std::string debt = replaced(kPage, "gone.md", "B.md");
  repository.files().write("content/a.md", debt);
  repository.commit();
  repository.git({"branch", "-q", "-f", "main"});
  const std::string page = replaced(debt, "# A\n", "# A\n\nFirst.\n\nSecond [b](B.md).\n\n");
  repository.files().write("content/a.md", page);
  REQUIRE(repository.run({"fix", "--changed-since", "main"}).exit_code == 0);
  CHECK(repository.files().read("content/a.md") == replaced(page, "[b](B.md)", "[b](b.md)"));
}

TEST_CASE("fix --changed-since run twice changes nothing more, and judges as check does") {
  const GitProject repository;
  write_project(repository);
  const std::string old_debt = replaced(kPage, "[old debt](gone.md)", "Drain <node-name> first.");
  repository.files().write("content/a.md", old_debt + "\nOld: drain <x-y> first.\n");
  repository.files().write("content/standbys.md", kPage);
  repository.files().write(
      "content/owners.yaml",
      std::string(kOwners) +
          "  - id: data-platform\n    kind: team\n    contacts: { slack: \"#data\" }\n");
  repository.commit();
  repository.git({"branch", "-q", "-f", "main"});
  repository.files().write("content/b.md", kPage + "\nOld [standby](standby.md).\n");
  // The owner's correction makes the old lines of a.md a matter of the change.
  repository.files().write("content/a.md",
                           replaced(old_debt, "owner: dba", "owner: data-platfrom") +
                               "\nOld: drain <x-y> first.\n\nNew: drain <a-a> first.\n"
                               "\nThe ` key drain <m-m> there.\n\nNew: drain <x-y> first.\n");
  const auto first = repository.run({"fix", "--changed-since", "main"});
  const auto judged = repository.run({"check", "--changed-since", "main"});
  CHECK(first.exit_code == judged.exit_code);
  CHECK_FALSE(contains(first.out, "not certain enough"));
  CHECK_FALSE(contains(first.out, "may be mended"));  // that one was left, with its reason
  const std::string once = repository.files().read("content/a.md");
  CHECK(contains(once, "owner: data-platform\n"));
  CHECK(contains(once, "New: drain `<x-y>` first."));
  const auto again = repository.run({"fix", "--changed-since", "main"});
  CHECK(contains(again.out, "nothing to fix"));
  CHECK(again.exit_code == judged.exit_code);
  CHECK(repository.files().read("content/a.md") == once);
}

TEST_CASE("fix --changed-since without changes or with an unknown revision changes nothing") {
  const GitProject repository;
  write_project(repository);
  repository.files().write("content/a.md", replaced(kPage, "gone.md", "B.md"));
  repository.commit();
  const std::string before = repository.files().read("content/a.md");
  const auto none = repository.run({"fix", "--changed-since", "HEAD"});
  CHECK(none.exit_code == 0);
  CHECK(contains(none.out, "nothing to fix; no errors or warnings in 0 files"));
  CHECK(contains(none.err, "no document changed since HEAD"));
  const auto unknown = repository.run({"fix", "--changed-since", "nowhere"});
  CHECK(unknown.exit_code == 2);
  CHECK(repository.files().read("content/a.md") == before);
}

TEST_CASE("the tip about fixes names the whole command, and that mends as many") {
  const GitProject repository;
  write_project(repository);
  repository.files().write("content/c.md", kGoodPage + "\n[x](GOOD.md) [y](A.md)\n");
  repository.files().write("content/d.md", kGoodPage + "\n[x](GOOD.md)\n");
  const auto tip = [&](std::vector<std::string> words) {
    words.insert(words.begin(), "check");
    const std::string out = repository.run(words).out;
    const auto at = out.find("`runbookc fix");
    return at == std::string::npos ? "" : out.substr(at, out.find('\n', at) - at);
  };
  CHECK(tip({"--changed-since", "main"}) ==
        "`runbookc fix --diff --changed-since main` shows how 3 of them may be mended");
  const auto all = repository.run({"fix", "--diff", "--changed-since", "main"});
  CHECK(contains(all.err, "3 findings would be fixed in 2 files"));
  CHECK(
      tip({"--changed-since", "main", "content/d.md"}) ==
      "`runbookc fix --diff --changed-since main content/d.md` shows how 1 of them may be mended");
  repository.git({"mv", "content/a.md", "content/e.md"});
  repository.files().write("buffer", kGoodPage + "\n[x](GOOD.md)\n");
  ProcessOptions options;
  options.directory = repository.path();
  options.stdin_file = repository.files().path("buffer");
  const auto buffer = run_tool({"check", "--stdin-filename", "content/d.md"}, options);
  CHECK(buffer.exit_code == 1);
  CHECK_FALSE(contains(buffer.out, "may be mended"));
}

TEST_CASE("a buffer on standard input is compared with the revision") {
  const GitProject repository;
  write_project(repository);
  ProcessOptions options;
  options.directory = repository.path();
  options.stdin_file = repository.files().path("buffer");
  const auto check = [&](const std::string& path, const std::string& text) {
    repository.files().write("buffer", text);
    return run_tool({"check", "--stdin-filename", path, "--changed-since", "main"}, options);
  };
  const auto changed = check("content/a.md", kPage + "\n[new](nowhere.md)\n");
  CHECK(changed.exit_code == 1);
  CHECK(contains(changed.out, "content/a.md:19:7: error[RB301"));
  CHECK(contains(changed.out, "1 error, 0 warnings in 1 file\n"));
  const auto same = check("content/a.md", kPage);
  CHECK(same.exit_code == 0);
  CHECK(contains(same.err, "no document changed since main"));
  CHECK(contains(check("content/new.md", kPage).out, "1 error, 0 warnings in 1 file\n"));
  std::filesystem::remove(repository.files().path("content/a.md"));
  CHECK(contains(check("content/a.md", kPage).out, "in 1 file\n"));
}

TEST_CASE("a finding in an unchanged document counts its file, too") {
  const GitProject repository;
  write_project(repository);
  std::filesystem::remove(repository.files().path("content/a.md"));
  const auto result = repository.run({"check", "--changed-since", "main"});
  CHECK(result.exit_code == 1);
  CHECK(contains(result.out, "1 error, 0 warnings in 1 file\n"));
  repository.files().write("content/c.md", kGoodPage);
  const auto json = repository.run({"check", "--changed-since", "main", "--format", "json"});
  CHECK(nlohmann::json::parse(json.out)["summary"]["files"] == 2);
  const auto junit = repository.run({"check", "--changed-since", "main", "--format", "junit"});
  CHECK(contains(junit.out, "tests=\"2\""));
}

TEST_CASE("accepted findings that moved with their file are told of, as a full check fails") {
  const GitProject repository;
  write_sample_project(repository.files());
  repository.files().write("runbookc.yaml", "baseline: old.json\n");
  repository.files().write("content/a.md", kPage + "\n[x](lost.md)\n");
  REQUIRE(repository.run({"check", "--update-baseline"}).exit_code == 0);
  repository.commit();
  repository.git({"mv", "content/a.md", "content/c.md"});
  const std::string notice =
      "2 accepted findings moved with their files: run `runbookc check --update-baseline`, or a "
      "full check will report them\n";
  for (const char* command : {"check", "fix"}) {
    const auto narrow = repository.run({command, "--changed-since", "main"});
    CHECK(narrow.exit_code == 0);
    CHECK(contains(narrow.err, notice));
  }
  CHECK(repository.run({"check"}).exit_code == 1);
  REQUIRE(repository.run({"check", "--update-baseline"}).exit_code == 0);
  const auto after = repository.run({"check", "--changed-since", "main"});
  CHECK_FALSE(contains(after.err, "moved with"));
  CHECK(repository.run({"check"}).exit_code == 0);
}

}  // namespace runbookc
