// The bytes of one file and the index that turns offsets into lines and columns.
//
// Owns its bytes; every string_view it returns lives as long as it does. Immutable after
// construction, hence safe to share between threads. Lines end at LF, CRLF or a lone CR
// (CommonMark 2.1). Files are under 4 GiB.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "source/span.h"

namespace runbookc {

class SourceFile {
 public:
  // `path` is relative to the project root.
  SourceFile(std::string path, std::string bytes);
  SourceFile(const SourceFile&) = delete;
  SourceFile& operator=(const SourceFile&) = delete;
  SourceFile(SourceFile&&) noexcept = default;
  SourceFile& operator=(SourceFile&&) noexcept = default;

  const std::string& path() const { return path_; }
  std::string_view bytes() const { return bytes_; }

  // At least 1. What follows a final line ending is no line, though position() of the file's end is
  // {line_count() + 1, 1} then.
  std::uint32_t line_count() const { return static_cast<std::uint32_t>(line_starts_.size()); }
  // The bytes of 1-based `line` without its ending; empty past the last line.
  std::string_view line(std::uint32_t line) const;
  std::uint32_t line_start(std::uint32_t line) const;  // clamped to the file's size

  // The place of a byte offset (clamped to the file). A byte within a code point counts as that
  // code point. Takes O(log lines), however long the line.
  Position position(std::size_t offset) const;
  Span span(ByteRange range) const { return {position(range.begin), position(range.end)}; }
  // The inverse; a column past the end of its line means that end.
  std::uint32_t offset(Position position) const;
  ByteRange bytes_of(Span span) const { return {offset(span.start), offset(span.end)}; }
  std::string_view text(Span span) const;

 private:
  // The number of code points before a byte offset. There is one a kilobyte, at the start of a
  // code point, unless the file is ASCII: then columns are bytes.
  struct Checkpoint {
    std::uint32_t offset;
    std::uint32_t code_points;
  };
  static std::vector<Checkpoint> find_checkpoints(std::string_view bytes);

  std::size_t count_between(std::size_t begin, std::size_t end) const;
  std::size_t advance(std::size_t begin, std::size_t end, std::size_t count) const;

  std::string path_;
  std::string bytes_;
  std::vector<Checkpoint> checkpoints_;
  std::vector<std::uint32_t> line_starts_;
};

}  // namespace runbookc
