#include "report/annotation.h"

#include <catch2/catch.hpp>

namespace runbookc {
namespace {

Diagnostic finding(Severity severity, std::string message) {
  Diagnostic found;
  found.severity = severity;
  found.message = std::move(message);
  return found;
}

}  // namespace

TEST_CASE("a path is put below the project's folder in the repository") {
  CHECK(repository_path({}, "a/b.md") == "a/b.md");
  CHECK(repository_path({.path_prefix = "docs"}, "a/b.md") == "docs/a/b.md");
}

TEST_CASE("fact and remedy are joined and harmless") {
  Diagnostic found = finding(Severity::error, "it is \x1b gone");
  CHECK(fact_and_remedy(found) == "it is \\u{1b} gone");
  found.help = "write\nit";
  CHECK(fact_and_remedy(found) == "it is \\u{1b} gone; write\\u{a}it");
}

TEST_CASE("a span that is nowhere is the file's start") {
  CHECK(shown_span({}) == Span{{1, 1}, {1, 1}});
  CHECK(shown_span({{3, 4}, {}}) == Span{{3, 4}, {3, 4}});
  CHECK(shown_span({{3, 4}, {3, 9}}) == Span{{3, 4}, {3, 9}});
}

TEST_CASE("the last line of a span is the last one that it touches") {
  const auto last = [](Span span) { return shown_lines(span).last; };
  CHECK(last({{3, 4}, {5, 2}}) == 5);
  CHECK(last({{3, 4}, {5, 1}}) == 4);
  CHECK(last({{3, 1}, {3, 1}}) == 3);
  CHECK(last({}) == 1);
}

TEST_CASE("the worst findings come first, in their order") {
  const std::vector<Diagnostic> found = {
      finding(Severity::info, "a"), finding(Severity::error, "b"), finding(Severity::warning, "c"),
      finding(Severity::error, "d")};
  std::string order;
  for (const Diagnostic* one : worst_first(found)) order += one->message;
  CHECK(order == "bdca");
}

}  // namespace runbookc
