// RB507 on real repositories.
#include <catch2/catch.hpp>

#include "e2e/git_project.h"

namespace runbookc {
namespace {

std::string page(const std::string& reviewed) {
  return "---\ntitle: A\nowner: dba\nlast_reviewed: " + reviewed +
         "\nreview_every: 1 year\n---\n\n# A\n\nText.\n";
}

void write_project(const TempFolder& folder) {
  write_sample_project(folder);
  folder.write("runbookc.yaml", "rules: { changed-since-review: warning }\n");
  folder.write("content/a.md", page("2026-11-01"));
  folder.write("content/b c \"ü\".md", page("2026-06-01"));
}

std::string replaced(std::string text, const std::string& what, const std::string& with) {
  const std::size_t place = text.find(what);
  REQUIRE(place != std::string::npos);
  return text.replace(place, what.size(), with);
}

// The paths with a finding of the rule.
std::vector<std::string> changed(const ProcessResult& result) {
  REQUIRE(result.exit_code < 2);
  const auto report = nlohmann::json::parse(result.out);
  std::vector<std::string> paths;
  for (const auto& found : report["diagnostics"]) {
    if (found["code"] == "RB507") paths.push_back(found["path"]);
  }
  return paths;
}

const std::vector<std::string> kCheck = {"check", "--format", "json"};

}  // namespace

TEST_CASE("documents changed after their review are reported, by the newest commit") {
  const GitProject repository;
  write_project(repository.files());
  repository.commit("2026-06-01T10:00:00Z");
  CHECK(changed(repository.run(kCheck)).empty());
  repository.files().write("content/a.md", page("2026-11-01") + "\nMore.\n");
  repository.commit("2026-11-10T10:00:00Z");
  CHECK(changed(repository.run(kCheck)) == std::vector<std::string>{"content/a.md"});
  repository.files().write("content/b c \"ü\".md", page("2026-06-01") + "\nMore.\n");
  repository.commit("2026-11-11T10:00:00Z");
  const auto result = repository.run(kCheck);
  CHECK(changed(result) == std::vector<std::string>{"content/a.md", "content/b c \"ü\".md"});
  CHECK(contains(result.out, "it was changed on 2026-11-10, after its review on 2026-11-01"));
  CHECK(result.err.empty());
}

TEST_CASE("days are those of UTC, and one is given") {
  const GitProject repository;
  write_project(repository.files());
  repository.commit("2026-05-01T10:00:00Z");
  repository.files().write("content/a.md", page("2026-11-01") + "\nMore.\n");
  repository.commit("2026-11-03T01:00:00+05:00");  // 2 November, 20:00
  CHECK(changed(repository.run(kCheck)).empty());
  repository.files().write("content/a.md", page("2026-11-01") + "\nMore still.\n");
  repository.commit("2026-11-02T23:00:00-05:00");  // 3 November, 04:00
  CHECK(changed(repository.run(kCheck)).size() == 1);
}

TEST_CASE("the history of a project in a folder of its repository is read") {
  const GitProject repository;
  write_sample_project(repository.files());
  repository.files().write("docs/runbookc.yaml", "rules: { changed-since-review: warning }\n");
  repository.files().write("docs/content/a.md", page("2026-10-01"));
  repository.commit("2026-10-01T10:00:00Z");
  repository.files().write("docs/content/a.md", page("2026-10-01") + "\nMore.\n");
  repository.commit();
  CHECK(changed(repository.run(kCheck, repository.files().path("docs"))) ==
        std::vector<std::string>{"content/a.md"});
}

TEST_CASE("the edge of a shallow clone says nothing about its files, once") {
  const GitProject repository;
  write_project(repository.files());
  repository.commit("2026-11-15T10:00:00Z");
  repository.files().write("content/a.md", page("2026-11-01") + "\nMore.\n");
  repository.commit("2026-11-16T10:00:00Z");
  CHECK(changed(repository.run(kCheck)) == std::vector<std::string>{"content/a.md"});
  const TempFolder clones;
  repository.git(
      {"clone", "-q", "--depth", "2", "file://" + repository.path(), clones.path("two")});
  const auto two = repository.run(kCheck, clones.path("two"));
  CHECK(changed(two) == std::vector<std::string>{"content/a.md"});
  CHECK(count_in(two.err, "shallow clone") == 1);
  CHECK(contains(two.err, "fetch-depth: 0"));
}

TEST_CASE("what a partial clone lacks is not fetched, and a notice says so") {
  const GitProject repository;
  write_project(repository.files());
  repository.commit("2026-11-01T10:00:00Z");
  repository.files().write("content/a.md", page("2026-11-01") + "\nMore.\n");
  repository.commit("2026-11-20T10:00:00Z");
  repository.git({"config", "uploadpack.allowFilter", "true"});
  const TempFolder clones;
  repository.git(
      {"clone", "-q", "--filter=blob:none", "file://" + repository.path(), clones.path("part")});
  const auto result = repository.run(kCheck, clones.path("part"));
  CHECK(changed(result).empty());
  CHECK(
      contains(result.err, "changed-since-review is not judged: git lacks old versions of files"));
}

TEST_CASE("outside of a repository there is one notice and no finding") {
  const TempFolder folder;
  write_project(folder);
  const auto result = run_in(folder.path(), kCheck);
  CHECK(changed(result).empty());
  CHECK(count_in(result.err, "\n") == 1);
  CHECK(contains(result.err, "changed-since-review is not judged"));
  CHECK(contains(result.err, "is in no git repository"));
  CHECK(run_in(folder.path(), {"check", "-q"}).err.empty());
}

TEST_CASE("signatures, mail maps and file names of a repository run and break nothing") {
  const GitProject repository;
  write_project(repository.files());
  repository.commit("2026-11-15T10:00:00Z");
  const std::string marker = "touch " + repository.files().path("marker") + "; cat";
  repository.git({"config", "log.showSignature", "true"});
  for (const char* key : {"gpg.program", "core.pager", "pager.log", "diff.external"}) {
    repository.git({"config", key, marker});
  }
  repository.git({"config", "log.follow", "true"});
  repository.git({"config", "diff.evil.textconv", marker});
  repository.git({"config", "filter.evil.clean", marker});
  repository.files().write(".gitattributes", "*.md diff=evil filter=evil\n");
  repository.files().write("content/a.md", page("2026-11-01") + "\nMore.\n");
  CHECK(changed(repository.run(kCheck)) == std::vector<std::string>{"content/a.md"});
  CHECK_FALSE(repository.files().has("marker"));
}

TEST_CASE("the commit that sets the date is the review, whatever else it changes") {
  const GitProject repository;
  write_project(repository.files());
  repository.commit("2026-11-20T10:00:00Z");  // with dates of long before
  CHECK(changed(repository.run(kCheck)).empty());
  repository.files().write("content/a.md", page("2026-11-10") + "\nMore.\n");
  repository.commit("2026-11-21T10:00:00Z");
  CHECK(changed(repository.run(kCheck)).empty());
  repository.files().write("content/a.md", page("2026-11-10") + "\nMore still.\n");
  repository.commit("2026-11-22T10:00:00Z");
  const auto result = repository.run(kCheck);
  CHECK(changed(result) == std::vector<std::string>{"content/a.md"});
  CHECK(contains(result.out, "it was changed on 2026-11-22, after its review on 2026-11-10"));
}

TEST_CASE("a change between the date and the commit that writes it down counts") {
  const GitProject repository;
  write_project(repository.files());
  repository.commit("2026-06-01T10:00:00Z");
  repository.files().write("content/a.md", page("2026-11-01") + "\nMore.\n");
  repository.commit("2026-11-12T10:00:00Z");
  repository.files().write("content/a.md", page("2026-11-05") + "\nMore.\n");
  repository.commit("2026-11-20T10:00:00Z");
  CHECK(changed(repository.run(kCheck)) == std::vector<std::string>{"content/a.md"});
}

TEST_CASE("what is not committed counts as of today, unless it sets the date") {
  const GitProject repository;
  write_project(repository.files());
  repository.commit("2026-11-01T10:00:00Z");
  repository.files().write("content/a.md", page("2026-11-01") + "\nMore.\n");
  repository.files().write("content/new.md", page("2026-11-01"));
  const std::vector<std::string> on_day = {"check", "--format", "json", "--today", "2026-11-25"};
  const auto edited = repository.run(on_day);
  CHECK(changed(edited) == std::vector<std::string>{"content/a.md"});
  CHECK(contains(edited.out, "it was changed on 2026-11-25, after its review on 2026-11-01"));
  repository.git({"add", "--all"});
  CHECK(changed(repository.run(on_day)) == std::vector<std::string>{"content/a.md"});
  CHECK(changed(repository.run({"check", "--format", "json", "--today", "2026-11-02"})).empty());
  repository.files().write("content/a.md", page("2026-11-24") + "\nMore.\n");
  CHECK(changed(repository.run(on_day)).empty());
}

TEST_CASE("a new name is no change of the text, committed or not") {
  const GitProject repository;
  write_project(repository.files());
  repository.commit("2026-11-01T10:00:00Z");
  repository.git({"mv", "content/a.md", "content/c.md"});
  CHECK(changed(repository.run(kCheck)).empty());
  repository.commit("2026-11-20T10:00:00Z");
  CHECK(changed(repository.run(kCheck)).empty());
}

TEST_CASE("a commit that leaves the date where it was is no review, whatever lines it touches") {
  const GitProject repository;
  write_project(repository.files());
  const std::string reviewed = page("2026-11-01");
  repository.commit("2026-11-01T10:00:00Z");
  const auto [name, text] = GENERATE_COPY(table<std::string, std::string>(
      {{"quoted", replaced(reviewed, "2026-11-01", "\"2026-11-01\"")},
       {"with a comment", replaced(reviewed, "2026-11-01", "2026-11-01  # by hand")},
       {"with another space", replaced(reviewed, "last_reviewed: ", "last_reviewed:  ")},
       {"at another place", replaced(replaced(reviewed, "last_reviewed: 2026-11-01\n", ""),
                                     "title: A\n", "last_reviewed: 2026-11-01\ntitle: A\n")},
       {"in another member",
        replaced(reviewed, "title: A\n", "title: A\nnotes: |\n  last_reviewed: 2026-11-20\n")},
       {"in a fence", reviewed + "\n```yaml\nlast_reviewed: 2026-11-20\n```\n"},
       {"in the text", reviewed + "\nlast_reviewed: 2026-11-20\n"}}));
  CAPTURE(name);
  repository.files().write("content/a.md", text + "\nMore.\n");
  CHECK(changed(repository.run(kCheck)) == std::vector<std::string>{"content/a.md"});
  repository.commit("2026-11-20T10:00:00Z");
  CHECK(changed(repository.run(kCheck)) == std::vector<std::string>{"content/a.md"});
}

TEST_CASE("a date that is moved back or taken away and put back is no review") {
  const GitProject repository;
  write_project(repository.files());
  repository.files().write("content/a.md", page("2026-11-05"));
  repository.commit("2026-11-05T10:00:00Z");
  repository.files().write("content/a.md", page("2026-11-01") + "\nMore.\n");
  CHECK(changed(repository.run(kCheck)) == std::vector<std::string>{"content/a.md"});
  repository.commit("2026-11-20T10:00:00Z");
  CHECK(changed(repository.run(kCheck)) == std::vector<std::string>{"content/a.md"});
}

TEST_CASE("a document that is moved and rewritten keeps its review and its history") {
  const GitProject repository;
  write_project(repository.files());
  std::string body;
  for (int i = 0; i < 20; ++i) body += "\nStep " + std::to_string(i) + ".\n";
  repository.files().write("content/a.md", page("2026-11-01") + body);
  repository.commit("2026-11-01T10:00:00Z");
  repository.git({"mv", "content/a.md", "content/c.md"});
  repository.files().write("content/c.md", page("2026-11-01") + body + "\nMore.\n");
  repository.git({"add", "--all"});
  CHECK(changed(repository.run(kCheck)) == std::vector<std::string>{"content/c.md"});
  repository.commit("2026-11-18T10:00:00Z");
  CHECK(changed(repository.run(kCheck)) == std::vector<std::string>{"content/c.md"});
  // A later move alone hides nothing, committed or not.
  repository.git({"mv", "content/c.md", "content/d.md"});
  for (const char* state : {"not committed", "committed"}) {
    CAPTURE(state);
    const auto moved = repository.run(kCheck);
    CHECK(changed(moved) == std::vector<std::string>{"content/d.md"});
    CHECK(contains(moved.out, "it was changed on 2026-11-18"));
    repository.commit("2026-11-21T10:00:00Z");
  }
  repository.git({"mv", "content/d.md", "content/e.md"});
  repository.files().write("content/e.md", page("2026-11-21") + body + "\nMore.\n");
  repository.commit("2026-11-23T10:00:00Z");
  CHECK(changed(repository.run(kCheck)).empty());
}

TEST_CASE("a repository without a commit has no history to judge by, and no notice") {
  const GitProject repository;
  write_project(repository.files());
  const auto result = repository.run(kCheck);
  CHECK(changed(result).empty());
  CHECK(result.err.empty());
}

}  // namespace runbookc
