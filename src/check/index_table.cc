#include "check/index_table.h"

#include <array>
#include <optional>
#include <set>
#include <string_view>

#include "base/text.h"

namespace runbookc {
namespace {

constexpr std::array<std::string_view, 4> kAlertColumns = {"alert", "alerts", "symptom",
                                                           "symptoms"};

bool is_blank(std::string_view text) {
  return text.empty() || text == "-" || text == "\u2013" || text == "\u2014" ||
         equals_ignoring_case(text, "none") || equals_ignoring_case(text, "n/a");
}

}  // namespace

IndexTable::IndexTable(const PageContext& context, const BlockLinks& links, Index table)
    : context_(context), links_(links), table_(read_table(context.document, table)) {
  for (const TableRow& row : table_.rows) {
    pages_.push_back(page_of(row.cells));
    rows_of_page_[pages_.back()] += 1;
  }
  by_alert_ = find_column(table_, kAlertColumns).has_value();
}

std::vector<FieldConflict> IndexTable::conflicts() const {
  std::vector<FieldConflict> found;
  for (std::size_t column = 0; column < table_.names.size(); ++column) {
    const std::optional<IndexField> field = field_of_column(table_.names[column]);
    for (std::size_t row = 0; field && row < table_.rows.size(); ++row) {
      const std::vector<Index>& cells = table_.rows[row].cells;
      if (column < cells.size() && conflicts_in(row, *field, cells[column])) {
        found.push_back({.cell = cells[column], .page = pages_[row], .field = *field});
      }
    }
  }
  return found;
}

std::vector<Index> IndexTable::unlinked_cells() const {
  std::vector<Index> cells;
  for (std::size_t column = 0; column < table_.names.size(); ++column) {
    const std::vector<Index> found = unlinked_in(column);
    cells.insert(cells.end(), found.begin(), found.end());
  }
  return cells;
}

std::vector<Index> IndexTable::unlinked_in(std::size_t column) const {
  std::vector<Index> bare;
  std::set<Index> linked;
  for (std::size_t row = 0; row < table_.rows.size(); ++row) {
    const std::vector<Index>& cells = table_.rows[row].cells;
    if (column >= cells.size()) {
      continue;
    }
    const Index cell = cells[column];
    const Index page = page_of(std::span(&cell, 1));
    if (page != kNone) {
      if (!linked.insert(page).second) {
        return {};  // it says how, with a link where there is one, and lists nothing
      }
    } else if (links_of(cell).empty() && pages_[row] == kNone &&
               !is_blank(context_.document.blocks[cell].text)) {
      bare.push_back(cell);
    }
  }
  return linked.size() >= 2 && linked.size() > bare.size() ? bare : std::vector<Index>();
}

bool IndexTable::leads_away(Index link) const {
  const Index page = context_.page.links[link].page;
  return page != kNone && context_.corpus.pages[page].document != context_.page.document;
}

// The one document that the cells link.
Index IndexTable::page_of(std::span<const Index> cells) const {
  Index found = kNone;
  for (const Index cell : cells) {
    for (const Index link : links_of(cell)) {
      const Index page = context_.page.links[link].page;
      if (leads_away(link) && page != found) {
        if (found != kNone) {
          return kNone;
        }
        found = page;
      }
    }
  }
  return found;
}

bool IndexTable::conflicts_in(std::size_t row, IndexField field, Index cell) const {
  if (pages_[row] == kNone) {
    return false;
  }
  const bool part = by_alert_ || rows_of_page_.at(pages_[row]) > 1;
  return !agrees(context_.corpus, context_.corpus.pages[pages_[row]], field,
                 context_.document.blocks[cell].text, part);
}

}  // namespace runbookc
