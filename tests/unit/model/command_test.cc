#include "model/command.h"

#include <catch2/catch.hpp>

using namespace runbookc;

TEST_CASE("risks and verdicts have the names of the contract") {
  CHECK(risk_name(Risk::read) == "read");
  CHECK(risk_name(Risk::mutate) == "mutate");
  CHECK(risk_name(Risk::destroy) == "destroy");
  CHECK(risk_name(Risk::unknown) == "unknown");
  CHECK(syntax_name(SyntaxVerdict::ok) == "ok");
  CHECK(syntax_name(SyntaxVerdict::error) == "error");
  CHECK(syntax_name(SyntaxVerdict::skipped) == "skipped");
}
