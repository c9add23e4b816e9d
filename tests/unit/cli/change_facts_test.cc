#include "cli/change_facts.h"

#include <catch2/catch.hpp>

#include "parse/document_parser.h"

namespace runbookc {
namespace {

FileFacts facts(const std::string& text, std::vector<Hunk> hunks) {
  const SourceFile source("a.md", text);
  const Document document = parse_document(source, "a.md", {});
  return facts_of({.hunks = std::move(hunks)}, &source, &document);
}

Hunk deletion(std::uint32_t after, std::vector<std::string> removed) {
  return {.old_first = after + 1,
          .old_count = static_cast<std::uint32_t>(removed.size()),
          .new_first = after,
          .new_count = 0,
          .removed = std::move(removed),
          .added = {}};
}

Hunk addition(std::uint32_t first, std::vector<std::string> added) {
  return {.old_first = first - 1,
          .old_count = 0,
          .new_first = first,
          .new_count = static_cast<std::uint32_t>(added.size()),
          .removed = {},
          .added = std::move(added)};
}

const std::string kText = "---\ntitle: A\n---\n# A\n\nOne.\n\nTwo.\n";

}  // namespace

TEST_CASE("added lines count themselves, deleted ones the two around them") {
  CHECK(facts(kText, {addition(6, {"One.", ""})}).lines == std::vector<ChangedLines>{{6, 7}});
  CHECK(facts(kText, {deletion(6, {"x"})}).lines == std::vector<ChangedLines>{{6, 7}});
  CHECK(facts(kText, {deletion(0, {"x"})}).lines == std::vector<ChangedLines>{{1, 1}});
  const FileFacts both = facts(kText, {addition(4, {"# A"}), addition(8, {"Two."})});
  CHECK(both.touches({1, 4}));
  CHECK(both.touches({8, 9}));
  CHECK_FALSE(both.touches({5, 7}));
}

TEST_CASE("front matter changed if a line of it did, or if all of it went") {
  CHECK(facts(kText, {addition(2, {"title: A"})}).front_matter);
  CHECK(facts(kText, {deletion(1, {"owner: x"})}).front_matter);
  CHECK(facts(kText, {deletion(2, {"owner: x"})}).front_matter);
  CHECK_FALSE(facts(kText, {deletion(3, {""})}).front_matter);
  CHECK_FALSE(facts(kText, {addition(4, {"# A"})}).front_matter);
  CHECK(facts("# A\n", {deletion(0, {"---", "title: A", "---"})}).front_matter);
  CHECK_FALSE(facts("# B\n", {{1, 1, 1, 1, {"# A"}, {"# B"}}}).front_matter);
}

TEST_CASE("headings, fences and comments are structure") {
  for (const char* line : {"## Undo", "> # Undo", "===", "---", "```bash", "1. ```", "<!-- x"}) {
    CAPTURE(line);
    CHECK(facts(kText, {addition(6, {line})}).structure);
    CHECK(facts(kText, {deletion(6, {line})}).structure);
  }
  CHECK_FALSE(facts(kText, {addition(6, {"Text - with # marks"})}).structure);
}

TEST_CASE("a removed heading or named anchor is known by its letters") {
  const auto removed = [](std::vector<std::string> lines, std::string_view anchor) {
    return facts(kText, {deletion(6, std::move(lines))}).removed_anchor(anchor);
  };
  CHECK(removed({"## Roll *back* (now)"}, "roll-back-now"));
  CHECK(removed({"## Roll back"}, "roll-back-2"));
  CHECK(removed({"Roll back", "---"}, "roll-back"));
  CHECK(removed({"---"}, "anything"));
  CHECK(removed({"## R&amp;D"}, "rd"));
  CHECK(removed({"<a id=\"undo\"></a>"}, "undo"));
  CHECK(removed({"## Zurück"}, "zurück"));
  CHECK_FALSE(removed({"## Verify"}, "roll-back"));
  CHECK_FALSE(removed({"how to roll back"}, "roll-back"));
}

TEST_CASE("words of removed lines are known without their endings") {
  const FileFacts gone = facts(kText, {deletion(6, {"- [Fail over](db/Fail-over.md), then x."})});
  CHECK(holds_last_word(gone.removed_words, "fail-over.md"));
  CHECK(holds_last_word(gone.removed_words, "some x"));
  CHECK_FALSE(holds_last_word(gone.removed_words, "over-fail"));
  CHECK_FALSE(holds_last_word(gone.removed_words, ""));
}

TEST_CASE("lines of git end at line feeds only, ours at lone carriage returns too") {
  CHECK(facts("one\rtwo\n\nthree\n", {addition(3, {"three"})}).lines ==
        std::vector<ChangedLines>{{4, 4}});
  CHECK(facts("one\rtwo\n\nthree\n", {addition(1, {"one\rtwo"})}).lines ==
        std::vector<ChangedLines>{{1, 2}});
  CHECK(facts("one\r\ntwo\r\n", {addition(2, {"two\r"})}).lines ==
        std::vector<ChangedLines>{{2, 2}});
}

}  // namespace runbookc
