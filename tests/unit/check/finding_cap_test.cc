#include "check/finding_cap.h"

#include <catch2/catch.hpp>
#include <string>

namespace runbookc {
namespace {

Diagnostic at(std::uint32_t line, std::string path = "a.md", std::string code = "RB301") {
  Diagnostic found;
  found.code = std::move(code);
  found.path = std::move(path);
  found.span = {{line, 1}, {line, 2}};
  found.message = "fact";
  found.fix = Fix{};
  return found;
}

std::vector<Diagnostic> many(std::uint32_t count) {
  std::vector<Diagnostic> findings;
  for (std::uint32_t line = 1; line <= count; ++line) findings.push_back(at(line));
  return findings;
}

}  // namespace

TEST_CASE("findings up to the cap stay as they are") {
  const std::vector<Diagnostic> kept = cap_findings({at(1), at(2)}, 2);
  REQUIRE(kept.size() == 2);
  CHECK(kept.front().span.start.line == 1);
}

TEST_CASE("what is over the cap is one finding at the next place, which counts the rest") {
  const std::vector<Diagnostic> kept = cap_findings(many(4'512), 200);
  REQUIRE(kept.size() == 201);
  CHECK(kept[199].span.start.line == 200);
  CHECK(kept[200].span.start.line == 201);
  CHECK(kept[200].message == "… and 4,312 more of this kind in this document");
  CHECK_FALSE(kept[200].fix);
}

TEST_CASE("each rule has a cap of its own") {
  const std::vector<Diagnostic> kept =
      cap_findings({at(1), at(2), at(2, "a.md", "RB302"), at(3), at(4, "a.md", "RB302")}, 2);
  REQUIRE(kept.size() == 5);
  CHECK(kept[3].message == "… and 1 more of this kind in this document");
  CHECK(kept[4].message == "fact");
}

TEST_CASE("each document has a cap of its own") {
  std::vector<Diagnostic> findings = many(3);
  findings.push_back(at(1, "b.md"));
  findings.push_back(at(2, "b.md"));
  const std::vector<Diagnostic> kept = cap_findings(findings, 2);
  REQUIRE(kept.size() == 5);
  CHECK(kept[2].message == "… and 1 more of this kind in this document");
  CHECK(kept[2].path == "a.md");
  CHECK(kept[4].message == "fact");
}

}  // namespace runbookc
