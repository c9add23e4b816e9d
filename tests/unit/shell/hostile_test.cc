// Half a megabyte of one thing is read in linear time: what is quadratic here takes minutes, and
// the time limit of the test program ends it.
#include <catch2/catch.hpp>
#include <utility>

#include "shell/grammar.h"

using namespace runbookc;

namespace {

std::string many(const std::string& opening, const std::string& closing = "") {
  const std::size_t count = 500'000 / (opening.size() + closing.size());
  std::string text;
  for (std::size_t i = 0; i < count; ++i) text += opening;
  for (std::size_t i = 0; i < count; ++i) text += closing;
  return text;
}

}  // namespace

TEST_CASE("hostile nesting that is closed is read to its end") {
  const auto [opening, closing] = GENERATE(table<std::string, std::string>({
      {"( ", "a)"},
      {"a $(", ")"},
      {"\"$(a ", ")\""},
      {"a <(", ")"},
      {"${a:-", "}"},
      {"\"${a:-", "}\""},
      {"{ ", "a; }; "},
      {"$((a) ;", ")"},
  }));
  const std::string text = many(opening, opening == "( " ? ")" : closing);
  CAPTURE(opening);
  const ShellScript script = parse_shell(text);
  for (const SimpleCommand& command : script.commands) REQUIRE(command.range.end <= text.size());
  CHECK((!script.statements.empty() && script.statements.back().range.end <= text.size()));
}

TEST_CASE("hostile openings that are never closed are errors at their place") {
  const std::string opening =
      GENERATE("(", "((a) ;", "$(", "$((", "{ ", "if ", "case x in a) ", "for ((", "a ?(", "[[ ( ",
               "a=(", "function f ", "f ( ) ", "<(a ", "`cat <<A\n", "a|", "a[=(");
  const std::string text = many(opening);
  CAPTURE(opening);
  const auto error = parse_shell(text + "x").error;
  REQUIRE((error || opening == "a|" || opening == "`cat <<A\n"));
  if (error) CHECK(error->range.end <= text.size() + 1);
}

TEST_CASE("many small things cost what each of them costs") {
  const std::string text = GENERATE(
      many("a["), many("1"), many("\\"), many("<1 "), many("<<A"), many("cat <<A\n"),
      "cat " + many("<<A ") + "\n" + many("\n"), "cat " + many("<<A ") + "\n" + many("b <<A\nA\n"),
      "cat " + many("<<A ") + many("; ((a);b)"), many(")\n"), many("# a\n"), many("a;"), many("'"),
      many("\""), many("`"), many("$(cat <<A\n", ")\nA\n"));
  const ShellScript script = parse_shell(text);
  for (const ShellStatement& statement : script.statements)
    REQUIRE(statement.range.end <= text.size());
  CHECK(script.statements.empty() == text.starts_with("#"));
}
