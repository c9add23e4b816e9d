// Reads the tables of cmark's tree, which tells the place of neither its header nor its cells.
#pragma once

#include <cstdint>
#include <vector>

#include "parse/cmark_feed.h"
#include "parse/markdown_build.h"

namespace runbookc {

// The body line of a table's header.
std::uint32_t table_header_line(const BodyLines& lines, const cmark_node* table);

// Fills the block at hand with what a node of a table is. They come in document order.
class TableReader {
 public:
  // Both must outlive this.
  TableReader(MarkdownBuild& build, const FedBody& body) : build_(&build), body_(&body) {}

  void read_table(cmark_node* node);
  // `quotes`: how many block quotes the table stands in.
  void read_row(cmark_node* node, std::size_t quotes);
  void read_cell(cmark_node* node);

 private:
  MarkdownBuild* build_;
  const FedBody* body_;
  std::uint32_t header_line_ = 0;
  // Of the row at hand:
  std::uint32_t row_line_ = 0;
  std::vector<ByteRange> cells_;
  Index column_ = 0;
};

}  // namespace runbookc
