#include "diag/diagnostic.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <random>
#include <set>

using namespace runbookc;

namespace {

Diagnostic finding(std::string code, std::string path, std::uint32_t line, std::string subject) {
  Diagnostic d;
  d.code = std::move(code);
  d.name = "some-defect";
  d.severity = Severity::warning;
  d.path = std::move(path);
  d.span = {{line, 1}, {line, 5}};
  d.message = "line " + std::to_string(line);
  d.subject = std::move(subject);
  return d;
}

std::vector<std::string> fingerprints(const std::vector<Diagnostic>& diagnostics) {
  std::vector<std::string> all;
  for (const Diagnostic& d : diagnostics) all.push_back(d.fingerprint);
  return all;
}

}  // namespace

TEST_CASE("severities have names that read back") {
  for (const Severity s : {Severity::off, Severity::info, Severity::warning, Severity::error}) {
    CHECK(parse_severity(severity_name(s)) == s);
  }
  CHECK(severity_name(Severity::warning) == "warning");
  CHECK_FALSE(parse_severity("fatal"));
  CHECK_FALSE(parse_severity("Error"));
}

TEST_CASE("findings are sorted by path, line, column and code") {
  Diagnostic late_column = finding("RB101", "a.md", 2, "x");
  late_column.span.start.column = 3;
  const auto finished = finish_diagnostics({
      finding("RB301", "b.md", 1, "x"),
      late_column,
      finding("RB302", "a.md", 2, "x"),
      finding("RB301", "a.md", 2, "x"),
      finding("RB999", "a.md", 1, "x"),
  });
  std::vector<std::string> order;
  for (const Diagnostic& d : finished) order.push_back(d.path + d.code);
  CHECK(order ==
        std::vector<std::string>{"a.mdRB999", "a.mdRB301", "a.mdRB302", "a.mdRB101", "b.mdRB301"});
}

TEST_CASE("the order and the fingerprints do not depend on the order of arrival") {
  std::vector<Diagnostic> findings;
  for (std::uint32_t i = 0; i < 60; ++i) {
    Diagnostic d = finding(i % 2 == 0 ? "RB301" : "RB302", i % 3 == 0 ? "a.md" : "b.md", i % 5,
                           std::string(i % 4, 's'));
    d.message = "fact " + std::to_string(i % 7);
    if (i % 6 == 0) d.fix = Fix{"do it", {{{{1, 1}, {1, 2}}, std::to_string(i)}}};
    findings.push_back(d);
  }
  const auto expected = finish_diagnostics(findings);
  std::mt19937 random(3);  // NOLINT(*-msc51-cpp): the same cases each time
  for (int round = 0; round < 20; ++round) {
    std::ranges::shuffle(findings, random);
    CHECK(finish_diagnostics(findings) == expected);
  }
}

TEST_CASE("exact repeats are removed, and near ones are not") {
  Diagnostic other = finding("RB301", "a.md", 1, "x");
  other.help = "another remedy";
  Diagnostic fixable = finding("RB301", "a.md", 1, "x");
  fixable.fix = Fix{"do it", {}};
  const auto finished = finish_diagnostics({finding("RB301", "a.md", 1, "x"), other, fixable,
                                            finding("RB301", "a.md", 1, "x"), fixable});
  CHECK(finished.size() == 3);
}

TEST_CASE("a fingerprint is 16 hexadecimal digits of its own") {
  const auto finished = finish_diagnostics({
      finding("RB301", "a.md", 1, "x"),
      finding("RB301", "a.md", 2, "x"),
      finding("RB301", "a.md", 3, "y"),
      finding("RB302", "a.md", 4, "x"),
      finding("RB301", "b.md", 1, "x"),
      finding("RB301", "b.md", 2, ""),
      finding("RB301", "b.md", 3, ""),
  });
  const auto all = fingerprints(finished);
  CHECK(std::set<std::string>(all.begin(), all.end()).size() == 7);
  for (const std::string& fingerprint : all) {
    CHECK(fingerprint.size() == 16);
    CHECK(fingerprint.find_first_not_of("0123456789abcdef") == std::string::npos);
  }
}

TEST_CASE("lines and messages play no part in fingerprints") {
  auto before =
      finish_diagnostics({finding("RB301", "a.md", 1, "x"), finding("RB301", "a.md", 5, "x")});
  Diagnostic moved = finding("RB301", "a.md", 40, "x");
  moved.message = "said otherwise";
  moved.help = "helped otherwise";
  moved.severity = Severity::error;
  auto after = finish_diagnostics({moved, finding("RB301", "a.md", 90, "x")});
  CHECK(fingerprints(before) == fingerprints(after));
}

TEST_CASE("fields do not run into each other in fingerprints") {
  const auto a = finish_diagnostics({finding("RB301", "a.md", 1, "bc")});
  const auto b = finish_diagnostics({finding("RB301", "a.mdb", 1, "c")});
  CHECK(a[0].fingerprint != b[0].fingerprint);
}

TEST_CASE("counts go by severity and leave out what is off") {
  std::vector<Diagnostic> findings(5, finding("RB301", "a.md", 1, "x"));
  findings[0].severity = Severity::error;
  findings[1].severity = Severity::info;
  findings[2].severity = Severity::off;
  CHECK(count_by_severity(findings) == DiagnosticCounts{1, 2, 1});
}

TEST_CASE("references are no part of the fingerprint, and repeats keep those of all") {
  Diagnostic one = finding("RB301", "a.md", 3, "x");
  Diagnostic two = one;
  one.references = {{ReferenceKind::existence, "x", {}, {}}};
  two.references = {{ReferenceKind::lines, {}, {}, {{7, 1}, {7, 9}}}};
  const auto bare = finish_diagnostics({finding("RB301", "a.md", 3, "x")});
  const auto merged = finish_diagnostics({one, two});
  REQUIRE(merged.size() == 1);
  CHECK(merged[0].references.size() == 2);
  CHECK(fingerprints(merged) == fingerprints(bare));
}
