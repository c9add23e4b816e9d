#include "fix/file_edits.h"

#include <catch2/catch.hpp>

namespace runbookc {
namespace {

Diagnostic fixable(std::vector<Edit> edits) {
  Diagnostic made;
  made.fix = Fix{"mend it", std::move(edits)};
  return made;
}

Edit edit(std::uint32_t line, std::uint32_t from, std::uint32_t to, std::string text) {
  return {{{line, from}, {line, to}}, std::move(text)};
}

FileEdits merge(const std::string& bytes, const std::vector<Diagnostic>& findings) {
  const SourceFile source("a.md", bytes);
  std::vector<const Diagnostic*> pointers;
  for (const Diagnostic& finding : findings) pointers.push_back(&finding);
  FileEdits edits = merge_fixes(source, pointers);
  const std::size_t count = edits.mended.size();
  edits.mended.assign(count, nullptr);  // they point into `findings`, which the caller may drop
  return edits;
}

TEST_CASE("edits replace their range and nothing else, line endings included") {
  const auto made = merge("\xEF\xBB\xBFone\r\ntwö three\r\nend",
                          {fixable({edit(2, 5, 10, "3")}), fixable({edit(3, 1, 4, "END")})});
  CHECK(made.bytes == "\xEF\xBB\xBFone\r\ntwö 3\r\nEND");
  CHECK(made.mended.size() == 2);
}

TEST_CASE("lines that are inserted end as those around them do") {
  CHECK(merge("a\r\nb\r\n", {fixable({edit(2, 1, 1, "x\ny\r\n")})}).bytes ==
        "a\r\nx\r\ny\r\nb\r\n");
  CHECK(merge("a\r\nb", {fixable({edit(2, 2, 2, "\nx")})}).bytes == "a\r\nb\r\nx");
  CHECK(merge("a\nb", {fixable({edit(2, 2, 2, "\nx")})}).bytes == "a\nb\nx");
}

TEST_CASE("the same edit from several findings is made once and mends them all") {
  const Edit whole = edit(1, 1, 4, "two");
  const auto made = merge("one\n", {fixable({whole}), fixable({whole}), fixable({whole})});
  CHECK(made.bytes == "two\n");
  CHECK(made.mended.size() == 3);
}

TEST_CASE("insertions at one place go in in order") {
  const auto made = merge("ab\n", {fixable({edit(1, 2, 2, "1")}), fixable({edit(1, 2, 2, "2")})});
  CHECK(made.bytes == "a12b\n");
  CHECK(made.mended.size() == 2);
}

TEST_CASE("a fix that touches an earlier one waits, with all of its edits") {
  const auto overlapping = merge("abcdef\n", {fixable({edit(1, 2, 4, "X")}),
                                              fixable({edit(1, 3, 5, "Y"), edit(1, 6, 7, "Z")})});
  CHECK(overlapping.bytes == "aXdef\n");
  CHECK(overlapping.mended.size() == 1);
  for (const std::uint32_t place : {2U, 3U, 4U}) {
    const auto beside =
        merge("abcdef\n", {fixable({edit(1, 2, 4, "X")}), fixable({edit(1, place, place, "+")})});
    CHECK(beside.bytes == "aXdef\n");
  }
  CHECK(merge("abcdef\n", {fixable({edit(1, 3, 3, "+")}), fixable({edit(1, 2, 4, "X")})}).bytes ==
        "ab+cdef\n");
}

}  // namespace
}  // namespace runbookc
