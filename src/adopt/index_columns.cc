#include "adopt/index_columns.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>

#include "adopt/stated_lists.h"
#include "base/excerpt.h"
#include "prose/metadata_label.h"
#include "prose/table_view.h"

namespace runbookc {
namespace {

constexpr std::size_t kLongestQuote = 60;

bool is_repeated(ProseField field) {
  return field == ProseField::estimated_time || field == ProseField::approval_required ||
         field == ProseField::audience || field == ProseField::severity;
}

// By the block that they stand in.
using PagesByBlock = std::map<Index, std::vector<Index>>;

PagesByBlock linked_pages(const Corpus& corpus, const Page& page) {
  PagesByBlock pages;
  const Document& document = corpus.document_of(page);
  for (std::size_t i = 0; i < document.links.size(); ++i) {
    if (page.links[i].outcome == LinkOutcome::page) {
      pages[document.links[i].block].push_back(page.links[i].page);
    }
  }
  return pages;
}

// The one document that the row links, or kNone.
Index page_of(const TableRow& row, const PagesByBlock& pages) {
  Index found = kNone;
  for (const Index cell : row.cells) {
    const auto linked = pages.find(cell);
    if (linked == pages.end()) continue;
    for (const Index page : linked->second) {
      if (found != kNone && found != page) return kNone;
      found = page;
    }
  }
  return found;
}

class Reader {
 public:
  Reader(const Corpus& corpus, const ProjectTerms& terms) : corpus_(corpus), terms_(terms) {}

  std::map<Index, std::vector<AdoptedField>> run() {
    for (const Page& page : corpus_.pages) read(page);
    std::map<Index, std::vector<AdoptedField>> fields;
    for (auto& [key, field] : found_) {
      if (field) fields[key.first].push_back(*std::move(field));
    }
    return fields;
  }

 private:
  void read(const Page& page) {
    const Document& document = corpus_.document_of(page);
    std::optional<PagesByBlock> pages;
    for (Index i = 0; i < document.blocks.size(); ++i) {
      if (document.blocks[i].kind != BlockKind::table) continue;
      if (!pages) pages = linked_pages(corpus_, page);
      if (!pages->empty()) read_rows(document, read_table(document, i), *pages);
    }
  }

  void read_rows(const Document& document, const TableView& table, const PagesByBlock& pages) {
    for (std::size_t column = 0; column < table.names.size(); ++column) {
      const auto field = field_of_label(table.names[column]);
      if (!field || !is_repeated(*field)) continue;
      for (const TableRow& row : table.rows) {
        const Index page = page_of(row, pages);
        if (page == kNone || column >= row.cells.size()) continue;
        enter(page, *field, document, document.blocks[row.cells[column]]);
      }
    }
  }

  void enter(Index page, ProseField field, const Document& index, const Block& cell) {
    StatedValue stated = read_stated_value(field, cell.text, terms_);
    if (stated.value.is_null()) return;
    const std::string key(key_of(field));
    const auto [entry, is_new] = found_.try_emplace({page, key});
    if (!is_new) {
      if (entry->second && !entry->second->value.same_data(stated.value)) entry->second.reset();
      return;
    }
    entry->second = AdoptedField{
        .key = key,
        .value = std::move(stated.value),
        .from = {index.path, cell.span.start.line,
                 fmt::format("its row of the index, '{}'", excerpt(cell.text, kLongestQuote))}};
  }

  const Corpus& corpus_;
  const ProjectTerms& terms_;
  // Nothing: two rows do not agree.
  std::map<std::pair<Index, std::string>, std::optional<AdoptedField>> found_;
};

}  // namespace

std::map<Index, std::vector<AdoptedField>> find_index_columns(const Corpus& corpus,
                                                              const ProjectTerms& terms) {
  return Reader(corpus, terms).run();
}

}  // namespace runbookc
