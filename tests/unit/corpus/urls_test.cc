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

TEST_CASE("a page goes before an asset of the same URL") {
  const Corpus corpus = load({{"a.md", "[x](b.html)\n"}, {"b.md", "# B\n"}, {"b.html", "<p>"}});
  REQUIRE(corpus.url_conflicts.size() == 1);
  CHECK(corpus.url_conflicts[0].winner == "b.md");
  CHECK(corpus.assets.empty());
}

TEST_CASE("aliases become redirects unless they collide") {
  const Corpus corpus = load({{"a.md", "---\naliases: [old/a.html, b.md, both, x.html]\n---\n"},
                              {"b.md", "---\naliases: [both, _/y.html]\n---\n"}});
  CHECK(page_at(corpus, "a.md").redirects == std::vector<std::string>{"old/a.html", "x.html"});
  CHECK(page_at(corpus, "b.md").redirects.empty());
}

}  // namespace runbookc::test
