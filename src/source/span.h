// Places in a source file.
#pragma once

#include <compare>
#include <cstdint>

namespace runbookc {

// 1-based line and column; a column counts Unicode code points. {0, 0} means "nowhere".
struct Position {
  std::uint32_t line = 0;
  std::uint32_t column = 0;

  friend auto operator<=>(const Position&, const Position&) = default;
};

// From `start` up to, not including, `end`.
struct Span {
  Position start;
  Position end;

  bool valid() const { return start.line != 0; }
  friend auto operator<=>(const Span&, const Span&) = default;
};

// Offsets into the bytes of a file, end exclusive.
struct ByteRange {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  std::uint32_t size() const { return end - begin; }
  friend auto operator<=>(const ByteRange&, const ByteRange&) = default;
};

}  // namespace runbookc
