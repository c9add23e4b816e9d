#include "search/index_builder.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "base/text.h"
#include "search/page_texts.h"
#include "unit/search/search_fixture.h"

using namespace runbookc;

namespace {

const IndexEntry* find_entry(const SearchIndex& index, std::string_view entry) {
  const auto found = std::ranges::find(index.entries, entry, &IndexEntry::entry);
  return found == index.entries.end() ? nullptr : &*found;
}

SearchIndex index_of(std::map<std::string, std::string, std::less<>> files) {
  return build_search_index(memory_corpus(std::move(files)), 1);
}

}  // namespace

TEST_CASE("entries are sorted, each once, and aliases have no payload") {
  const SearchIndex index =
      index_of({{"a.md", "# Restarting workers\n\nThe workers restart.\n"}, {"b.md", "# Other\n"}});
  CHECK(std::ranges::is_sorted(index.entries, {}, &IndexEntry::entry));
  CHECK(std::ranges::adjacent_find(index.entries, {}, &IndexEntry::entry) == index.entries.end());
  REQUIRE(find_entry(index, "restart") != nullptr);
  CHECK_FALSE(find_entry(index, "restart")->payload.empty());
  REQUIRE(find_entry(index, "restarting") != nullptr);
  CHECK(find_entry(index, "restarting")->payload.empty());
  CHECK(find_entry(index, "the") == nullptr);
}

TEST_CASE("titles, headings and alerts have phrases and joined pairs") {
  const SearchIndex index = index_of({{"a.md", page_text("title: Fail over the orders database\n"
                                                         "alerts: [OrdersDown]",
                                                         "# X\n\nplain words here\n")}});
  CHECK(find_entry(index, "fail over") != nullptr);
  CHECK(find_entry(index, "over order") != nullptr);  // "the" is skipped
  CHECK(find_entry(index, "failov") != nullptr);
  CHECK(find_entry(index, "order down") != nullptr);
  CHECK(find_entry(index, "ordersdown alert:") != nullptr);
  CHECK(find_entry(index, "plain word") == nullptr);
  CHECK(find_entry(index, "ordersdown") != nullptr);
}

TEST_CASE("a word that two others make is told next to their phrase") {
  const SearchIndex index =
      index_of({{"a.md", "# A\n\nA failover runs.\n"},
                {"b.md", "# B\n\nWrites fail. The orders are over.\n"},
                {"c.md", "# C\n\nThe workload grows, and so does the work.\n"}});
  REQUIRE(find_entry(index, "fail over") != nullptr);
  CHECK(find_entry(index, "fail over")->payload.empty());
  CHECK(find_entry(index, "work load") == nullptr);  // nothing says "load"
}

TEST_CASE("filters stand for what the page says of itself") {
  const SearchIndex index =
      index_of({{"owners.yaml", "owners:\n  - { id: ops, name: Night Shift, aliases: [sre] }\n"},
                {"a.md", page_text("title: A\nowner: sre\nservices: [Orders DB]\ntags: [t]\n"
                                   "severity: P1\nnext_review: 2026-01-01",
                                   "```sh\nls\n```\n")}});
  for (const char* entry :
       {"owner:ops", "owner:sre", "owner:night-shift", "service:orders-db", "tag:t", "severity:p1",
        "status:active", "status:overdue", "type:page", "risk:read"}) {
    CAPTURE(entry);
    CHECK(find_entry(index, entry) != nullptr);
  }
  CHECK(find_entry(index, "risk:destroy") == nullptr);
}

TEST_CASE("drafts are not indexed") {
  const SearchIndex index = index_of(
      {{"a.md", page_text("title: A\nstatus: draft", "zebra\n")}, {"b.md", "# Published\n"}});
  CHECK(index.pages == 1);
  CHECK(find_entry(index, "zebra") == nullptr);
}

TEST_CASE("the value of a secret is in no file of the index") {
  const std::string token = std::string("gh") + "p_q7Wz0xTn4Kc9Lr2Vb8Jm5Hd1Gf6Ys3PaQeRu";
  const std::string password = "kQ3zX9vB7nM5qWe4";
  const Corpus corpus = memory_corpus(
      {{"a.md", page_text("title: Login with " + token + "\nsummary: use " + token,
                          "# Login\n\n## Use " + token + "\n\nIn prose \"" + token +
                              "\".\n\n```bash\nDB_PASSWORD='" + password +
                              "' psql\n```\n\nThe password " + password + " again.\n")}});
  for (const auto& [name, bytes] : index_files(corpus)) {
    CAPTURE(name);
    for (const char* piece : {"q7wz", "jm5hd", "ys3pa", "kq3z", "b7nm5", "qwe4"}) {
      CAPTURE(piece);
      CHECK(lower_ascii(bytes).find(piece) == std::string::npos);
    }
  }
}

TEST_CASE("an index is the same on any number of threads") {
  std::map<std::string, std::string, std::less<>> files;
  for (int i = 0; i < 300; ++i) {
    const std::string n = std::to_string(i);
    files["p" + n + ".md"] = "# Page " + n + "\n\n## Part\n\nword" + std::to_string(i % 7) +
                             " restarts kube-" + std::to_string(i % 11) + "\n";
  }
  const Corpus corpus = memory_corpus(std::move(files));
  const IndexFiles once = index_files(corpus, 1);
  CHECK(index_files(corpus, 3) == once);
  CHECK(index_files(corpus, 8) == once);
}

TEST_CASE("terms of very many units are indexed by page") {
  std::string body = "# Page\n\n";
  for (int i = 0; i < 10'500; ++i) body += "## S\n\neverywhere\n\n";
  SearchFixture fixture({{"a.md", body}, {"b.md", body}, {"c.md", "# Rare\n\nonce\n"}});
  const auto found = fixture.reader.find(fixture.analyzer.term_of("everywhere")).value();
  REQUIRE(found);
  const Postings postings = fixture.reader.decode(*found).value();
  CHECK(postings.df == 2);
  CHECK(postings.list.size() == 2);
  CHECK(postings.list[0].units.empty());
  CHECK(fixture.hits("everywhere") == std::vector<std::string>{"a.md", "b.md"});
}

TEST_CASE("quoted text and raw HTML give what a reader sees") {
  CHECK(quoted_texts(R"(says "no slot" or “gone”, "open)") ==
        std::vector<std::string_view>{"no slot", "gone"});
  CHECK(quoted_texts("none").empty());
  CHECK(collapse_space(html_text("<details><!-- <b>no</b> --><summary>Old way</summary>")) ==
        "Old way");
  CHECK(html_text("a <b") == "a  ");
}
