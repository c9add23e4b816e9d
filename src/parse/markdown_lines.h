// The body's lines as they are fed to cmark, and the way back from there to the source.
//
// cmark counts lines from the body's first line and columns in bytes of the line that it was given;
// that line differs from the source's where a NUL became U+FFFD, where we put a backslash in to
// take a line's meaning away, and where another dialect's syntax is hidden or told in CommonMark's
// terms (parse/foreign_lines.h).
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

// `removed` bytes from `offset` on are another text to cmark.
struct LineEdit {
  std::uint32_t offset = 0;
  std::uint32_t removed = 0;
  std::string inserted;
};

class BodyLines {
 public:
  // `file` must outlive this.
  BodyLines(const SourceFile& file, std::uint32_t begin);

  // Body lines are numbered from 1, as cmark does; 0 and numbers past the end are empty lines.
  std::uint32_t count() const { return count_; }
  // The line with what is hidden in it hidden; all offsets of a line are in these bytes.
  std::string_view source(std::uint32_t line) const {
    if (const auto hidden = hidden_.find(line); hidden != hidden_.end()) return hidden->second;
    return raw(line);
  }
  // The line as it stands in the file.
  std::string_view raw(std::uint32_t line) const { return file_->line(first_line_ + line - 1); }
  // All of it, as it stands in the file.
  std::string_view body() const { return file_->bytes().substr(file_->line_start(first_line_)); }
  // The line as cmark sees it, without its ending.
  std::string fed(std::uint32_t line) const;
  bool is_altered(std::uint32_t line) const;

  LineInfo& info(std::uint32_t line) { return infos_[line]; }
  const LineInfo& info(std::uint32_t line) const { return infos_[line <= count_ ? line : 0]; }

  // Puts a backslash before byte `offset` of the source line.
  void insert_backslash(std::uint32_t line, std::uint32_t offset) { edit(line, {offset, 0, "\\"}); }
  // Leaves out what follows byte `offset` of the source line.
  void cut(std::uint32_t line, std::uint32_t offset) {
    edit(line, {offset, static_cast<std::uint32_t>(source(line).size()) - offset, ""});
  }
  // Changes what cmark sees; edits of a line must not overlap.
  void edit(std::uint32_t line, LineEdit edit);
  // The byte of the source line behind its last edit so far.
  std::uint32_t edits_end(std::uint32_t line) const;
  // Puts `text`, which has as many characters as the line, in its place; before any edit of it.
  void hide(std::uint32_t line, std::string text) { hidden_[line] = std::move(text); }
  bool has_hidden() const { return !hidden_.empty(); }
  // The bytes of the file that stand where the bytes from `offset` on of the source line do.
  std::string_view raw_from(std::uint32_t line, std::size_t offset) const;
  // The path in a shortcode stands at `place`: the target of a link that covers it is none of ours.
  void note_shortcode_path(Position place) { shortcode_paths_.push_back(place); }
  bool has_shortcode_path(Span span) const;

  // The place of a byte of the fed line (clamped to its end). Amortised over calls that go forward.
  Position position(std::uint32_t line, std::uint32_t fed_offset) const;
  // The same of a byte of the source line.
  Position source_position(std::uint32_t line, std::uint32_t offset) const;
  // The byte of the source line that the byte of the fed line comes from.
  std::uint32_t source_offset(std::uint32_t line, std::uint32_t fed_offset) const;
  std::string_view text(Span span) const { return file_->text(span); }  // as in the file
  // The place of a byte of the raw line.
  Position raw_position(std::uint32_t line, std::uint32_t offset) const;
  // The text of the leaf on this line, from its `offset` on, in the source's bytes.
  std::string_view leaf_text(std::uint32_t line) const;
  Position line_end(std::uint32_t line) const;
  // The place after the last character that is not white space.
  Position trimmed_end(std::uint32_t line) const;

 private:
  std::uint32_t source_size(std::string_view text, std::uint32_t fed_size) const;

  const SourceFile* file_;
  std::uint32_t first_line_;
  std::uint32_t count_;
  std::vector<LineInfo> infos_;                                     // index 0 is a blank stand-in
  std::unordered_map<std::uint32_t, std::vector<LineEdit>> edits_;  // of a line, by offset
  std::unordered_map<std::uint32_t, std::string> hidden_;
  std::vector<Position> shortcode_paths_;  // ascending
  bool has_nul_;
  mutable std::uint32_t last_line_ = 0;
  mutable std::uint32_t last_offset_ = 0;
  mutable std::uint32_t last_column_ = 1;
};

}  // namespace runbookc
