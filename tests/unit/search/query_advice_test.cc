#include "search/query_advice.h"

#include <catch2/catch.hpp>

#include "base/text.h"
#include "unit/search/search_fixture.h"

using namespace runbookc;

namespace {

class AdviceFixture : public SearchFixture {
 public:
  AdviceFixture()
      : SearchFixture({
            {"content/owners.yaml", "owners:\n  - { id: dba, name: Database people }\n"},
            {"content/a.md", page_text("title: Disk full\nowner: dba\ntype: alert\n"
                                       "services: [orders-api, orders-db]\nseverity: P1\n",
                                       "# Disk full\n\nThe volume is full.\n\n```bash\n"
                                       "kubectl get pods\n```\n")},
            {"content/b.md", page_text("title: Replica lags\nowner: dba\nseverity: P2\n",
                                       "# Replica lags\n\nSlow replica.\n")},
        }) {}

  QueryAdvice advice(std::string_view text) {
    return query_advice(reader, text, parse_query(text, analyzer), analyzer).value();
  }
  // "word -> meant", or "word: choice, choice"; "?" before a word that is no filter.
  std::string doubt(std::string_view text) {
    std::string out;
    for (const FilterDoubt& doubt : advice(text).doubts) {
      out += (doubt.filter ? "" : "?") + doubt.word;
      out += doubt.meant.empty() ? ": " + join(doubt.choices, ", ") : " -> " + doubt.meant;
      out += ";";
    }
    return out;
  }
  std::vector<std::string> hidden(std::string_view text) {
    std::vector<std::string> out;
    for (const HiddenHits& one : hidden_hits(reader, text, analyzer).value()) {
      out.push_back(one.filters + " " + std::to_string(one.hits));
    }
    return out;
  }
};

using Words = std::vector<std::string>;

}  // namespace

TEST_CASE_METHOD(AdviceFixture, "words on no page are told, and those that are spelt otherwise") {
  CHECK(advice("disk xyzzyplugh volume").nowhere == Words{"xyzzyplugh"});
  CHECK(advice("disk xyzzyplugh volume").similar.empty());
  CHECK(advice("repilca ").similar == Words{"repilca"});
  CHECK(advice("repilca ").nowhere.empty());
  CHECK(advice("disk volume").nowhere.empty());
  CHECK(advice("repl").similar.empty());
}

TEST_CASE_METHOD(AdviceFixture, "a name on no page is told, unless it is one of many") {
  CHECK(advice("disk kube-xyzzy ").nowhere == Words{"kube-xyzzy"});
  CHECK(
      advice("at com.fernway.Foo one two three disk full volume replica slow lags pods kube-xyzzy")
          .nowhere == Words{"one", "two", "three"});
}

TEST_CASE_METHOD(AdviceFixture, "a value that nothing has comes with what was meant") {
  CHECK(doubt("owner:dbaa disk") == "owner:dbaa -> owner:dba;");
  CHECK(doubt("type:alrt") == "type:alrt -> type:alert;");
  CHECK(doubt("risk:destory") == "risk:destory -> risk:destroy;");
  CHECK(doubt("risk:read,destroy") == "risk:read,destroy -> risk:read risk:destroy;");
  CHECK(doubt("severity:P9") == "severity:P9: p1, p2;");
  CHECK(doubt("service:orders") == "service:orders: orders-api, orders-db;");
  CHECK(doubt("owner:dba severity:p1 status:overdue kind:page") == "");
  CHECK(doubt("OWNER:dba") == "?OWNER:dba -> owner:dba;");
}

TEST_CASE_METHOD(AdviceFixture, "a word that was to be a filter is told") {
  CHECK(doubt("ownr:dba disk") == "?ownr:dba -> owner:dba;");
  CHECK(doubt("tem:dba disk") == "");
  CHECK(doubt("team:dba") == "?team:dba -> owner:dba;");
  CHECK(doubt("ownr:x").starts_with("?ownr:x: kind, owner, risk"));
  CHECK(advice("ownr:x disk").nowhere.empty());
  for (const char* text : {"time:12", "http://dba", "error:timeout", "owner:", ":dba", "10:20"}) {
    CHECK(doubt(text) == "");
  }
}

TEST_CASE_METHOD(AdviceFixture, "what a filter hides is counted") {
  CHECK(hidden("owner:nobody disk") == Words{"owner:nobody 1"});
  CHECK(hidden("owner:nobody severity:p9 disk") == Words{"owner:nobody severity:p9 1"});
  CHECK(hidden("owner:dba severity:p2 orders-api") == Words{"severity:p2 1"});
  CHECK(hidden("owner:nobody xyzzyplugh ").empty());
  CHECK(hidden("owner:nobody").empty());
  CHECK(hidden("xyzzyplugh ").empty());
}
