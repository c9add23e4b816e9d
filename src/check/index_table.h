// A table of an index: rows that each link a document and repeat what its front matter says.
#pragma once

#include <map>
#include <span>
#include <vector>

#include "check/block_links.h"
#include "check/context.h"
#include "check/field_agreement.h"
#include "prose/table_view.h"

namespace runbookc {

// A cell that says otherwise than the page that its row links.
struct FieldConflict {
  Index cell = kNone;
  Index page = kNone;
  IndexField field = IndexField::time;
};

class IndexTable {
 public:
  // `links` are those of the page, and outlive this.
  IndexTable(const PageContext& context, const BlockLinks& links, Index table);

  std::vector<FieldConflict> conflicts() const;
  // Cells without a link in a column that lists documents, each of them once; in rows that link
  // none.
  std::vector<Index> unlinked_cells() const;

 private:
  std::vector<Index> unlinked_in(std::size_t column) const;
  std::span<const Index> links_of(Index cell) const { return links_.in(cell, cell + 1); }
  bool leads_away(Index link) const;
  Index page_of(std::span<const Index> cells) const;
  bool conflicts_in(std::size_t row, IndexField field, Index cell) const;

  const PageContext& context_;
  const BlockLinks& links_;
  TableView table_;
  std::vector<Index> pages_;  // parallel to the rows; kNone unless a row links exactly one
  std::map<Index, std::size_t> rows_of_page_;
  bool by_alert_ = false;  // a row is about an alert, and says what that one's severity is
};

}  // namespace runbookc
