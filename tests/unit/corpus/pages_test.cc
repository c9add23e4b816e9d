#include <catch2/catch.hpp>

#include "unit/corpus/corpus_fixture.h"

namespace runbookc::test {

TEST_CASE("an id is the path unless it is written") {
  const Corpus corpus =
      load({{"content/db/failover.md", "# F\n"}, {"content/b.md", "---\nid: bee\n---\n"}});
  CHECK(page_at(corpus, "content/db/failover.md").id == "db/failover");
  CHECK(page_at(corpus, "content/b.md").id == "bee");
}

TEST_CASE("a type is written, else follows from a glob, else from the default, else is page") {
  const Tree files = {{"alerts/a.md", "# A\n"},
                      {"alerts/README.md", "# A\n"},
                      {"b.md", "---\ntype: on-call\n---\n"},
                      {"c.md", "# C\n"}};
  const Corpus corpus = load(
      files, configured("types: { default: runbook, \"**/README.md\": index, \"alerts/**\": alert }"
                        "\n"));
  CHECK(page_at(corpus, "alerts/a.md").type == "alert");
  CHECK(page_at(corpus, "alerts/README.md").type == "index");
  CHECK(page_at(corpus, "b.md").type == "on-call");
  CHECK(page_at(corpus, "c.md").type == "runbook");
  CHECK(page_at(load(files), "c.md").type == "page");
}

TEST_CASE("globs are tried on the path within the content too") {
  const Corpus corpus =
      load({{"content/alerts/a.md", "# A\n"}}, configured("types: { \"alerts/**\": alert }\n"));
  CHECK(page_at(corpus, "content/alerts/a.md").type == "alert");
}

TEST_CASE("a page knows the schema of its type, if there is one") {
  const Corpus corpus = load({{"a.md", "---\ntype: house\n---\n"},
                              {"b.md", "---\ntype: barn\n---\n"},
                              {"schemas/types/house.json", "{\"type\": \"object\"}"}});
  REQUIRE(corpus.type_of(page_at(corpus, "a.md")) != nullptr);
  CHECK(corpus.type_of(page_at(corpus, "a.md"))->name == "house");
  CHECK(corpus.type_of(page_at(corpus, "b.md")) == nullptr);
}

TEST_CASE("a title is written, else the first heading, else the name in words") {
  const Corpus corpus = load({{"a.md", "---\ntitle: Written\n---\n# Heading\n"},
                              {"b.md", "# Heading\n"},
                              {"db_fail-over.md", "text\n"},
                              {"big-db/README.md", "text\n"},
                              {"README.md", "text\n"}});
  CHECK(page_at(corpus, "a.md").title == "Written");
  CHECK(page_at(corpus, "b.md").title == "Heading");
  CHECK(page_at(corpus, "db_fail-over.md").title == "Db fail over");
  CHECK(page_at(corpus, "big-db/README.md").title == "Big db");
  CHECK(page_at(corpus, "README.md").title == "Runbooks");
}

TEST_CASE("a summary is written, else the first paragraph, shortened between words") {
  const std::string sentence = "Some words that go on. ";
  std::string paragraph;
  for (int i = 0; i < 40; ++i) paragraph += sentence;
  const Corpus corpus = load({{"a.md", "---\nsummary: Written\n---\ntext\n"},
                              {"b.md", "# B\n\n> quoted\n\nFirst\nparagraph.\n\nSecond.\n"},
                              {"c.md", paragraph + "\n"}});
  CHECK(page_at(corpus, "a.md").summary == "Written");
  CHECK(page_at(corpus, "b.md").summary == "First paragraph.");
  const std::string& summary = page_at(corpus, "c.md").summary;
  CHECK(summary.size() < 310);
  CHECK(summary.ends_with("…"));
}

TEST_CASE("drafts are published on request") {
  const Tree files = {{"a.md", "---\nstatus: draft\nalerts: [X]\n---\n[b](b.md) ![i](i.png)\n"},
                      {"b.md", "# B\n"},
                      {"i.png", "png"}};
  const Corpus hidden = load(files);
  CHECK(!page_at(hidden, "a.md").published);
  CHECK(page_at(hidden, "b.md").backlinks.empty());
  CHECK(hidden.pages_by_alert.empty());
  CHECK(hidden.assets.empty());
  CHECK(page_at(hidden, "a.md").links[1].outcome == LinkOutcome::asset);
  const Corpus shown = load(files, configured("site: { publish_drafts: true }\n"));
  CHECK(page_at(shown, "a.md").published);
  CHECK(page_at(shown, "b.md").backlinks.size() == 1);
  CHECK(shown.pages_by_alert.contains("X"));
  CHECK(shown.assets.size() == 1);
}

TEST_CASE("defaults from the project count as the document's own, later ones first") {
  const Corpus corpus = load({{"db/a.md", "# A\n"}, {"db/b.md", "---\nowner: b\n---\n"}},
                             configured("defaults:\n  \"**\": { owner: all, tags: [x] }\n"
                                        "  \"db/**\": { owner: dba }\n"));
  CHECK(page_at(corpus, "db/a.md").metadata.owners[0].value == "dba");
  CHECK(page_at(corpus, "db/a.md").metadata.tags[0].value == "x");
  CHECK(page_at(corpus, "db/b.md").metadata.owners[0].value == "b");
}

TEST_CASE("backlinks are told once a page, in order, without the page itself") {
  const Corpus corpus = load({{"a.md", "[b](b.md) [b](b.md#x) [a](a.md)\n"},
                              {"b.md", "[b](b.md)\n"},
                              {"c.md", "[b](b)\n"}});
  CHECK(page_at(corpus, "b.md").backlinks == std::vector<Index>{0, 2});
  CHECK(page_at(corpus, "a.md").backlinks.empty());
}

TEST_CASE("alerts, services and tags lead to their pages") {
  const Corpus corpus = load({{"a.md", "---\nalerts: [Down, Down]\nservices: db\ntags: [x]\n---\n"},
                              {"b.md", "---\nalerts: [Down]\n---\n"}});
  REQUIRE(corpus.pages_by_alert.contains("Down"));
  CHECK(corpus.pages_by_alert.find("Down")->second == std::vector<Index>{0, 1});
  CHECK(corpus.pages_by_service.contains("db"));
  CHECK(corpus.pages_by_tag.contains("x"));
}

TEST_CASE("owners are looked up in the directory") {
  const Corpus corpus = load({{"owners.yaml", "owners: { dba: { aliases: [data] } }\n"},
                              {"a.md", "---\nowner: [\"@DBA\", data, who]\n---\n"}});
  CHECK(page_at(corpus, "a.md").owners == std::vector<Index>{0, 0, kNone});
}

TEST_CASE("an asset is listed once with its URL within the site") {
  const Corpus corpus = load({{"content/a.md", "![i](img/i.png) ![i](./img/i.png)\n"},
                              {"content/b.md", "![i](img/i.png)\n"},
                              {"content/img/i.png", "png"},
                              {"content/img/unlinked.png", "png"}});
  REQUIRE(corpus.assets.size() == 1);
  CHECK(corpus.assets[0].path == "content/img/i.png");
  CHECK(corpus.assets[0].url == "img/i.png");
}

TEST_CASE("the corpus does not depend on the number of threads") {
  Tree files;
  for (int i = 0; i < 200; ++i) {
    const std::string n = std::to_string(i);
    files["d" + std::to_string(i % 7) + "/page" + n + ".md"] =
        "---\ntags: [t" + std::to_string(i % 5) + "]\n---\n# Page " + n + "\n\n[next](../d" +
        std::to_string((i + 1) % 7) + "/page" + std::to_string(i + 1) + ".md#page) [x](Page" + n +
        ".md) ![i](../img/" + std::to_string(i % 3) + ".png)\n";
  }
  for (int i = 0; i < 3; ++i) files["img/" + std::to_string(i) + ".png"] = "png";
  LoadOptions one;
  one.threads = 1;
  LoadOptions eight;
  eight.threads = 8;
  const Corpus a = load(files, std::move(one));
  const Corpus b = load(files, std::move(eight));
  REQUIRE(a.pages.size() == b.pages.size());
  CHECK(a.documents == b.documents);
  CHECK(a.pages_by_tag == b.pages_by_tag);
  CHECK(a.assets.size() == b.assets.size());
  for (std::size_t i = 0; i < a.pages.size(); ++i) {
    CHECK(a.pages[i].backlinks == b.pages[i].backlinks);
    REQUIRE(a.pages[i].links.size() == b.pages[i].links.size());
    for (std::size_t k = 0; k < a.pages[i].links.size(); ++k) {
      const ResolvedLink& left = a.pages[i].links[k];
      const ResolvedLink& right = b.pages[i].links[k];
      CHECK(left.outcome == right.outcome);
      CHECK(left.page == right.page);
      CHECK(left.asset == right.asset);
      CHECK(left.suggestion == right.suggestion);
      CHECK(left.sure == right.sure);
    }
  }
}

TEST_CASE("what is not wanted still says what it links to, and no more") {
  const Tree files = {
      {"runbookc.yaml", "site: { edit_url: \"https://git.example/ops/edit/main/{path}\" }\n"},
      {"a.md", "# A\n\n[b](b.md) ![map](map.png)\n"},
      {"b.md", "# B\n\n[a](a.md#nowhere) [lost](lost.md)\n"},
      {"c.md", "# C\n\n[b](b.md#nowhere) ![plan](plan.png) [lost](lost.md)\n"},
      {"draft.md", "---\nstatus: draft\n---\n# E\n\n[b](b.md) ![lost](lost.png)\n"},
      {"lost.png", "png"},
      {"d.md", "# D\n\n[b](https://git.example/ops/blob/main/b.md)\n"},
      {"map.png", "png"},
      {"plan.png", "png"}};
  LoadOptions options = configured(files.at("runbookc.yaml"));
  const Corpus all = load(files, options);
  options.wanted = [](std::string_view path) { return path == "b.md"; };
  const Corpus narrow = load(files, options);
  const Page& b = page_at(narrow, "b.md");
  CHECK(b.backlinks.size() == 3);
  CHECK(b.backlinks == page_at(all, "b.md").backlinks);
  REQUIRE(b.links.size() == 2);
  CHECK(b.links[0].outcome == LinkOutcome::anchor_missing);
  CHECK(b.links[1].outcome == LinkOutcome::target_missing);
  CHECK(page_at(all, "c.md").links.size() == 3);
  CHECK(page_at(narrow, "c.md").links.empty());
  REQUIRE(all.assets.size() == 2);
  REQUIRE(narrow.assets.size() == 2);
  CHECK(narrow.assets[1].url == all.assets[1].url);
}

}  // namespace runbookc::test
