#include "parse/directives.h"

#include <catch2/catch.hpp>

namespace runbookc {
namespace {

// Places as offsets into the comment, on line 1.
std::optional<Directive> read(std::string_view comment) {
  return read_directive(comment, [](std::size_t begin, std::size_t end) {
    return Span{{1, static_cast<std::uint32_t>(begin)}, {1, static_cast<std::uint32_t>(end)}};
  });
}

std::vector<std::string> rules_of(const Directive& directive) {
  std::vector<std::string> names;
  for (const DirectiveRule& rule : directive.rules) names.push_back(rule.name);
  return names;
}

TEST_CASE("a directive is taken apart into kind, rules, reason and date") {
  const auto read_one = read(
      "<!-- runbookc-disable-next-line danger-unmarked, RB301: read replica: no data (until "
      "2027-01-31) -->");
  REQUIRE(read_one);
  CHECK(read_one->kind == DirectiveKind::disable_next_line);
  CHECK(rules_of(*read_one) == std::vector<std::string>{"danger-unmarked", "RB301"});
  CHECK(read_one->reason == "read replica: no data");
  CHECK(read_one->until == "2027-01-31");
}

TEST_CASE("places are those of the words") {
  const auto directive = read("<!-- runbookc-enable  RB301 -->");
  REQUIRE(directive);
  CHECK(directive->kind == DirectiveKind::enable);
  CHECK(directive->word_span == Span{{1, 5}, {1, 20}});
  REQUIRE(directive->rules.size() == 1);
  CHECK(directive->rules[0].span == Span{{1, 22}, {1, 27}});
}

TEST_CASE("white space and commas separate rules, line endings included") {
  const auto directive = read("<!--runbookc-disable-file\r\n\ta,b ,\nc\n:\n why -->");
  REQUIRE(directive);
  CHECK(directive->kind == DirectiveKind::disable_file);
  CHECK(rules_of(*directive) == std::vector<std::string>{"a", "b", "c"});
  CHECK(directive->reason == "why");
}

TEST_CASE("two dashes part rules from a reason, too") {
  const auto directive = read("<!-- runbookc-disable a, b -- see: wiki -->");
  CHECK(rules_of(*directive) == std::vector<std::string>{"a", "b"});
  CHECK(directive->reason == "see: wiki");
  CHECK(read("<!-- runbookc-disable a: x -- y -->")->reason == "x -- y");
}

TEST_CASE("only a final bracket is a date") {
  CHECK(read("<!-- runbookc-disable a: b (until x) c -->")->reason == "b (until x) c");
  CHECK(read("<!-- runbookc-disable a (until x) -->")->until == "x");
  CHECK(read("<!-- runbookc-disable a: (untilx) -->")->reason == "(untilx)");
  CHECK(read("<!-- runbookc-disable a: (until) -->")->until.empty());
}

TEST_CASE("a date that was meant is not passed over") {
  for (const char* end : {"(until: 2027-01-31)", "(UNTIL 2027-01-31)", "(until 2027-01-31).",
                          "until 2027-01-31", "until: 2027-01-31.", "Until 2027-01-31"}) {
    const auto directive = read("<!-- runbookc-disable a: b " + std::string(end) + " -->");
    CAPTURE(end);
    CHECK(directive->until == "2027-01-31");
    CHECK(directive->reason == "b");
  }
  CHECK(read("<!-- runbookc-disable a: closed until further notice -->")->until.empty());
  CHECK(read("<!-- runbookc-disable a: until 2027-01-31 it is b -->")->until.empty());
  CHECK(read("<!-- runbookc-disable a: open ountil 2027-01-31 -->")->until.empty());
}

TEST_CASE("other comments are none, and an unknown word is kept as written") {
  CHECK_FALSE(read("<!-- runbook -->"));
  CHECK_FALSE(read("<!-- see runbookc-disable -->"));
  CHECK_FALSE(read("<!-->"));
  CHECK_FALSE(read(""));
  CHECK(read("<!-- runbookc-x: y -->")->kind == DirectiveKind::unknown);
  CHECK(read("<!-- runbookc-x: y -->")->word == "runbookc-x");
}

TEST_CASE("a directive whose words are parted by something else is one, of no known kind") {
  const auto spaced = read("<!-- runbookc disable-next-line target-missing: x -->");
  REQUIRE(spaced);
  CHECK(spaced->kind == DirectiveKind::unknown);
  CHECK(spaced->word == "runbookc disable-next-line");
  CHECK(spaced->word_span == Span{{1, 5}, {1, 31}});
  CHECK(rules_of(*spaced) == std::vector<std::string>{"target-missing"});
  CHECK(spaced->reason == "x");
  for (const auto* comment :
       {"<!-- runbookc: disable RB301 -->", "<!-- runbookc_enable -->",
        "<!-- runbookc disable target-missing -->", "<!-- runbookc disable: a reason -->"}) {
    INFO(comment);
    REQUIRE(read(comment));
    CHECK(read(comment)->kind == DirectiveKind::unknown);
  }
  for (const auto* comment :
       {"<!-- runbookc disables nothing here -->", "<!-- runbookc -->", "<!-- runbookc\n-->",
        "<!-- runbookcdisable RB301 -->", "<!-- runbookc is told below -->",
        "<!-- runbookc disable the thing by hand -->", "<!-- runbookc: enable RBAC first -->"}) {
    INFO(comment);
    CHECK_FALSE(read(comment));
  }
}

TEST_CASE("a dash among the rules ends them, and the rest is the reason") {
  for (const auto* dash : {"-", "–", "—"}) {
    const auto directive =
        read(std::string("<!-- runbookc-disable target-missing ") + dash + " to come: soon -->");
    REQUIRE(directive);
    CHECK(rules_of(*directive) == std::vector<std::string>{"target-missing", dash});
    CHECK(directive->reason == "to come: soon");
  }
  CHECK(read("<!-- runbookc-disable RB301 - later -->")->reason == "later");
  CHECK(read("<!-- runbookc-disable a-rule: later - soon -->")->reason == "later - soon");
}

}  // namespace
}  // namespace runbookc
