#include "diag/baseline.h"

#include <catch2/catch.hpp>

namespace runbookc {
namespace {

Diagnostic finding(std::string path, std::uint32_t line, std::string subject) {
  Diagnostic made;
  made.code = "RB301";
  made.name = "target-missing";
  made.severity = Severity::error;
  made.path = std::move(path);
  made.span = {{line, 1}, {line, 2}};
  made.subject = std::move(subject);
  return made;
}

TEST_CASE("a baseline accepts what it was made of, wherever lines have moved to") {
  const auto before = finish_diagnostics({finding("a.md", 3, "x"), finding("a.md", 9, "y")});
  const auto after = finish_diagnostics({finding("a.md", 40, "x"), finding("a.md", 41, "y")});
  const BaselineSplit split = split_by_baseline(after, baseline_of(before), {"a.md", "b.md"});
  CHECK(split.remaining.empty());
  CHECK(split.accepted.size() == 2);
  CHECK(split.fixed.empty());
}

TEST_CASE("what is new remains, and what is gone is fixed") {
  const auto before = finish_diagnostics({finding("a.md", 3, "x"), finding("b.md", 9, "y")});
  const auto after = finish_diagnostics({finding("a.md", 3, "x"), finding("a.md", 5, "x")});
  const BaselineSplit split = split_by_baseline(after, baseline_of(before), {"a.md", "b.md"});
  REQUIRE(split.remaining.size() == 1);
  CHECK(split.remaining[0].span.start.line == 5);
  CHECK(split.accepted.size() == 1);
  REQUIRE(split.fixed.size() == 1);
  CHECK(split.fixed[0].path == "b.md");
}

TEST_CASE("what is not found any more is fixed in a file that is there, and else gone with it") {
  const auto before = finish_diagnostics({finding("a.md", 3, "x"), finding("b.md", 9, "y")});
  const BaselineSplit split = split_by_baseline({}, baseline_of(before), {"a.md"});
  REQUIRE(split.fixed.size() == 1);
  CHECK(split.fixed[0].path == "a.md");
  REQUIRE(split.gone.size() == 1);
  CHECK(split.gone[0].path == "b.md");
}

// One finding that says what those of "x" and "y" do.
std::vector<Diagnostic> both() {
  Diagnostic made = finding("a.md", 1, "x and y");
  made.equal_subjects = {"x", "y"};
  return finish_diagnostics({made});
}

TEST_CASE("a finding is accepted by those that together say the same, and keeps their entries") {
  const Baseline old =
      baseline_of(finish_diagnostics({finding("a.md", 3, "x"), finding("a.md", 9, "y")}));
  const BaselineSplit split = split_by_baseline(both(), old, {"a.md"});
  CHECK(split.remaining.empty());
  CHECK(split.accepted.size() == 1);
  CHECK(split.fixed.empty());
  CHECK(baseline_of(both()).entries.size() == 1);
}

TEST_CASE("some of those do not accept it, but are not mended either") {
  const Baseline old =
      baseline_of(finish_diagnostics({finding("a.md", 3, "x"), finding("a.md", 9, "z")}));
  const BaselineSplit split = split_by_baseline(both(), old, {"a.md"});
  CHECK(split.remaining.size() == 1);
  REQUIRE(split.fixed.size() == 1);
  CHECK(split.fixed[0].fingerprint == finish_diagnostics({finding("a.md", 9, "z")})[0].fingerprint);
}

TEST_CASE("several findings are accepted by the one that says what they do") {
  std::vector<Diagnostic> parts = {finding("a.md", 3, "x"), finding("a.md", 9, "y"),
                                   finding("a.md", 9, "z")};
  parts[0].equal_subjects = parts[1].equal_subjects = {"x and y"};
  const BaselineSplit split =
      split_by_baseline(finish_diagnostics(parts), baseline_of(both()), {"a.md"});
  CHECK(split.accepted.size() == 2);
  REQUIRE(split.remaining.size() == 1);
  CHECK(split.remaining[0].subject == "z");
  CHECK(split.fixed.empty());
}

TEST_CASE("a baseline is sorted by path, rule and fingerprint") {
  const Baseline made =
      baseline_of(finish_diagnostics({finding("b.md", 1, "x"), finding("a.md", 2, "x")}));
  REQUIRE(made.entries.size() == 2);
  CHECK(made.entries[0].path == "a.md");
  CHECK(made.entries[1].rule == "target-missing");
}

}  // namespace
}  // namespace runbookc
