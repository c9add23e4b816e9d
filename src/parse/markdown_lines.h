// The body's lines as they are fed to cmark, and the way back from there to the source.
//
// cmark counts lines from the body's first line and columns in bytes of the line that it was given;
// that line differs from the source's where a NUL became U+FFFD, and where we put a backslash in
// to take a line's meaning away.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "source/source_file.h"
#include "source/span.h"

namespace runbookc {

enum class LeafKind : std::uint8_t { none, paragraph, heading, code, html, table };

// What cmark made of one line: noted while it is fed.
struct LineInfo {
  std::uint32_t offset = 0;     // fed byte at which the text of its leaf begins
  std::uint32_t leaf_line = 0;  // body line on which that leaf starts
  LeafKind leaf = LeafKind::none;
  std::uint8_t padding = 0;   // spaces that stand for the rest of a tab before `offset`
  bool closes_fence = false;  // the line is the closing fence of the code block open before it
};

class BodyLines {
 public:
  // `file` must outlive this.
  BodyLines(const SourceFile& file, std::uint32_t begin);

  // Body lines are numbered from 1, as cmark does; 0 and numbers past the end are empty lines.
  std::uint32_t count() const { return count_; }
  std::string_view source(std::uint32_t line) const { return file_->line(first_line_ + line - 1); }
  // The line as cmark sees it, without its ending.
  std::string fed(std::uint32_t line) const;
  bool is_altered(std::uint32_t line) const;

  LineInfo& info(std::uint32_t line) { return infos_[line]; }
  const LineInfo& info(std::uint32_t line) const { return infos_[line <= count_ ? line : 0]; }

  // Puts a backslash before byte `offset` of the source line.
  void insert_backslash(std::uint32_t line, std::uint32_t offset) { inserted_[line] = offset; }
  // Leaves out what follows byte `offset` of the source line.
  void cut(std::uint32_t line, std::uint32_t offset) { cuts_[line] = offset; }

  // The place of a byte of the fed line (clamped to its end). Amortised over calls that go forward.
  Position position(std::uint32_t line, std::uint32_t fed_offset) const;
  // The same of a byte of the source line.
  Position source_position(std::uint32_t line, std::uint32_t offset) const;
  // The text of the leaf on this line, from its `offset` on, in the source's bytes.
  std::string_view leaf_text(std::uint32_t line) const;
  Position line_end(std::uint32_t line) const;
  // The place after the last character that is not white space.
  Position trimmed_end(std::uint32_t line) const;

 private:
  std::uint32_t source_offset(std::uint32_t line, std::uint32_t fed_offset) const;

  const SourceFile* file_;
  std::uint32_t first_line_;
  std::uint32_t count_;
  std::vector<LineInfo> infos_;  // index 0 is a blank stand-in
  std::unordered_map<std::uint32_t, std::uint32_t> inserted_;
  std::unordered_map<std::uint32_t, std::uint32_t> cuts_;
  bool has_nul_;
  mutable std::uint32_t last_line_ = 0;
  mutable std::uint32_t last_offset_ = 0;
  mutable std::uint32_t last_column_ = 1;
};

}  // namespace runbookc
