#include "shell/unwritten_program.h"

#include <catch2/catch.hpp>

#include "parse/risk_data.h"
#include "shell/program_runs.h"
#include "shell_commands.h"

namespace runbookc {
namespace {

// Of the last command of a text.
std::vector<std::string> possible(std::string_view text) {
  static const Result<RiskTable> table = load_risk_table();
  REQUIRE(table);
  const auto commands = shell_commands(text);
  AssignedValues values;
  values.add(commands);
  std::vector<std::string> found;
  for (const auto& words : possible_commands(commands.back().words, {&values}, *table))
    found.push_back(joined_words(words));
  return found;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("a variable stands for the values that are assigned to it") {
  CHECK(possible("A=rm; A='sudo rm'; $A x") == Texts{"rm x", "sudo rm x"});
  CHECK(possible("A=; ${A} ls x") == Texts{"ls x"});
  CHECK(possible("A=$B; $A rm x") == Texts{"rm x"});
}

TEST_CASE("a default, or what is looked up, stands for itself") {
  CHECK(possible("${SUDO:-sudo -n} rm x") == Texts{"sudo -n rm x"});
  CHECK(possible("$(which psql) -l") == Texts{"psql -l"});
  CHECK(possible("$(command -v psql) -l") == Texts{"psql -l"});
}

TEST_CASE("without any value it is the program of its name, else what stands behind it") {
  CHECK(possible("$KUBECTL get x") == Texts{"kubectl get x"});
  CHECK(possible("$RUNNER rm x") == Texts{"rm x"});
  CHECK(possible("$A $B rm $C") == Texts{"rm $C"});
  CHECK(possible("$(true) rm x") == Texts{"rm x"});
  CHECK(possible("$A") == Texts{""});
}

TEST_CASE("values of a name are few and short") {
  std::string text;
  for (int i = 0; i < 100; ++i) text += "A=x" + std::to_string(i) + "; ";
  CHECK(possible(text + "B=" + std::string(1'000, 'x') + "; $A y").size() == 4);
  CHECK(possible("B=" + std::string(1'000, 'x') + "; $B y") == Texts{"y"});
}

}  // namespace runbookc
