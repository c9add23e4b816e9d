#include "shell/command_pattern.h"

#include <catch2/catch.hpp>

#include "shell/arguments.h"
#include "shell_commands.h"

namespace runbookc {
namespace {

PatternMatch match(std::string_view pattern, std::string_view words, bool any_case = false) {
  const auto read = CommandPattern::parse(pattern, any_case);
  REQUIRE(read);
  const auto commands = shell_commands("program " + std::string(words));
  REQUIRE_FALSE(commands.empty());
  ArgumentSyntax syntax;
  syntax.values.push_back({{}, {"-o", "--output"}});
  ProgramArguments arguments = read_arguments(std::span(commands[0].words).subspan(1), syntax);
  arguments.fed = !commands[0].redirections.empty();
  return read->match(arguments);
}

bool fits(std::string_view pattern, std::string_view words) {
  return match(pattern, words) == PatternMatch::yes;
}

}  // namespace

TEST_CASE("operands match from the first on, and more may follow") {
  CHECK(fits("delete pod|pods", "delete pods web"));
  CHECK(fits("delete pod", "-v delete --now pod"));
  CHECK_FALSE(fits("delete pod", "delete"));
  CHECK_FALSE(fits("delete pod", "pod delete"));
  CHECK(fits("", "anything at all"));
  CHECK(fits("get-*", "get-metric-data"));
  CHECK_FALSE(fits("get-*", "forget-x"));
}

TEST_CASE("a star is one operand, two are any number, and $ is the end") {
  CHECK(fits("* list", "instances list"));
  CHECK_FALSE(fits("* list", "list"));
  CHECK(fits("** list", "list"));
  CHECK(fits("** list", "compute instances list x"));
  CHECK_FALSE(fits("** list $", "compute instances list x"));
  CHECK(fits("** a b $", "a a b"));
  CHECK(fits("** a b $", "a b a b"));
  CHECK_FALSE(fits("** a b $", "a b a"));
  CHECK(fits("$", "--verbose"));
  CHECK_FALSE(fits("$", "x"));
}

TEST_CASE("options are looked for wherever they stand") {
  CHECK(fits("x -f|--force", "x y --force"));
  CHECK_FALSE(fits("x -f|--force", "x y"));
  CHECK(fits("x !--force", "x y"));
  CHECK_FALSE(fits("x !--force", "--force x"));
  CHECK(fits("-o|--output=json|yaml", "x -ojson"));
  CHECK(fits("-o|--output=json|yaml", "x --output=yaml"));
  CHECK_FALSE(fits("-o|--output=json|yaml", "x -o wide"));
  CHECK(fits("--quiet=", "--quiet"));
  CHECK_FALSE(fits("--quiet=", "--quiet=false"));
  CHECK_FALSE(fits("--force", "x -- --force"));
  CHECK(fits("x --", "x -- y"));
  CHECK_FALSE(fits("x --", "x --y"));
}

TEST_CASE("some operand, all operands, and input") {
  CHECK(fits("~of=/dev/*", "if=x of=/dev/sda"));
  CHECK_FALSE(fits("~of=/dev/*", "if=/dev/sda of=x"));
  CHECK_FALSE(fits("!~of=*", "of=x"));
  CHECK(fits("each:/tmp/*", "/tmp/a /tmp/b"));
  CHECK_FALSE(fits("each:/tmp/*", "/tmp/a /etc"));
  CHECK_FALSE(fits("each:/tmp/*", "-f"));
  CHECK(fits("rm each:/tmp/*", "rm /tmp/a"));
  CHECK(fits("<", "< file"));
  CHECK(fits("!<", "file"));
}

TEST_CASE("a word that is not written out may be any name") {
  CHECK(match("delete", "$VERB x") == PatternMatch::maybe);
  CHECK(match("delete pod", "delete $KIND") == PatternMatch::maybe);
  CHECK(match("delete pod", "get $KIND") == PatternMatch::no);
  CHECK(match("delete pod", "delete pod/$NAME") == PatternMatch::no);
  CHECK(match("delete pod/*", "delete po$X") == PatternMatch::maybe);
  CHECK(match("delete pod", "delete x$KIND") == PatternMatch::no);
  CHECK(match("delete *", "delete $NAME") == PatternMatch::yes);
  CHECK(match("** delete", "$GROUP list") == PatternMatch::no);
  CHECK(match("~/dev/*", "/dev/$DISK") == PatternMatch::yes);
}

TEST_CASE("names compare without case where that is asked for") {
  CHECK(match("flushall", "FLUSHALL", true) == PatternMatch::yes);
  CHECK(match("flushall", "FLUSHALL") == PatternMatch::no);
}

TEST_CASE("what is no pattern is refused with a reason") {
  const auto after_end = CommandPattern::parse("a $ b");
  REQUIRE_FALSE(after_end);
  CHECK(after_end.error().message == "something follows '$' in 'a $ b'");
  const auto naked = CommandPattern::parse("!word");
  REQUIRE_FALSE(naked);
  CHECK(naked.error().message == "'!word' is no part of a pattern");
}

TEST_CASE("wildcards stand for any bytes") {
  CHECK(matches_wildcard("a*c*e", "abcde"));
  CHECK(matches_wildcard("*", ""));
  CHECK(matches_wildcard("/etc/*", "/etc/a/b"));
  CHECK_FALSE(matches_wildcard("a*c", "abcd"));
  CHECK_FALSE(matches_wildcard("", "a"));
}

}  // namespace runbookc
