// A table as rows of cells. Cells are indexes of blocks.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/document.h"

namespace runbookc {

struct TableRow {
  Index block = kNone;
  std::vector<Index> cells = {};
};

struct TableView {
  Index block = kNone;
  TableRow header = {};
  std::vector<TableRow> rows = {};      // without the header
  std::vector<std::string> names = {};  // of the columns, as comparable_title makes them
};

TableView read_table(const Document& document, Index table);

// The first column with one of these names (in comparable_title's form).
std::optional<std::size_t> find_column(const TableView& table,
                                       std::span<const std::string_view> names);

}  // namespace runbookc
