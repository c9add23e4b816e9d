// Places in a text whose lines were taken out of a code block, as places in the source.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "model/block.h"
#include "parse/session.h"
#include "source/span.h"

namespace runbookc {

// Refers to the block and to its lines, which outlive it.
class TextPlaces {
 public:
  // `origins` are those of the text's lines; without any the text is the block's own.
  TextPlaces(const CodeBlock& code, const std::vector<std::string_view>& block_lines,
             std::string_view text, std::vector<LineOrigin> origins);

  // Takes O(log lines), and what stands between the place asked for last and this one, if it is
  // further on in the same line: a line may be long, and hold many places.
  Position at(std::size_t offset);
  Span span(ByteRange range);

 private:
  const CodeBlock& code_;
  const std::vector<std::string_view>& block_lines_;
  std::vector<LineOrigin> origins_;
  std::vector<std::size_t> starts_;
  struct Known {
    std::uint32_t line = 0;  // of the block
    std::size_t bytes = 0;   // into that line
    std::uint32_t points = 0;
  };
  Known known_;
};

}  // namespace runbookc
