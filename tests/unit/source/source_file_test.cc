#include "source/source_file.h"

#include <catch2/catch.hpp>
#include <random>

#include "base/unicode.h"

using namespace runbookc;

namespace {

// The definition, byte by byte.
Position plain_position(std::string_view bytes, std::size_t offset) {
  Position at{1, 1};
  for (std::size_t i = 0; i < bytes.size();) {
    const std::size_t size = decode_utf8(bytes.substr(i)).size;
    if (offset < i + size) return at;
    const bool crlf = bytes.substr(i).starts_with("\r\n");
    const bool ends = bytes[i] == '\n' || (bytes[i] == '\r' && !crlf);
    at = ends ? Position{at.line + 1, 1} : Position{at.line, at.column + 1};
    i += size;
  }
  return at;
}

std::string random_text(std::mt19937& random, std::size_t pieces) {
  static const std::vector<std::string> kPieces = {
      "a",  "word ", "\n", "\r\n", "\r", "\xc3\xa9", "\xe2\x82\xac", "\xf0\x9f\x94\x81",
      "\t", "\n\n"};
  std::string text;
  for (std::size_t i = 0; i < pieces; ++i) text += kPieces[random() % kPieces.size()];
  return text;
}

}  // namespace

TEST_CASE("lines end at LF, CRLF and a lone CR, and hold no ending") {
  const SourceFile file("a.md", "one\ntwo\r\nthree\rfour");
  CHECK(file.line_count() == 4);
  CHECK(file.line(1) == "one");
  CHECK(file.line(2) == "two");
  CHECK(file.line(3) == "three");
  CHECK(file.line(4) == "four");
  CHECK(file.line(5).empty());
  CHECK(file.line(0).empty());
  CHECK(file.line_start(3) == 9);
  CHECK(file.line_start(99) == file.bytes().size());
}

TEST_CASE("what follows a final line ending is no line but a place") {
  const SourceFile file("a.md", "one\n");
  CHECK(file.line_count() == 1);
  CHECK(file.position(4) == Position{2, 1});
  CHECK(file.position(99) == Position{2, 1});
  CHECK(file.offset({2, 1}) == 4);
}

TEST_CASE("an empty file has one empty line") {
  const SourceFile file("a.md", "");
  CHECK(file.line_count() == 1);
  CHECK(file.line(1).empty());
  CHECK(file.position(0) == Position{1, 1});
  CHECK(file.offset({1, 1}) == 0);
}

TEST_CASE("columns count code points, and a byte within one counts as it") {
  const SourceFile file("a.md", "x\n\xc3\xa9\xf0\x9f\x94\x81z");
  CHECK(file.position(2) == Position{2, 1});
  CHECK(file.position(3) == Position{2, 1});
  CHECK(file.position(4) == Position{2, 2});
  CHECK(file.position(7) == Position{2, 2});
  CHECK(file.position(8) == Position{2, 3});
  CHECK(file.offset({2, 3}) == 8);
}

TEST_CASE("a column past the end of its line means that end") {
  const SourceFile file("a.md", "one\r\ntwo");
  CHECK(file.offset({1, 99}) == 3);
  CHECK(file.offset({2, 99}) == 8);
  CHECK(file.offset({9, 9}) == 8);
}

TEST_CASE("spans turn into text and back") {
  const SourceFile file("a.md", "\xc3\xa9t\xc3\xa9\nwinter\n");
  const Span span = file.span({2, 12});
  CHECK(span == Span{{1, 2}, {2, 7}});
  CHECK(file.text(span) == "t\xc3\xa9\nwinter");
  CHECK(file.bytes_of(span) == ByteRange{2, 12});
  CHECK(file.text({{2, 3}, {2, 1}}).empty());
}

TEST_CASE("invalid bytes are columns of their own") {
  const SourceFile file("a.md", "a\x80\x80z\xf0\x9f");
  CHECK(file.position(1) == Position{1, 2});
  CHECK(file.position(2) == Position{1, 3});
  CHECK(file.position(3) == Position{1, 4});
  CHECK(file.position(5) == Position{1, 6});
}

TEST_CASE("positions agree with their definition on any text") {
  std::mt19937 random(11);  // NOLINT(*-msc51-cpp): the same cases each time
  std::size_t wrong = 0;
  for (int round = 0; round < 300; ++round) {
    const std::string text = random_text(random, random() % 30);
    const SourceFile file("a.md", text);
    for (std::size_t offset = 0; offset <= text.size(); ++offset) {
      if (file.position(offset) != plain_position(text, offset)) ++wrong;
    }
  }
  CHECK(wrong == 0);
}

TEST_CASE("positions agree with their definition on long lines") {
  std::mt19937 random(13);  // NOLINT(*-msc51-cpp): the same cases each time
  std::string text;
  for (int i = 0; i < 3000; ++i) text += random() % 3 == 0 ? "\xe2\x82\xac" : "ab";
  text += "\n" + text;
  const SourceFile file("a.md", text);
  std::size_t wrong = 0;
  for (int i = 0; i < 200; ++i) {
    const std::size_t offset = random() % text.size();
    const Position position = file.position(offset);
    if (position != plain_position(text, offset)) ++wrong;
    if (file.position(file.offset(position)) != position) ++wrong;
    if (file.offset(position) > offset || offset - file.offset(position) > 2) ++wrong;
  }
  CHECK(wrong == 0);
}

TEST_CASE("ten thousand places on one line of half a megabyte take no time") {
  std::string text = "\xc3\xa9";
  text.append(512 * 1024, 'x');
  const SourceFile file("a.md", text);
  std::uint64_t sum = 0;
  for (std::size_t i = 0; i < 10000; ++i) sum += file.position(text.size() - i).column;
  CHECK(sum == 10000 * (text.size() - std::uint64_t{0}) - 10000ULL * 9999 / 2);
}
