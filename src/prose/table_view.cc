#include "prose/table_view.h"

#include <algorithm>

#include "schema/document_type.h"

namespace runbookc {

TableView read_table(const Document& document, Index table) {
  TableView view{.block = table};
  TableRow* row = &view.header;
  for (Index index = table + 1; index < document.blocks[table].end; ++index) {
    const Block& block = document.blocks[index];
    if (block.kind == BlockKind::row) {
      row = block.header ? &view.header : &view.rows.emplace_back();
      row->block = index;
    } else if (block.kind == BlockKind::cell) {
      row->cells.push_back(index);
    }
  }
  for (const Index cell : view.header.cells) {
    view.names.push_back(comparable_title(document.blocks[cell].text));
  }
  return view;
}

std::optional<std::size_t> find_column(const TableView& table,
                                       std::span<const std::string_view> names) {
  const auto found = std::ranges::find_if(table.names, [&](std::string_view name) {
    return std::ranges::find(names, name) != names.end();
  });
  if (found == table.names.end()) {
    return std::nullopt;
  }
  return static_cast<std::size_t>(found - table.names.begin());
}

}  // namespace runbookc
