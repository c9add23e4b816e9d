// `check --changed-since` on pages that only have another path.
#include <catch2/catch.hpp>

#include "e2e/git_project.h"

namespace runbookc {
namespace {

using Found = std::vector<std::string>;

// Old debt of many kinds: an unknown owner and key, a missing section, dead links, a skipped
// heading, a suppression of nothing.
const std::string kDebt =
    "---\ntitle: A\nowner: nobody\ntypo_key: x\nlast_reviewed: 2020-01-01\nid: same\n---\n"
    "\n# A\n\n[old debt](gone.md) and ![old image](gone.png)\n\n### Skipped\n\n"
    "<!-- runbookc-disable-next-line RB302: none -->\nText.\n";

// Enough text that a file of it is told from any other.
const std::string kProse =
    "Before you start, tell the people on call what you are about to do, and how long it may "
    "take.\n"
    "Keep the window open in which you watch the graphs, and note the time of each step you take,\n"
    "since the report is written from these notes afterwards.\n";

std::string typed(const std::string& type) { return "---\ntype: " + type + "\n" + kDebt.substr(4); }

// `main` holds the files; HEAD is a branch off it.
void commit_to_main(const GitProject& repository) {
  repository.commit();
  repository.git({"checkout", "-q", "-b", "change"});
}

void move(const GitProject& repository, const std::string& from, const std::string& to) {
  std::filesystem::create_directories(
      std::filesystem::path(repository.files().path(to)).parent_path());
  repository.git({"mv", from, to});
}

bool has(const Found& found, const std::string& line) {
  return std::ranges::find(found, line) != found.end();
}

}  // namespace

TEST_CASE("a renamed page shows none of its old debt, only the links that lead to its old name") {
  const GitProject repository;
  write_sample_project(repository.files());
  repository.files().write("content/a.md", typed("runbook"));
  repository.files().write("content/twin.md", "---\nid: same\n---\n# Twin\n\n[a](a.md)\n");
  commit_to_main(repository);
  REQUIRE(repository.run({"check"}).exit_code == 1);
  move(repository, "content/a.md", "content/b.md");
  // The twin's finding about their id names the page by its new path.
  CHECK(repository.since("main") == Found{"content/twin.md:2 RB106", "content/twin.md:6 RB301"});
  repository.commit();
  CHECK(repository.since("main") == Found{"content/twin.md:2 RB106", "content/twin.md:6 RB301"});
}

TEST_CASE("a moved page shows the links that the move broke, and not those that were dead") {
  const GitProject repository;
  write_sample_project(repository.files());
  repository.files().write("content/b.md", "# B\n\nText.\n");
  repository.files().write("content/pic.png", "x");
  repository.files().write("content/sub/README.md", "# Sub\n\nText.\n");
  repository.files().write("content/a.md", typed("page") +
                                               "\n[b](b.md)\n\n[b](B#x)\n\n![p](pic.png)\n\n"
                                               "[s](sub/)\n\n[root](/none.md)\n\n[self](a.md)\n");
  commit_to_main(repository);
  REQUIRE(repository.since("main").empty());
  move(repository, "content/a.md", "content/db/a.md");
  CHECK(repository.since("main") == Found{"content/db/a.md:19 RB301", "content/db/a.md:21 RB301",
                                          "content/db/a.md:23 RB306", "content/db/a.md:25 RB301"});
}

TEST_CASE("a target that went with the same change was there before the move") {
  const GitProject repository;
  write_sample_project(repository.files());
  repository.files().write("content/b.md", "# B\n\nText.\n");
  repository.files().write("content/a.md", typed("page") + "\n[b](b.md)\n");
  commit_to_main(repository);
  move(repository, "content/a.md", "content/db/a.md");
  repository.git({"rm", "-q", "content/b.md"});
  CHECK(repository.since("main") == Found{"content/db/a.md:19 RB301"});
}

TEST_CASE("a path whose glob gives another type shows what that type asks for") {
  const GitProject repository;
  write_sample_project(repository.files());
  repository.files().write("runbookc.yaml", "types: { \"alerts/**\": alert }\n");
  repository.files().write("content/a.md", kDebt);
  repository.files().write("content/typed.md", typed("page"));
  commit_to_main(repository);
  move(repository, "content/a.md", "content/alerts/a.md");
  move(repository, "content/typed.md", "content/alerts/typed.md");
  const Found found = repository.since("main");
  CHECK(std::ranges::count(found, "content/alerts/a.md:9 RB201") == 1);
  CHECK_FALSE(has(found, "content/alerts/a.md:11 RB301"));
  CHECK_FALSE(std::ranges::any_of(found, [](const std::string& line) {
    return line.starts_with("content/alerts/typed.md") && !line.ends_with("RB106");
  }));
}

TEST_CASE("a path whose glob turns a rule on or raises it shows that rule's findings") {
  const GitProject repository;
  write_sample_project(repository.files());
  repository.files().write("runbookc.yaml",
                           "rules: { \"archive/**\": { target-missing: off, asset-missing: info } "
                           "}\n");
  repository.files().write("content/archive/a.md", typed("page"));
  repository.files().write("content/z.md", typed("page"));
  commit_to_main(repository);
  move(repository, "content/archive/a.md", "content/a.md");
  CHECK(has(repository.since("main"), "content/a.md:12 RB301"));
  CHECK(has(repository.since("main"), "content/a.md:12 RB306"));
  repository.commit();
  repository.git({"branch", "-f", "main", "change"});
  move(repository, "content/a.md", "content/archive/a.md");
  CHECK_FALSE(has(repository.since("main"), "content/archive/a.md:12 RB306"));
}

TEST_CASE("a path whose glob gives other front matter shows all of the page, as an edit would") {
  const GitProject repository;
  write_sample_project(repository.files());
  repository.files().write("runbookc.yaml", "defaults: { \"db/**\": { services: [orders] } }\n");
  repository.files().write("content/a.md", typed("page"));
  commit_to_main(repository);
  move(repository, "content/a.md", "content/b.md");
  REQUIRE(repository.since("main").empty());
  move(repository, "content/b.md", "content/db/a.md");
  CHECK(has(repository.since("main"), "content/db/a.md:12 RB301"));
}

TEST_CASE("a page that comes from where none was read is new") {
  const GitProject repository;
  write_sample_project(repository.files());
  repository.files().write("drafts/a.md", typed("page"));
  repository.files().write("content/note.txt", typed("page"));
  commit_to_main(repository);
  move(repository, "drafts/a.md", "content/a.md");
  CHECK(has(repository.since("main"), "content/a.md:12 RB301"));
  repository.git({"reset", "-q", "--hard"});
  move(repository, "content/note.txt", "content/note.md");
  CHECK(has(repository.since("main"), "content/note.md:12 RB301"));
}

TEST_CASE("a path that others own shows what CODEOWNERS says of it") {
  const GitProject repository;
  write_sample_project(repository.files());
  repository.files().write("runbookc.yaml", "rules: { owner-codeowners-mismatch: warning }\n");
  repository.files().write("content/owners.yaml",
                           "owners:\n  - { id: dba, contacts: { slack: x }, aliases: ['@x/dba'] }\n"
                           "  - { id: web, contacts: { slack: y }, aliases: ['@x/web'] }\n");
  repository.files().write("CODEOWNERS", "* @x/dba\ncontent/web/ @x/web\ncontent/db/ @x/dba\n");
  const std::string page = "---\ntitle: A\nowner: dba\n---\n# A\n\nText.\n";
  repository.files().write("content/a.md", page);
  repository.files().write("content/other.md", page + "[x](a.md)\n");
  commit_to_main(repository);
  move(repository, "content/a.md", "content/db/a.md");
  CHECK(repository.since("main") == Found{"content/other.md:8 RB301"});
  move(repository, "content/db/a.md", "content/web/a.md");
  CHECK(repository.since("main") == Found{"content/other.md:8 RB301", "content/web/a.md:3 RB405"});
}

TEST_CASE("a page that nothing links to any more because of its new name is shown as an orphan") {
  const GitProject repository;
  write_sample_project(repository.files());
  repository.files().write("runbookc.yaml", "rules: { orphan-page: warning }\n");
  repository.files().write("content/README.md", "# All\n\n[linked](linked.md)\n");
  repository.files().write("content/linked.md", "# Linked\n\nText.\n");
  repository.files().write("content/orphan.md", "# Orphan\n\nOther text.\n");
  commit_to_main(repository);
  move(repository, "content/linked.md", "content/renamed.md");
  move(repository, "content/orphan.md", "content/still.md");
  CHECK(repository.since("main") ==
        Found{"content/README.md:3 RB301", "content/renamed.md:1 RB307"});
}

TEST_CASE("links to an old name are told the new one that git knows, and fix mends them") {
  const GitProject repository;
  write_sample_project(repository.files());
  repository.files().write("content/a.md", "# A\n\n[b](b.md) and [me](a.md#a)\n" + kProse);
  repository.files().write("content/b.md", "# B\n\n[a](a.md#a) and ![p](old.png)\n");
  repository.files().write("content/old.png", kProse);
  commit_to_main(repository);
  move(repository, "content/a.md", "content/db/quite-another.md");
  move(repository, "content/old.png", "content/img/new.png");
  const auto shown = repository.run({"check", "--changed-since", "main"});
  CHECK(contains(shown.out, "did you mean 'db/quite-another.md#a'?"));
  CHECK(contains(shown.out, "did you mean 'img/new.png'?"));
  CHECK(contains(shown.out, "did you mean '../b.md'?"));
  const auto fixed = repository.run({"fix", "--changed-since", "main"});
  CAPTURE(fixed.out, fixed.err);
  CHECK(fixed.exit_code == 0);
  CHECK(repository.files().read("content/b.md") ==
        "# B\n\n[a](db/quite-another.md#a) and ![p](img/new.png)\n");
  CHECK(repository.files().read("content/db/quite-another.md") ==
        "# A\n\n[b](../b.md) and [me](quite-another.md#a)\n" + kProse);
}

TEST_CASE("a rename with edits is a suggestion that fix does not follow") {
  const GitProject repository;
  write_sample_project(repository.files());
  repository.files().write("content/a.md", kDebt);
  repository.files().write("content/b.md", "# B\n\n[a](a.md)\n");
  commit_to_main(repository);
  move(repository, "content/a.md", "content/quite-another.md");
  repository.files().write("content/quite-another.md", kDebt + "More.\n");
  const auto shown = repository.run({"check", "--changed-since", "main"});
  CHECK(contains(shown.out, "did you mean 'quite-another.md'?"));
  CHECK(contains(repository.run({"fix", "--changed-since", "main"}).out, "1 suggestion is not"));
  CHECK(repository.files().read("content/b.md") == "# B\n\n[a](a.md)\n");
}

TEST_CASE(
    "fix follows no link that was written after the move, nor out of a page that git guesses") {
  const GitProject repository;
  write_sample_project(repository.files());
  repository.files().write("content/a.md", kDebt + kProse);
  repository.files().write("content/b.md", "# B\n\n[a](a.md)\n");
  repository.files().write("content/x/t.md", "# T\n\nText.\n");
  repository.files().write("content/y/t.md", "# Another\n\nText.\n");
  repository.files().write("content/x/c.md", kDebt + "\n[t](t.md)\n");
  commit_to_main(repository);
  move(repository, "content/a.md", "content/quite-another.md");
  move(repository, "content/x/c.md", "content/db/guessed.md");
  repository.files().write("content/b.md", "# B\n\n[a](a.md)\n\n[new](a.md)\n");
  const std::string guessed = kDebt + "\n[t](t.md)\n\nMore.\n";
  repository.files().write("content/db/guessed.md", guessed);
  const auto shown = repository.run({"check", "--changed-since", "main"});
  CHECK(count_in(shown.out, "did you mean 'quite-another.md'?") == 2);
  CHECK(contains(shown.out, "did you mean '../x/t.md'?"));
  repository.run({"fix", "--changed-since", "main"});
  CHECK(repository.files().read("content/b.md") == "# B\n\n[a](quite-another.md)\n\n[new](a.md)\n");
  CHECK(repository.files().read("content/db/guessed.md") == guessed);
}

TEST_CASE("fix follows no rename between files that others are like") {
  const GitProject repository;
  write_sample_project(repository.files());
  const std::string links = "# B\n\n[redis](redis.md), [a](one.md), [c](two.md), [d](copied.md)\n";
  const std::string page = "# To be written\n\n" + kProse;
  repository.files().write("content/b.md", links);
  repository.files().write("content/redis.md", "# To be written\n\nText.\n");
  repository.files().write("content/one.md", page);
  repository.files().write("content/two.md", page);
  repository.files().write("content/copied.md", "# Copied\n\n" + kProse);
  commit_to_main(repository);
  move(repository, "content/redis.md", "content/kafka-streams.md");
  move(repository, "content/one.md", "content/quite-another.md");
  repository.git({"rm", "-q", "content/two.md"});
  move(repository, "content/copied.md", "content/of-another-name.md");
  repository.files().write("content/untracked-twin.md", "# Copied\n\n" + kProse);
  const auto shown = repository.run({"check", "--changed-since", "main"});
  CHECK(contains(shown.out, "did you mean 'kafka-streams.md'?"));
  CHECK(contains(shown.out, "did you mean 'of-another-name.md'?"));
  repository.run({"fix", "--changed-since", "main"});
  CHECK(repository.files().read("content/b.md") == links);
  std::filesystem::remove(repository.files().path("content/untracked-twin.md"));
  repository.run({"fix", "--changed-since", "main"});
  CHECK(contains(repository.files().read("content/b.md"), "[d](of-another-name.md)"));
}

TEST_CASE("documents with endings of the project's own are known by their shorter names") {
  const GitProject repository;
  write_sample_project(repository.files());
  repository.files().write("runbookc.yaml", "extensions: [.md, .txt]\n");
  repository.files().write("content/a.txt", "# A\n\n" + kProse);
  repository.files().write("content/went.txt", "# Went\n\nOther text.\n");
  repository.files().write("content/b.md", "# B\n\n[a](a)\n\n[w](went)\n");
  commit_to_main(repository);
  REQUIRE(repository.since("main").empty());
  move(repository, "content/a.txt", "content/quite-another.txt");
  repository.git({"rm", "-q", "content/went.txt"});
  CHECK(repository.since("main") == Found{"content/b.md:3 RB301", "content/b.md:5 RB301"});
  CHECK(repository.run({"fix", "--changed-since", "main"}).exit_code < 2);
  CHECK(contains(repository.files().read("content/b.md"), "[a](quite-another.txt)"));
}

}  // namespace runbookc
