#include "check/suppression.h"

#include <catch2/catch.hpp>

#include "check/runner.h"
#include "parse/document_parser.h"

namespace runbookc {
namespace {

CheckOutcome check(std::string text) {
  MemoryFiles files({{"a.md", std::move(text)}});
  LoadOptions options;
  options.today = *parse_date("2026-06-01");
  options.render = false;
  const Result<Corpus> corpus = load_corpus(files, options);
  REQUIRE(corpus);
  return run_rules(*corpus, 1);
}

std::vector<std::string> fingerprints(const std::vector<Diagnostic>& diagnostics,
                                      std::string_view code) {
  std::vector<std::string> found;
  for (const Diagnostic& diagnostic : diagnostics) {
    if (diagnostic.code == code) found.push_back(diagnostic.fingerprint);
  }
  return found;
}

TEST_CASE("silencing one of three equal findings leaves the others their fingerprints") {
  const CheckOutcome before = check("# A\n\n[x](y.md)\n\n[x](y.md)\n\n[x](y.md)\n");
  const CheckOutcome after = check(
      "# A\n\n<!-- runbookc-disable-next-line RB301: later -->\n[x](y.md)\n\n[x](y.md)\n\n"
      "[x](y.md)\n");
  const auto all = fingerprints(before.diagnostics, "RB301");
  REQUIRE(all.size() == 3);
  CHECK(fingerprints(after.diagnostics, "RB301") == std::vector<std::string>{all[1], all[2]});
  CHECK(fingerprints(after.suppressed, "RB301") == std::vector<std::string>{all[0]});
}

TEST_CASE("a whole file's suppression reaches the front matter") {
  const std::string text = "---\ntitle: A\nowner: [a\n---\n# A\n";
  REQUIRE(fingerprints(check(text).diagnostics, "RB102").size() == 1);
  const CheckOutcome after =
      check(text + "\n<!-- runbookc-disable-file RB102: generated elsewhere -->\n");
  CHECK(fingerprints(after.diagnostics, "RB102").empty());
  CHECK(fingerprints(after.suppressed, "RB102").size() == 1);
}

TEST_CASE("a code block is covered to its last line") {
  const std::string block = "```sh\nkubectl delete pod <pod>\n```\n";
  const SourceFile source(
      "a.md", "# A\n\n<!-- runbookc-disable-next-line RB301: x -->\n\n" + block + "\nText.\n");
  const Document document = parse_document(source, "a.md", {});
  Suppressions suppressions(document, source, *parse_date("2026-06-01"));
  Diagnostic found;
  found.code = "RB301";
  for (const std::uint32_t line : {5U, 6U, 7U}) {
    found.span.start.line = line;
    CHECK(suppressions.suppress(found));
  }
  for (const std::uint32_t line : {1U, 4U, 8U, 9U}) {
    found.span.start.line = line;
    CHECK_FALSE(suppressions.suppress(found));
  }
  found.code = "RB302";
  found.span.start.line = 5;
  CHECK_FALSE(suppressions.suppress(found));
  const auto uses = suppressions.take_uses([](const Rule&) { return true; });
  REQUIRE(uses.size() == 1);
  CHECK(uses[0].rules[0].findings == 3);
}

TEST_CASE("a date that cannot be read suspends the suppression") {
  const CheckOutcome outcome =
      check("# A\n\n<!-- runbookc-disable-next-line RB301: x (until soon) -->\n[x](y.md)\n");
  CHECK(fingerprints(outcome.diagnostics, "RB301").size() == 1);
  CHECK(fingerprints(outcome.diagnostics, "RB903").size() == 1);
  CHECK(outcome.suppressed.empty());
}

TEST_CASE("directives for the next line may be stacked, each with its reason") {
  const CheckOutcome outcome = check(
      "# A\n\n<!-- runbookc-disable-next-line RB301: one -->\n"
      "<!-- runbookc-disable-next-line RB302: two -->\n[a](gone.md) [b](#nope)\n");
  CHECK(outcome.suppressed.size() == 2);
  CHECK(fingerprints(outcome.diagnostics, "RB902").empty());
}

}  // namespace
}  // namespace runbookc
