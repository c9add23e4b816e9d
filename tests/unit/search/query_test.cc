#include "search/query.h"

#include <catch2/catch.hpp>

using namespace runbookc;

namespace {

Query parsed(std::string_view text) {
  Analyzer analyzer;
  return parse_query(text, analyzer);
}

std::string raws(const Query& query) {
  std::string list;
  for (const Token& token : query.tokens) list += (list.empty() ? "" : " ") + token.raw;
  return list;
}

}  // namespace

TEST_CASE("known names before a colon filter, and the rest is looked for") {
  const Query query = parsed("owner:Platform restart owner:ops  severity:P1 pods");
  CHECK(raws(query) == "restart pods");
  CHECK(query.filters.size() == 2);
  CHECK(query.filters.at("owner") == std::set<std::string>{"ops", "platform"});
  CHECK(query.filters.at("severity") == std::set<std::string>{"p1"});
}

TEST_CASE("what only looks like a filter is text") {
  CHECK(parsed("error:timeout").filters.empty());
  CHECK(parsed("owner:").filters.empty());
  CHECK(parsed("Owner:x").filters.empty());
  CHECK(parsed(":x").filters.empty());
  CHECK(raws(parsed("x509: expired")) == "x509 expired");
}

TEST_CASE("the last word may go on unless something stands behind it") {
  CHECK(parsed("orders fail").open_end);
  CHECK_FALSE(parsed("orders fail ").open_end);
  CHECK_FALSE(parsed("orders fail\xc2\xa0").open_end);
  CHECK_FALSE(parsed("orders owner:ops").open_end);
  CHECK_FALSE(parsed("").open_end);
}
