// Template tags, hidden from cmark: each character of one becomes a sign that no text has and that
// nothing shows, so that every place in the document stays what it is.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "parse/markdown_lines.h"
#include "parse/opaque_tags.h"
#include "parse/shortcode.h"

namespace runbookc {

// What stands for one character of a tag. Authors' own are lost with it: HTML cannot hold them.
inline constexpr char kHiddenSign = '\x01';

std::string without_hidden(std::string_view text);
bool has_hidden_sign(std::string_view text);

// The part of a tag on one line.
struct LineTag {
  std::size_t number = 0;  // of the tag
  ByteRange raw;           // in the raw line
  ByteRange shown;         // in the line once it is hidden
  bool begins = true;      // the tag begins, and ends, on the line
  bool ends = true;
};

class HiddenTags {
 public:
  // `lines` must outlive this.
  HiddenTags(BodyLines& lines, TagSyntax syntax);

  std::size_t count() const { return tags_.size(); }
  std::string_view inner(std::size_t number) const;

  // The tags of `line`. Lines come in order.
  std::vector<LineTag> on_line(std::uint32_t line);
  // Leaves the tags of the line as they are, with the rest of one that goes on: it is code.
  void skip(std::uint32_t line);
  // Hides `tags` of the line, and sets where they are then. A line of tags alone becomes blank. The
  // path of a shortcode `ref` that is the target of a link stays, and so does a helper's text.
  void hide(std::uint32_t line, std::vector<LineTag>& tags);

 private:
  ByteRange range_of(std::uint32_t line) const;
  std::string stand_in(std::uint32_t line, const LineTag& tag, char sign);
  std::string helper_stand_in(std::uint32_t line, const LineTag& tag, std::string text) const;
  std::string reference_stand_in(std::uint32_t line, const LineTag& tag, std::string text);

  BodyLines* lines_;
  TagSyntax syntax_;
  std::string_view body_;
  std::vector<OpaqueTag> tags_;
  std::size_t next_ = 0;  // the first tag that does not end before the line at hand
};

}  // namespace runbookc
