#include "shell/sql_statements.h"

#include <catch2/catch.hpp>

#include "shell/script_calls.h"

namespace runbookc {
namespace {

std::string joined(const std::vector<std::vector<ShellWord>>& statements) {
  std::string text;
  for (const auto& words : statements) {
    if (!text.empty()) text += " ; ";
    for (std::size_t i = 1; i < words.size(); ++i) {
      if (i > 1) text += ' ';
      text += words[i].value;
    }
  }
  return text;
}

std::string sql(std::string_view text, bool backslashes = false) {
  return joined(sql_statements(text, "(sql)", backslashes));
}

}  // namespace

TEST_CASE("statements end at semicolons outside of strings, names and comments") {
  CHECK(sql("SELECT 1; DELETE FROM t;;") == "SELECT ; DELETE FROM t");
  CHECK(sql("SELECT 'a;b', 'it''s; x' FROM t") == "SELECT FROM t");
  CHECK(sql("SELECT \"a;b\" FROM t") == "SELECT \"a;b\" FROM t");
  CHECK(sql("SELECT 1 -- ; DROP TABLE t\n; VACUUM") == "SELECT ; VACUUM");
  CHECK(sql("SELECT /* ; DROP TABLE t */ a") == "SELECT a");
  CHECK(sql("").empty());
  CHECK(sql(" ; ; ").empty());
}

TEST_CASE("words in parentheses are told apart") {
  CHECK(sql("DELETE FROM a USING (SELECT x FROM b WHERE c) d") ==
        "DELETE FROM a USING (SELECT (x (FROM (b (WHERE (c d");
  CHECK(sql("SELECT ) a") == "SELECT a");
}

TEST_CASE("dollar quotes are strings, and shell variables are words") {
  CHECK(sql("DO $$ BEGIN DROP TABLE t; END $$; SELECT 1") == "DO ; SELECT");
  CHECK(sql("DO $x$ a $$ b; $x$") == "DO");
  CHECK(sql("DELETE FROM $TABLE") == "DELETE FROM $TABLE");
  CHECK(sql("DELETE FROM ${TABLE} x") == "DELETE FROM ${TABLE} x");
  const auto statements = sql_statements("$VERB t", "(sql)", false);
  REQUIRE(statements.size() == 1);
  CHECK_FALSE(statements[0][1].literal);
}

TEST_CASE("commands of psql and mysql are statements of their own") {
  CHECK(sql("\\dt+ orders\nSELECT 1") == "\\dt+ orders ; SELECT");
  CHECK(sql("SELECT 1 \\gexec") == "SELECT ; \\gexec");
  CHECK(sql("SHOW STATUS\\G") == "SHOW STATUS ; \\G");
}

TEST_CASE("a backslash in a string escapes in MySQL only") {
  CHECK(sql("SELECT 'a\\'; DROP TABLE t") == "SELECT ; DROP TABLE t");
  CHECK(sql("SELECT 'a\\'; DROP TABLE t", true) == "SELECT");
  CHECK(sql("SELECT 1 # ; DROP TABLE t\n", true) == "SELECT");
}

TEST_CASE("a comment with a version is executed by MySQL only") {
  CHECK(sql("/*!50000 drop table x */", true) == "drop table x");
  CHECK(sql("SELECT 1 /*! , a */; DROP TABLE t", true) == "SELECT a ; DROP TABLE t");
  CHECK(sql("/*!50000 drop table x */").empty());
  CHECK(sql("/*!", true).empty());
}

TEST_CASE("what is never closed ends with the text") {
  for (const char* text : {"SELECT 'a", "SELECT \"a", "SELECT /* a", "DO $x$ a", "SELECT ${a",
                           "SELECT (((((", "\\", "$", "<", "SELECT <a"})
    CHECK_NOTHROW(sql(text));
}

TEST_CASE("calls are the names in a script") {
  const auto calls = [](std::string_view text) { return joined(script_calls(text, "(mongo)")); };
  CHECK(calls("db.orders.deleteMany({})") == "db orders deleteMany {}");
  CHECK(calls("db.a.find({b: 'x.drop()'}) // drop\n/* drop */") == "db a find b");
  CHECK(calls("db[\"dropDatabase\"]()") == "db dropDatabase");
  CHECK(calls("db['a']['drop']()") == "db a drop");
  CHECK(calls("db.x.find({b: ['drop']})") == "db x find b");
  CHECK(calls("db['").size() == 2);
  CHECK(calls("db['a").size() == 2);
  CHECK(calls("").empty());
  CHECK(calls("'drop").empty());
  CHECK(calls("/* drop").empty());
}

TEST_CASE("each line is a command of the same program") {
  CHECK(joined(line_commands("GET a\n\n  SET 'b' \"c\"  \n", "redis-cli")) == "GET a ; SET b c");
}

}  // namespace runbookc
