#include "search/ranking.h"

#include <catch2/catch.hpp>

#include "search/expansion.h"
#include "unit/search/search_fixture.h"

using namespace runbookc;

namespace {

using Names = std::vector<std::string>;

std::map<std::string, std::string, std::less<>> project() {
  return {
      {"owners.yaml", "owners:\n  - { id: ops, name: Operations }\n"},
      {"alert.md", page_text("title: The primary is gone\nalerts: [OrdersPrimaryDown]\nowner: ops",
                             "# The primary is gone\n\n## Meaning\n\nNo leader.\n")},
      {"list.md", page_text("title: Alerts",
                            "# Alerts\n\nOrdersPrimaryDown and OrdersPrimaryDown, again "
                            "OrdersPrimaryDown.\n")},
      {"failover.md",
       page_text("title: Fail over the orders database\nseverity: P1",
                 "# Fail over the orders database\n\n## Procedure\n\nPromote a replica.\n\n"
                 "```bash\n# Promote it\npatronictl failover orders --force\n"
                 "patronictl list\nrm -rf /var/lib/orders\n```\n\n## Rollback\n\nUndo it.\n")},
      {"certificates.md", page_text("title: Renew a certificate\nseverity: P3\ntags: [tls]",
                                    "# Renew a certificate\n\nA certificate expires.\n")},
      {"certify.md", page_text("title: Certify a backup", "# Certify a backup\n\nBackups.\n")},
      {"late.md", page_text("title: Renew a token\nstatus: deprecated", "# Renew a token\n")},
      {"token.md", page_text("title: Renew a token", "# Renew a token\n")},
  };
}

}  // namespace

TEST_CASE("an alert's own page comes before those that name it") {
  SearchFixture fixture(project());
  const Names pages = fixture.pages("OrdersPrimaryDown");
  REQUIRE(pages.size() >= 2);
  CHECK(pages[0] == "alert.md");
  CHECK(fixture.pages("ordersprimarydown")[0] == "alert.md");
}

TEST_CASE("an exact word comes before a prefix, and a prefix before a slip") {
  SearchFixture fixture({{"a.md", "# One\n\nlog\n"},
                         {"b.md", "# Two\n\nlogs and logging and logger\n"},
                         {"c.md", "# Three\n\nlogistics\n"},
                         {"d.md", "# Four\n\nother\n"}});
  const Names pages = fixture.pages("log");
  REQUIRE(pages.size() == 3);
  CHECK(pages[2] == "c.md");
  CHECK(fixture.pages("logistcs") == Names{"c.md"});
}

TEST_CASE("slips of the hand are forgiven, in the beginning as in the end") {
  SearchFixture fixture(project());
  for (const char* query :
       {"certificat", "certifcate", "ecrtificate", "certificaet", "vertificate", "certfictae"}) {
    CAPTURE(query);
    const Names pages = fixture.pages(std::string(query) + " ");
    REQUIRE_FALSE(pages.empty());
    CHECK(pages[0] == "certificates.md");
  }
  CHECK(fixture.pages("xyzzyx ").empty());
  CHECK(fixture.pages("tks ").empty());  // too short to guess
}

TEST_CASE("what is written apart is found together, and the other way round") {
  SearchFixture fixture(project());
  CHECK(fixture.pages("failover database")[0] == "failover.md");
  CHECK(fixture.pages("fail over")[0] == "failover.md");
}

TEST_CASE("a word that is written apart in a query is found where the parts are words, too") {
  SearchFixture fixture({{"a.md", "# Change of the leader\n\nA failover takes a minute.\n"},
                         {"b.md", "# Writes\n\nThey may fail over there.\n"}});
  CHECK(fixture.pages("fail over ") == Names{"b.md", "a.md"});
  CHECK(fixture.pages("kube ctl ").empty());
}

TEST_CASE("words that stand together in a title count more") {
  SearchFixture fixture({{"a.md", "# Database of orders, over which many fail\n"},
                         {"b.md", "# Orders of which the database may fail over\n"}});
  CHECK(fixture.pages("fail over ")[0] == "b.md");
}

TEST_CASE("a page with all of the words comes before one with many of one") {
  SearchFixture fixture({{"a.md", "# Queue\n\nqueue queue queue queue queue\n"},
                         {"b.md", "# Broker\n\nthe queue of dead letters\n"},
                         {"c.md", "# Letters\n\nother\n"}});
  CHECK(fixture.pages("queue dead letters ")[0] == "b.md");
}

TEST_CASE("late pages come after good ones that say the same") {
  SearchFixture fixture(project());
  CHECK(fixture.pages("renew token ") == Names{"token.md", "late.md", "certificates.md"});
}

TEST_CASE("a hit is the command, the section or the page") {
  SearchFixture fixture(project());
  CHECK(fixture.hits("patronictl list ")[0].starts_with("failover.md#cmd."));
  CHECK(fixture.hits("undo ")[0] == "failover.md#rollback");
  CHECK(fixture.hits("certificate ")[0] == "certificates.md");
}

TEST_CASE("filters leave the pages that have all of them") {
  SearchFixture fixture(project());
  CHECK(fixture.pages("severity:P1") == Names{"failover.md"});
  CHECK(fixture.pages("severity:p1 severity:p3") == Names{"certificates.md", "failover.md"});
  CHECK(fixture.pages("severity:p1 tag:tls").empty());
  CHECK(fixture.pages("renew severity:P3") == Names{"certificates.md"});
  CHECK(fixture.pages("owner:operations") == Names{"alert.md"});
  CHECK(fixture.pages("owner:nobody renew").empty());
  CHECK(fixture.pages("status:deprecated") == Names{"late.md"});
}

TEST_CASE("a query of filters alone lists in order, without scores") {
  SearchFixture fixture(project());
  for (const SearchHit& hit : fixture.result("type:page").hits) CHECK(hit.score == 0);
  CHECK(fixture.pages("type:page").size() == 7);
  CHECK(fixture.hits("risk:destroy").size() == 1);
  CHECK(fixture.hits("kind:command").size() == 3);
}

TEST_CASE("kinds and risks choose what may be a hit") {
  SearchFixture fixture(project());
  for (const std::string& hit : fixture.hits("orders kind:command")) {
    CHECK(hit.starts_with("failover.md#cmd."));
  }
  CHECK(fixture.hits("orders risk:destroy").size() == 1);
  CHECK(fixture.hits("promote kind:section") == Names{"failover.md#procedure"});
  CHECK(fixture.hits("orders kind:page")[0] == "failover.md");
  CHECK(fixture.hits("orders kind:nothing").empty());
}

TEST_CASE("at most three hits are of one page, and the limit holds") {
  std::string body = "# Page\n\n";
  for (int i = 0; i < 20; ++i) body += "## Part " + std::to_string(i) + "\n\nzebra\n\n";
  SearchFixture fixture({{"a.md", body}, {"b.md", body}, {"c.md", "# Other\n"}});
  CHECK(fixture.hits("zebra").size() == 6);
  const Query query = parse_query("zebra", fixture.analyzer);
  CHECK(search(fixture.reader, query, fixture.analyzer, 4)->hits.size() == 4);
}

TEST_CASE("nothing asked is nothing found") {
  SearchFixture fixture(project());
  CHECK(fixture.hits("").empty());
  CHECK(fixture.hits("the of").empty());
  CHECK(fixture.hits("--").empty());
}

TEST_CASE("a long log line is looked for by its rare words") {
  SearchFixture fixture(project());
  std::string line = "patronictl";
  for (int i = 0; i < 200; ++i)
    line += " unknown" + std::string(1, static_cast<char>('a' + i % 26));
  CHECK(fixture.pages(line)[0] == "failover.md");
}

TEST_CASE("the distance of two words is the number of slips between them") {
  CHECK(typing_distance(U"pool", U"pool", 2) == 0);
  CHECK(typing_distance(U"pool", U"poool", 2) == 1);
  CHECK(typing_distance(U"pool", U"pol", 2) == 1);
  CHECK(typing_distance(U"pool", U"poll", 2) == 1);
  CHECK(typing_distance(U"pool", U"opol", 2) == 1);
  CHECK(typing_distance(U"latency", U"latnecy", 2) == 1);
  CHECK(typing_distance(U"ca", U"abc", 3) == 3);  // no letter moves twice
  CHECK(typing_distance(U"pool", U"queue", 2) == 3);
  CHECK(typing_distance(U"", U"abc", 2) == 3);
}

TEST_CASE("what is indexed by page alone says half of it of each unit") {
  // As in tests/search/ranking.test.mjs: T is 4·10 + 4·40.
  const auto payload = [](std::initializer_list<std::uint64_t> numbers) {
    std::string text;
    for (const std::uint64_t number : numbers) append_number(text, number);
    return text;
  };
  const auto page = [](const std::string& name) {
    return R"({"url":")" + name + R"(.html","title":")" + name +
           R"(","units":[{"kind":"page","line":1},{"kind":"section","line":2,"anchor":"s"}]})";
  };
  std::string unit;
  append_unit(unit, 1, 9);
  const std::string common = payload({10, 2, 1, 0, 10, 0, 10});
  const std::string rare = payload({40, 1, 0, 1, 4, 1}) + unit;
  auto reader = open_index(
      {{"index.js",
        R"(runbookcSearch.index({"format":3,"version":"1","pages":2,"blocks":[0],"terms":["common"],"tails":[]}))"
        "\n"},
       {"t0.js",
        R"(runbookcSearch.terms(0,"1",["common","rare"],[")" + common + R"(",")" + rare + "\"])\n"},
       {"p0.js", R"(runbookcSearch.pages(0,"1",[)" + page("a") + "," + page("b") + "])\n"}});
  REQUIRE(reader);
  Analyzer analyzer;
  const auto found = search(*reader, parse_query("common rare ", analyzer), analyzer);
  REQUIRE(found);
  REQUIRE_FALSE(found->hits.empty());
  const std::uint64_t score = 4 * (16 * (10 * 21 + 40 * 9) + 6 * 16 * (105 + 40 * 9));
  CHECK(found->hits.front() == SearchHit{1, 1, score});
}

TEST_CASE("a text that names a filter is none") {
  SearchFixture fixture({
      {"a.md", page_text("title: A\nseverity: [P1]",
                         "# A\n\nRoute with `severity:p1` or `risk:destroy`.\n")},
      {"b.md", page_text("title: B", "# B\n\nSee `severity:p1`.\n")},
      {"c.md", page_text("title: C\nseverity: [P1]")},
  });
  CHECK(fixture.pages("severity:P1") == Names{"a.md", "c.md"});
  CHECK(fixture.hits("risk:destroy").empty());
}
