#include "check/finding_cap.h"

#include <catch2/catch.hpp>
#include <string>

namespace runbookc {
namespace {

Finding at(std::uint32_t line, std::string path = "a.md") {
  return {.span = {{line, 1}, {line, 2}},
          .message = "fact",
          .subject = "s",
          .fix = {},
          .path = std::move(path)};
}

std::vector<Finding> many(std::uint32_t count) {
  std::vector<Finding> findings;
  for (std::uint32_t line = count; line > 0; --line) findings.push_back(at(line));
  return findings;
}

}  // namespace

TEST_CASE("findings up to the cap stay as they are") {
  const std::vector<Finding> kept = cap_findings({at(2), at(1)}, 2);
  REQUIRE(kept.size() == 2);
  CHECK(kept.front().span.start.line == 2);
}

TEST_CASE("what is over the cap is one finding at the next place, which counts the rest") {
  const std::vector<Finding> kept = cap_findings(many(4'512), 200);
  REQUIRE(kept.size() == 201);
  CHECK(kept[199].span.start.line == 200);
  CHECK(kept[200].span.start.line == 201);
  CHECK(kept[200].message == "… and 4,312 more of this kind in this document");
  CHECK_FALSE(kept[200].fix);
}

TEST_CASE("each document has a cap of its own") {
  std::vector<Finding> findings = many(3);
  findings.push_back(at(1, "b.md"));
  findings.push_back(at(2, "b.md"));
  const std::vector<Finding> kept = cap_findings(findings, 2);
  REQUIRE(kept.size() == 5);
  CHECK(kept[2].message == "… and 1 more of this kind in this document");
  CHECK(kept[2].path == "a.md");
  CHECK(kept[4].message == "fact");
}

}  // namespace runbookc
