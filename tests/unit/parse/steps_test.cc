#include "parse/steps.h"

#include "parse/document_parser.h"

namespace runbookc {
namespace {

Document parse(std::string_view text) {
  return parse_document(SourceFile("x.md", std::string(text)), "x.md", {});
}

std::vector<std::string> labels(const Document& document) {
  std::vector<std::string> out;
  for (const Step& step : document.steps) out.push_back(step.label + "|" + step.title);
  return out;
}

using Labels = std::vector<std::string>;

}  // namespace

TEST_CASE("items of a top-level ordered list are steps") {
  CHECK(labels(parse("1. Drain the **node**\n2. Restart it\n\n   more\n")) ==
        Labels{"1|Drain the node", "2|Restart it"});
}

TEST_CASE("items of nested, quoted and bullet lists are not") {
  CHECK(labels(parse("- a\n  1. b\n\n> 1. c\n\n- d\n")).empty());
  CHECK(labels(parse("1. a\n   1. b\n   2. c\n2. d\n")) == Labels{"1|a", "2|d"});
}

TEST_CASE("headings that count are steps") {
  CHECK(labels(parse("## Step 1: Stop\n\n## STEP 2 - Go\n\n### Phase 3\n\n## 4. Check it\n")) ==
        Labels{"Step 1|Stop", "Step 2|Go", "Phase 3|Phase 3", "4|Check it"});
  CHECK(
      labels(parse("## 3.2 Versions\n\n## Steps 1\n\n## Stepwise\n\n## Step one\n\n## 2026 plan\n"))
          .empty());
}

TEST_CASE("a code block belongs to the innermost step") {
  const Document document = parse(
      "# T\n\n```sh\na\n```\n\n## Step 1: X\n\n```sh\nb\n```\n\n### Detail\n\n```sh\nc\n```\n\n"
      "1. item\n\n   ```sh\n   d\n   ```\n\n```sh\ne\n```\n\n## Other\n\n```sh\nf\n```\n");
  REQUIRE(document.code_blocks.size() == 6);
  REQUIRE(document.steps.size() == 2);
  std::vector<Index> steps;
  for (const CodeBlock& code : document.code_blocks) steps.push_back(code.step);
  CHECK(steps == std::vector<Index>{kNone, 0, 0, 1, 0, kNone});
}

}  // namespace runbookc
