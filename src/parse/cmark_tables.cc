#include "parse/cmark_tables.h"

#include <algorithm>
#include <string_view>

#include "base/text.h"
#include "parse/cmark_inlines.h"
#include "parse/hidden_tags.h"
#include "parse/lost_cells.h"
#include "parse/markdown_table.h"

namespace runbookc {

// cmark gives a table the line of the paragraph that it grew out of.
std::uint32_t table_header_line(const BodyLines& lines, const cmark_node* table) {
  std::uint32_t line = start_line(table);
  while (line < lines.count() && (lines.info(line).leaf != LeafKind::table ||
                                  lines.info(line).leaf_line != start_line(table))) {
    ++line;
  }
  return line - 1;
}

void TableReader::read_table(cmark_node* node) {
  const BodyLines& lines = *build_->lines;
  Block& block = build_->current_block();
  block.kind = BlockKind::table;
  block.number = cmark_gfm_extensions_get_table_columns(node);
  header_line_ = table_header_line(lines, node);
  block.span = {lines.position(header_line_, lines.info(header_line_).offset),
                lines.trimmed_end(header_line_ + 1)};
}

void TableReader::read_row(cmark_node* node, std::size_t quotes) {
  const BodyLines& lines = *build_->lines;
  Block& block = build_->current_block();
  block.kind = BlockKind::row;
  block.header = cmark_gfm_extensions_get_table_row_is_header(node) != 0;
  row_line_ = block.header ? header_line_ : start_line(node);
  const std::string_view text = lines.source(row_line_);
  const std::uint32_t begin = block.header ? lines.info(row_line_).offset : row_begin(text, quotes);
  block.span = {lines.source_position(row_line_, begin), lines.trimmed_end(row_line_)};
  cells_ = split_row(text, begin);
  column_ = 0;
  if (body_->plain.contains(node)) {
    block.text = without_hidden(trim(text.substr(std::min<std::size_t>(begin, text.size()))));
  } else {
    report_lost_cells(*build_, row_line_, cells_,
                      cmark_gfm_extensions_get_table_columns(node->parent));
  }
}

void TableReader::read_cell(cmark_node* node) {
  const BodyLines& lines = *build_->lines;
  Block& block = build_->current_block();
  block.kind = BlockKind::cell;
  block.number = column_;
  if (column_ >= cells_.size()) {  // the row is short of it
    ++column_;
    block.span = {lines.trimmed_end(row_line_), lines.trimmed_end(row_line_)};
    return;
  }
  const ByteRange range = cells_[column_++];
  block.span = {lines.source_position(row_line_, range.begin),
                lines.source_position(row_line_, range.end)};
  if (body_->plain.contains(node)) {
    block.text = without_hidden(lines.source(row_line_).substr(range.begin, range.size()));
    return;
  }
  ContentMap map(lines);
  map.set_pipes_escaped();
  map.add_line(row_line_, static_cast<std::size_t>(node->content.size), range.begin);
  block.text = collapse_space(read_inlines(*build_, node, map).text);
  build_->add_words(block.text);
}

}  // namespace runbookc
