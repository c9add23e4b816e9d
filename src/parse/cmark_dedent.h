// Takes the indentation off that would make code in CommonMark, for dialects whose writers indent
// what stands in their components.
#pragma once

#include <cstdint>
#include <string_view>

#include "parse/cmark_setup.h"
#include "parse/markdown_lines.h"

namespace runbookc {

class Dedent {
 public:
  // `lines` must outlive this.
  explicit Dedent(BodyLines& lines) : lines_(&lines) {}

  // Edits `line` before it is fed, behind all other edits of it; lines come in order. `open` is the
  // innermost block that is open.
  void prepare(std::uint32_t line, const cmark_node* open);

 private:
  // Blanks that are left out behind the first `keep` ones.
  struct Removal {
    std::uint32_t keep = 0;
    std::uint32_t size = 0;

    std::uint32_t of(std::uint32_t indent) const;
  };

  Removal removal(std::uint32_t indent, const cmark_node* open);

  BodyLines* lines_;
  Removal list_;   // on the line with which the open list began, and so on each of its lines
  Removal fence_;  // on the line that opened the fence
};

}  // namespace runbookc
