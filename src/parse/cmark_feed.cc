#include "parse/cmark_feed.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <optional>

#include "base/text.h"
#include "parse/cmark_dedent.h"
#include "parse/markdown_prefix.h"
#include "parse/markdown_table.h"

namespace runbookc {
namespace {

// A stand-in for text that cmark shall not see: no link definition, and not one table cell.
constexpr const char* kStandIn = "a|b\n";
constexpr std::uint32_t kDelimiterRowTries = 16;     // each costs a scan of the paragraph so far
constexpr std::size_t kReferenceBytes = 32U << 20U;  // that reference links may copy in all

// By memchr: most lines hold none of the bytes that are counted.
std::size_t count_byte(std::string_view text, char byte) {
  std::size_t count = 0;
  for (std::size_t at = text.find(byte); at != std::string_view::npos; at = text.find(byte, at + 1))
    ++count;
  return count;
}

bool is_leaf_text(const cmark_node* node) {
  return is_type(node, CMARK_NODE_PARAGRAPH) || is_type(node, CMARK_NODE_HEADING);
}

LeafKind leaf_kind(const cmark_node* node) {
  if (is_type(node, CMARK_NODE_PARAGRAPH)) return LeafKind::paragraph;
  if (is_type(node, CMARK_NODE_HEADING)) return LeafKind::heading;
  if (is_type(node, CMARK_NODE_CODE_BLOCK)) return LeafKind::code;
  if (is_type(node, CMARK_NODE_HTML_BLOCK)) return LeafKind::html;
  if (is_type(node, CMARK_NODE_TABLE) || is_type(node, CMARK_NODE_TABLE_ROW)) {
    return LeafKind::table;
  }
  return LeafKind::none;
}

OpenLeaf open_leaf(const cmark_node* node) {
  constexpr int kLastRawHtml = 5;  // of the seven kinds of the specification
  switch (leaf_kind(node)) {
    case LeafKind::none:
      return OpenLeaf::none;
    case LeafKind::paragraph:
      return OpenLeaf::paragraph;
    case LeafKind::code:
      return node->as.code.fenced != 0 ? OpenLeaf::fence : OpenLeaf::indented_code;
    case LeafKind::html:
      return node->as.html_block_type <= kLastRawHtml ? OpenLeaf::raw_html : OpenLeaf::html;
    default:
      return OpenLeaf::other;
  }
}

// The indentation of what a list item or a footnote holds; 0 for other blocks.
std::uint32_t item_columns(const cmark_node* node) {
  if (is_type(node, CMARK_NODE_FOOTNOTE_DEFINITION)) return kCodeColumns;
  if (!is_type(node, CMARK_NODE_ITEM)) return 0;
  return static_cast<std::uint32_t>(node->as.list.marker_offset + node->as.list.padding);
}

// The cells of a header, and of the row of dashes under it, which disagree.
struct BrokenTable {
  std::size_t header = 0;
  std::size_t dashes = 0;
};

bool is_foreign(const DialectRules& dialect) {
  return dialect.tags != TagSyntax::none || dialect.callouts != CalloutSyntax::none ||
         !dialect.contents_marks.empty();
}

class Feeder {
 public:
  Feeder(BodyLines& lines, const ParseOptions& options)
      : lines_(&lines), limits_(&options.limits), parser_(new_cmark_parser()) {
    if (is_foreign(*options.dialect)) foreign_.emplace(lines, *options.dialect);
    if (!options.dialect->indented_code) dedent_.emplace(lines);
  }

  FedBody run() {
    for (std::uint32_t line = 1; line <= lines_->count(); ++line) {
      if (foreign_) prepare_foreign(line);
      if (dedent_) dedent_->prepare(line, current());
      text_ = lines_->source(line);
      const std::size_t brackets = count_byte(text_, ']');
      closing_brackets_ += brackets;
      guard_line(line);
      feed_line(line);
      note_line(line);
      if (brackets > 0) note_footnote(line);
      guard_block(line);
    }
    guard_references();
    if (foreign_) finish_foreign();
    result_.tree.reset(cmark_parser_finish(parser_.get()));
    return std::move(result_);
  }

 private:
  cmark_node* current() const { return parser_->current; }
  bool is_in_fence() const {
    return is_type(current(), CMARK_NODE_CODE_BLOCK) && current()->as.code.fenced != 0;
  }

  void report(std::uint32_t line, std::uint32_t offset, std::string message, std::string help) {
    Problem problem;
    problem.kind = ProblemKind::limit_exceeded;
    problem.span = {lines_->position(line, offset), lines_->trimmed_end(line)};
    problem.span.end = std::max(problem.span.end, problem.span.start);
    problem.message = std::move(message);
    problem.help = std::move(help);
    problem.subject = std::string(trim(lines_->source(line).substr(0, 60)));
    result_.problems.push_back(std::move(problem));
  }

  // --- another dialect's lines ---------------------------------------------------------------

  void prepare_foreign(std::uint32_t line) {
    if (const auto ending = foreign_->leave(line)) feed_uncounted(*ending);
    if (const auto ending = foreign_->prepare(line, open_blocks())) feed_uncounted(*ending);
  }

  // A blank line that the body does not have: it ends what is open, and leaves lists tight.
  void feed_uncounted(const std::string& text) {
    cmark_parser_feed(parser_.get(), text.data(), text.size());
    cmark_parser_feed(parser_.get(), "\n", 1);
    --parser_->line_number;
    for (cmark_node* node : {current(), current()->last_child}) {
      if (node != nullptr) node->flags &= ~CMARK_NODE__LAST_LINE_BLANK;
    }
  }

  OpenBlocks open_blocks() const {
    OpenBlocks open{.leaf = open_leaf(current())};
    for (const cmark_node* node = current(); node != nullptr; node = node->parent) {
      if (is_type(node, CMARK_NODE_BLOCK_QUOTE)) ++open.quotes;
      if (open.quotes > 0) continue;
      if (const std::uint32_t columns = item_columns(node); columns > 0)
        open.item_columns.push_back(columns);
    }
    std::ranges::reverse(open.item_columns);
    std::partial_sum(open.item_columns.begin(), open.item_columns.end(), open.item_columns.begin());
    return open;
  }

  void finish_foreign() {
    result_.callouts = foreign_->take_callouts();
    result_.code_languages = foreign_->take_code_languages();
    if (foreign_->too_deep_line() == 0) return;
    report(foreign_->too_deep_line(), 0,
           fmt::format("call-outs are nested more than {} deep", ForeignLines::kDeepest),
           "what is deeper is shown as plain text; flatten it");
  }

  // --- before a line is fed -----------------------------------------------------------------

  void guard_line(std::uint32_t line) {
    if (const auto marker = may_be_marker(text_)) guard_depth(line, text_, *marker);
    if (is_type(current(), CMARK_NODE_PARAGRAPH)) {
      guard_delimiter_row(line, text_);
    } else if (leaf_kind(current()) == LeafKind::table) {
      guard_row(line, text_);
    }
  }

  void guard_depth(std::uint32_t line, std::string_view text, std::size_t first) {
    const PrefixMarkers markers = scan_markers(text, first, limits_->nesting_depth);
    std::size_t quotes = 0;
    std::size_t others = 0;
    for (const cmark_node* node = current(); node != nullptr; node = node->parent) {
      quotes += is_type(node, CMARK_NODE_BLOCK_QUOTE) ? 1 : 0;
      others +=
          is_type(node, CMARK_NODE_ITEM) || is_type(node, CMARK_NODE_FOOTNOTE_DEFINITION) ? 1 : 0;
    }
    const std::size_t open = others + std::max(quotes, markers.quotes);
    if (open + markers.others <= limits_->nesting_depth || markers.offsets.empty()) return;
    const bool in_code = leaf_kind(current()) == LeafKind::code && quotes + others == 0;
    if (in_code) return;
    const std::size_t room = limits_->nesting_depth > others ? limits_->nesting_depth - others : 0;
    const std::uint32_t at = markers.offsets[std::min(room, markers.offsets.size() - 1)];
    lines_->insert_backslash(line, at);
    escaped_line_ = line;
    if (depth_reported_) return;
    depth_reported_ = true;
    report(line, at,
           fmt::format("lists and quotes are nested more than {} deep", limits_->nesting_depth),
           "what is deeper is shown as plain text; flatten it");
  }

  void guard_delimiter_row(std::uint32_t line, std::string_view text) {
    const DelimiterRow row = scan_delimiter_row(text);
    if (!row.plausible) return;
    const bool hopeless = result_.plain.contains(current());
    const bool wide = row.columns > limits_->table_columns ||
                      paragraph_pipes_ > 8 * std::max<std::size_t>(limits_->table_columns, 1);
    if (!hopeless && !wide && ++delimiter_rows_ <= kDelimiterRowTries) return;
    lines_->insert_backslash(line, row.offset);
    if (hopeless) return;
    if (wide) {
      report(line, row.offset,
             fmt::format("the table has more than {} columns", limits_->table_columns),
             "it is shown as plain text; split it, or make it a list");
    } else if (delimiter_rows_ == kDelimiterRowTries + 1) {
      report(line, row.offset,
             fmt::format("the paragraph has more than {} lines that look like the start of a table",
                         kDelimiterRowTries),
             "the rest is shown as plain text; put an empty line before each table");
    }
  }

  // Cells past the table's columns are dropped by the specification (parse/lost_cells.h tells of
  // them), but not before cmark has made, and counted, each.
  void guard_row(std::uint32_t line, std::string_view text) {
    const auto cut = nth_pipe(text, 8 * std::max<std::size_t>(limits_->table_columns, 1));
    if (cut) lines_->cut(line, static_cast<std::uint32_t>(*cut));
  }

  void feed_line(std::uint32_t line) {
    before_ = is_in_fence() ? current() : nullptr;  // other blocks may be freed by the line
    if (lines_->is_altered(line)) {
      const std::string text = lines_->fed(line) + "\n";
      cmark_parser_feed(parser_.get(), text.data(), text.size());
      return;
    }
    const std::string_view text = text_;
    // The ending is in the file after the line, unless this is the last one.
    // NOLINTNEXTLINE(readability-simplify-subscript-expr): one past the view
    if (line < lines_->count() && text.data()[text.size()] == '\n') {
      cmark_parser_feed(parser_.get(), text.data(), text.size() + 1);
      return;
    }
    if (!text.empty()) cmark_parser_feed(parser_.get(), text.data(), text.size());
    cmark_parser_feed(parser_.get(), "\n", 1);
  }

  // --- after it ------------------------------------------------------------------------------

  void note_line(std::uint32_t line) {
    LineInfo& info = lines_->info(line);
    cmark_node* node = current();
    info.offset = static_cast<std::uint32_t>(parser_->offset);
    info.leaf = leaf_kind(node);
    info.leaf_line = static_cast<std::uint32_t>(
        is_type(node, CMARK_NODE_TABLE_ROW) ? node->parent->start_line : node->start_line);
    if (parser_->partially_consumed_tab) {
      info.padding = static_cast<std::uint8_t>(4 - parser_->column % 4);
    }
    // A fence ends with its own closing line exactly if its parent goes on.
    info.closes_fence = before_ != nullptr && (before_->flags & CMARK_NODE__OPEN) == 0 &&
                        (before_->parent->flags & CMARK_NODE__OPEN) != 0;
    if (!is_leaf_text(node)) return;
    if (info.leaf_line == line) {
      paragraph_pipes_ = 0;
      delimiter_rows_ = 0;
      cost_ = {};
    }
    paragraph_pipes_ = std::max(paragraph_pipes_, count_byte(text_, '|'));
    cost_.add(text_);
    if (info.leaf_line == line && info.leaf == LeafKind::paragraph && node->content.size > 0 &&
        node->content.ptr[0] == '[') {
      result_.definition_lines.push_back(line);
    }
  }

  // The tree will tell only of those that something refers to.
  void note_footnote(std::uint32_t line) {
    for (cmark_node* node = current(); node != nullptr; node = node->parent) {
      const bool begins = node->start_line == static_cast<int>(line);
      if (begins && is_type(node, CMARK_NODE_FOOTNOTE_DEFINITION)) {
        result_.footnotes.push_back({line, std::string(node_literal(node))});
      }
    }
  }

  void guard_block(std::uint32_t line) {
    cmark_node* node = current();
    const auto size = static_cast<std::size_t>(node->content.size);
    if (is_leaf_text(node)) {
      if (result_.plain.contains(node)) {
        cmark_strbuf_sets(&node->content, kStandIn);
      } else if (size > limits_->inline_block_bytes || cost_.is_too_high(size)) {
        const auto start = static_cast<std::uint32_t>(node->start_line);
        make_plain(node, start, size > limits_->inline_block_bytes);
      }
    } else if (leaf_kind(node) == LeafKind::table) {
      guard_table(line, is_type(node, CMARK_NODE_TABLE) ? node->last_child : node);
    }
  }

  // A paragraph of rows was meant as a table; which no renderer sees when the row under its header
  // has another number of cells.
  std::optional<BrokenTable> find_broken_table(const cmark_node* node, std::uint32_t line) const {
    if (!is_type(node, CMARK_NODE_PARAGRAPH)) return std::nullopt;
    const std::string_view header = trim(lines_->source(line));
    const DelimiterRow dashes = scan_delimiter_row(lines_->source(line + 1));
    const std::string_view row = trim(lines_->source(line + 1));
    if (!header.starts_with('|') || !dashes.plausible) return std::nullopt;
    const BrokenTable table{split_row(header, 0).size(), split_row(row, 0).size()};
    if (table.header == table.dashes) return std::nullopt;
    return table;
  }

  void make_plain(cmark_node* node, std::uint32_t line, bool over_long) {
    cmark_strbuf_sets(&node->content, kStandIn);
    result_.plain.insert(node);
    if (line == escaped_line_) return;  // what is too deep is often too long as well
    const LineInfo& info = lines_->info(line);
    const std::uint32_t offset = info.leaf == LeafKind::table ? 0 : info.offset;
    const auto table = over_long ? find_broken_table(node, line) : std::nullopt;
    if (table) {
      report(
          line, offset,
          fmt::format("the row of dashes has {}, the header {}: the table is shown as text, and "
                      "over {} bytes",
                      count_of(table->dashes, "cell"), table->header, limits_->inline_block_bytes),
          "give the row of dashes under the header as many cells as the header has");
    } else if (over_long) {
      report(line, offset,
             fmt::format("a paragraph, heading or cell of more than {} bytes",
                         limits_->inline_block_bytes),
             "it is shown as plain text; split it with empty lines, or fence it as code");
    } else {
      report(line, offset, "a paragraph, heading or cell with too many unpaired marks",
             "it is shown as plain text; escape the marks, or fence it as code");
    }
  }

  void guard_table(std::uint32_t line, cmark_node* row) {
    if (row == nullptr || !is_type(row, CMARK_NODE_TABLE_ROW)) return;
    for (cmark_node* cell = row->first_child; cell != nullptr; cell = cell->next) ++table_cells_;
    if (table_cells_ > limits_->table_cells) {
      make_row_plain(line, row);
      return;
    }
    for (cmark_node* cell = row->first_child; cell != nullptr; cell = cell->next) {
      const auto size = static_cast<std::size_t>(cell->content.size);
      InlineCost cost;
      cost.add(buffer_text(cell->content));
      if (size > limits_->inline_block_bytes || cost.is_too_high(size)) {
        make_plain(cell, line, size > limits_->inline_block_bytes);
      }
    }
  }

  void make_row_plain(std::uint32_t line, cmark_node* row) {
    while (row->first_child != nullptr) cmark_node_free(row->first_child);
    result_.plain.insert(row);
    if (cells_reported_) return;
    cells_reported_ = true;
    report(line, 0, fmt::format("the tables have more than {} cells", limits_->table_cells),
           "the rows from here on are shown as plain text; split the document");
  }

  // Each use of a reference copies its destination: a long one, used often, fills the memory.
  void guard_references() {
    if (is_type(current(), CMARK_NODE_PARAGRAPH)) cmark_parser_feed(parser_.get(), "\n", 1);
    for (cmark_map_entry* entry = parser_->refmap->refs; entry != nullptr; entry = entry->next) {
      // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): C inheritance
      const auto* reference = reinterpret_cast<const cmark_reference*>(entry);
      const auto size = static_cast<std::size_t>(reference->url.len) +
                        static_cast<std::size_t>(reference->title.len);
      if (size * closing_brackets_ <= kReferenceBytes) continue;
      entry->label[0] = '\x01';  // no label holds it, hence nothing refers to it any more
      if (references_reported_) continue;
      references_reported_ = true;
      report(1, 0, "link definitions with long destinations are used too often",
             "the links are shown as plain text; shorten the destinations");
    }
  }

  BodyLines* lines_;
  const ParseLimits* limits_;
  CmarkParser parser_;
  std::optional<ForeignLines> foreign_;
  std::optional<Dedent> dedent_;
  FedBody result_;
  std::string_view text_;         // of the line at hand
  cmark_node* before_ = nullptr;  // the fenced code that was open before it, or null
  std::size_t closing_brackets_ = 0;
  std::size_t paragraph_pipes_ = 0;  // the most in any line of the open paragraph
  InlineCost cost_;                  // of the open paragraph
  std::size_t table_cells_ = 0;
  std::uint32_t delimiter_rows_ = 0;
  std::uint32_t escaped_line_ = 0;  // the last one that was nested too deep
  bool depth_reported_ = false;
  bool cells_reported_ = false;
  bool references_reported_ = false;
};

}  // namespace

FedBody feed_cmark(BodyLines& lines, const ParseOptions& options) {
  return Feeder(lines, options).run();
}

}  // namespace runbookc
