#include <catch2/catch.hpp>

#include "unit/corpus/corpus_fixture.h"

namespace runbookc::test {

TEST_CASE("a document becomes a page of its own name") {
  CHECK(page_url("db/failover.md") == "db/failover.html");
  CHECK(page_url("failover.v2.markdown") == "failover.v2.html");
}

TEST_CASE("README, index and _index become the folder's index, case ignored") {
  CHECK(page_url("README.md") == "index.html");
  CHECK(page_url("db/readme.MD") == "db/index.html");
  CHECK(page_url("db/Index.md") == "db/index.html");
  CHECK(page_url("db/_index.md") == "db/index.html");
  CHECK(page_url("db/my-readme.md") == "db/my-readme.html");
}

TEST_CASE("an extension of several dots goes as a whole") {
  const std::vector<std::string> whole = {".html.md.erb"};
  CHECK(page_url("db/dr-process.html.md.erb", whole) == "db/dr-process.html");
  CHECK(page_url("db/index.html.md.erb", whole) == "db/index.html");
  const std::vector<std::string> last = {".erb", ".MD"};
  CHECK(page_url("db/dr-process.html.md.erb", last) == "db/dr-process.html");
  CHECK(page_url("README.md.erb", last) == "index.html");
  const std::vector<std::string> other = {".en.md", ".md"};
  CHECK(page_url("db/fail.v2.en.md", other) == "db/fail.v2.html");
  CHECK(page_url("db/.en.md", other) == "db/.en.html");
}

TEST_CASE("an alias stands for the file that a web server would have shown") {
  CHECK(alias_url("/old/") == "old/index.html");
  CHECK(alias_url("old") == "old/index.html");
  CHECK(alias_url("/db/old.html") == "db/old.html");
  CHECK(alias_url("db/old.md") == "db/old.html");
  CHECK(alias_url("/") == "");
  CHECK(alias_url("../x") == "");
}

TEST_CASE("of README and index of one folder one is published") {
  const Corpus corpus = load({{"db/README.md", "# A\n"}, {"db/index.md", "# B\n"}});
  REQUIRE(corpus.url_conflicts.size() == 1);
  CHECK(corpus.url_conflicts[0].url == "db/index.html");
  CHECK(corpus.url_conflicts[0].paths == std::vector<std::string>{"db/README.md", "db/index.md"});
  CHECK(corpus.url_conflicts[0].winner == "db/README.md");
  CHECK(page_at(corpus, "db/README.md").published);
  CHECK(!page_at(corpus, "db/index.md").published);
}

TEST_CASE("pages whose URLs differ in case are reported and both published") {
  const Corpus corpus = load({{"A.md", "# A\n"}, {"a.md", "# B\n"}});
  REQUIRE(corpus.url_conflicts.size() == 1);
  CHECK(page_at(corpus, "A.md").published);
  CHECK(page_at(corpus, "a.md").published);
}

TEST_CASE("our own URLs cannot be taken") {
  const Corpus corpus = load({{"_/search.md", "# A\n"},
                              {"a.md", "[x](index.json) [y](sub/index.json)\n"},
                              {"index.json", "{}"},
                              {"sub/index.json", "{}"}});
  CHECK(!page_at(corpus, "_/search.md").published);
  REQUIRE(corpus.url_conflicts.size() == 2);
  CHECK(corpus.url_conflicts[0].winner.empty());
  REQUIRE(corpus.assets.size() == 1);
  CHECK(corpus.assets[0].path == "sub/index.json");
  CHECK(page_at(corpus, "a.md").links[0].outcome == LinkOutcome::outside_content);
  CHECK(page_at(corpus, "a.md").links[1].asset == 0);
}

TEST_CASE("an author's HTML is not published, and so takes no page's URL") {
  const Corpus corpus = load({{"a.md", "[x](b.html)\n"}, {"b.md", "# B\n"}, {"b.html", "<p>"}});
  CHECK(corpus.url_conflicts.empty());
  CHECK(corpus.assets.empty());
  CHECK(page_at(corpus, "a.md").links[0].outcome == LinkOutcome::outside_content);
}

TEST_CASE("a page cannot stand in a folder that has the name of another page or of our files") {
  const Corpus corpus = load({{"a.md", "# A\n"},
                              {"a.html/README.md", "# B\n"},
                              {"a.html/index.md", "# C\n"},
                              {"a.html/b.md", "# D\n"},
                              {"a.html/b.html/e.md", "# E\n"},
                              {"index.json/x.md", "# F\n"},
                              {"Build.json/x.md", "# G\n"},
                              {"llms.txt/x.md", "# H\n"},
                              {"db/index.json/x.md", "# I\n"}});
  REQUIRE(corpus.url_conflicts.size() == 7);
  for (const UrlConflict& conflict : corpus.url_conflicts) {
    CHECK(conflict.kind == UrlConflictKind::below);
    REQUIRE(conflict.paths.size() == 1);
    CHECK(!page_at(corpus, conflict.paths[0]).published);
    const bool below_page = conflict.url.starts_with("a.html");
    CHECK(conflict.winner == (below_page ? "a.md" : ""));
  }
  CHECK(page_at(corpus, "a.md").published);
  CHECK(page_at(corpus, "db/index.json/x.md").published);
}

TEST_CASE("folders that differ from a page in case alone are reported, and published") {
  const Corpus corpus = load({{"A.md", "# A\n"}, {"a.html/x.md", "# B\n"}});
  REQUIRE(corpus.url_conflicts.size() == 1);
  CHECK(corpus.url_conflicts[0].above == "A.html");
  CHECK(page_at(corpus, "a.html/x.md").published);
}

TEST_CASE("an asset in a folder with the name of a page is lost") {
  const Corpus corpus = load({{"a.md", "[x](a.html/b.png)\n"}, {"a.html/b.png", "p"}});
  REQUIRE(corpus.url_conflicts.size() == 1);
  CHECK(corpus.url_conflicts[0].winner == "a.md");
  CHECK(corpus.assets.empty());
  CHECK(page_at(corpus, "a.md").links[0].outcome == LinkOutcome::outside_content);
}

TEST_CASE("a page whose name is longer than a disk can hold is not published") {
  const std::string fits(250, 'n');
  const std::string exceeds(251, 'n');
  std::string deep;
  for (int i = 0; i < 110; ++i) deep += "some-name/";
  const Corpus corpus =
      load({{fits + ".md", "# A\n"}, {exceeds + ".md", "# B\n"}, {deep + "x.md", "# C\n"}});
  CHECK(page_at(corpus, fits + ".md").published);
  CHECK(!page_at(corpus, exceeds + ".md").published);
  CHECK(!page_at(corpus, deep + "x.md").published);
  REQUIRE(corpus.url_conflicts.size() == 2);
  CHECK(corpus.url_conflicts[0].kind == UrlConflictKind::too_long);
}

TEST_CASE("an alias where no file can stand becomes no redirect") {
  const std::string long_name(256, 'n');
  std::string deep;
  for (int i = 0; i < 110; ++i) deep += "some-name/";
  const Corpus corpus = load({{"a.md",
                               "---\naliases:\n  - \"x\\0y\"\n  - \"x\\x01y\"\n  - \"x\\x7fy\"\n"
                               "  - build.json/x\n  - _/x\n  - Index.json/x\n  - .nojekyll/x\n"
                               "  - " +
                                   long_name + "\n  - " + deep + "\n  - fine\n---\n"}});
  CHECK(page_at(corpus, "a.md").metadata.aliases.size() == 10);
  CHECK(page_at(corpus, "a.md").redirects == std::vector<std::string>{"fine/index.html"});
}

TEST_CASE("an alias neither stands below a page nor has one below it") {
  const Corpus corpus =
      load({{"a.md", "---\naliases: [a.html/x, b.html, a.md/x, c.html, c.html/d, fine]\n---\n"},
            {"b.html/x.md", "# B\n"}});
  CHECK(page_at(corpus, "a.md").redirects == std::vector<std::string>{"fine/index.html"});
  CHECK(page_at(corpus, "b.html/x.md").published);
}

TEST_CASE("aliases become redirects unless they collide") {
  const Corpus corpus = load({{"a.md", "---\naliases: [old/a.html, b.md, both, x.html]\n---\n"},
                              {"b.md", "---\naliases: [both, _/y.html]\n---\n"}});
  CHECK(page_at(corpus, "a.md").redirects == std::vector<std::string>{"old/a.html", "x.html"});
  CHECK(page_at(corpus, "b.md").redirects.empty());
}

}  // namespace runbookc::test
