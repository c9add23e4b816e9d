#include "emit/page_jumps.h"

#include "unit/emit/memory_corpus.h"

namespace runbookc {
namespace {

std::vector<std::pair<std::string, std::string>> jumps_of(std::string text) {
  const Corpus corpus = memory_corpus({{"a.md", std::move(text)}});
  std::vector<std::pair<std::string, std::string>> pairs;
  for (const PageJump& jump : PageJumps(corpus).of(corpus.pages.front())) {
    pairs.emplace_back(jump.title, jump.anchor);
  }
  return pairs;
}

}  // namespace

TEST_CASE("sections are found under any title that the contract knows, each once") {
  const auto jumps = jumps_of(
      "---\ntype: alert\n---\n# A\n\n## Meaning\n\n## 1. Customer Impact\n\n## Triage\n\n"
      "## Debugging\n\n## Remediation\n");
  REQUIRE(jumps.size() == 3);
  CHECK(jumps[0] == std::pair<std::string, std::string>{"Impact", "1-customer-impact"});
  CHECK(jumps[1] == std::pair<std::string, std::string>{"Diagnosis", "triage"});
  CHECK(jumps[2] == std::pair<std::string, std::string>{"Mitigation", "remediation"});
}

TEST_CASE("a page whose type has no contract, or no type at all, has no jumps") {
  CHECK(jumps_of("# A\n\n## Impact\n").empty());
  CHECK(jumps_of("---\ntype: unheard-of\n---\n# A\n\n## Impact\n").empty());
}

TEST_CASE("headings in quotes and lists are no sections to jump to") {
  CHECK(jumps_of("---\ntype: alert\n---\n# A\n\n> ## Impact\n").empty());
}

}  // namespace runbookc
