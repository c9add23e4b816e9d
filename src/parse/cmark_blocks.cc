#include "parse/cmark_blocks.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "parse/cmark_inlines.h"
#include "parse/hidden_tags.h"
#include "parse/lost_cells.h"
#include "parse/markdown_heading.h"
#include "parse/markdown_table.h"

namespace runbookc {
namespace {

constexpr std::array<std::string_view, 5> kAlerts{"note", "tip", "important", "warning", "caution"};

// The kind of alert that a text node of `[!KIND]` names, or nothing.
std::string_view alert_kind(std::string_view text) {
  if (!text.starts_with("[!") || !text.ends_with("]")) return {};
  const std::string kind = lower_ascii(text.substr(2, text.size() - 3));
  const auto* const found = std::ranges::find(kAlerts, kind);
  return found == kAlerts.end() ? std::string_view{} : *found;
}

bool is_break(const cmark_node* node) {
  return is_type(node, CMARK_NODE_SOFTBREAK) || is_type(node, CMARK_NODE_LINEBREAK);
}

// Without a branch, so that the compiler looks at many bytes in one step.
std::uint32_t count_words(std::string_view text) {
  const auto is_space = [](char c) {
    return (c == ' ' ? 1U : 0U) | (static_cast<unsigned char>(c - '\t') < 5 ? 1U : 0U);
  };
  if (text.empty()) return 0;
  std::uint32_t words = 1 - is_space(text.front());
  const std::size_t size = text.size();
  for (std::size_t i = 1; i < size; ++i) words += is_space(text[i - 1]) & ~is_space(text[i]);
  return words;
}

bool is_block(const cmark_node* node) {
  return (node->type & CMARK_NODE_TYPE_MASK) == CMARK_NODE_TYPE_BLOCK;
}

// The blocks below `root`.
std::size_t count_blocks(const cmark_node* root) {
  std::size_t count = 0;
  const cmark_node* node = root;
  while (true) {
    if (node->first_child != nullptr && is_block(node->first_child)) {
      node = node->first_child;
    } else {
      while (node != root && node->next == nullptr) node = node->parent;
      if (node == root) return count;
      node = node->next;
    }
    ++count;
  }
}

class BlockReader {
 public:
  BlockReader(MarkdownBuild& build, const FedBody& body)
      : build_(&build), body_(&body), document_(build.document), lines_(build.lines) {}

  void run() {
    cmark_node* root = body_->tree.get();
    blocks().reserve(count_blocks(root));  // a third of a page's memory is its blocks
    cmark_node* node = root->first_child;
    while (node != nullptr) {
      cmark_node* child = enter(node);
      if (child != nullptr) {
        node = child;
        continue;
      }
      leave();
      while (node != root && node->next == nullptr) {
        node = node->parent;
        if (node != root) leave();
      }
      node = node == root ? nullptr : node->next;
    }
    close_sections(0);
    // Footnotes stand behind every section but those of headings within them.
    for (Section& section : document_->sections) {
      if (section.first_block >= blocks_end()) continue;
      section.end_block = std::min(section.end_block, blocks_end());
    }
  }

 private:
  std::vector<Block>& blocks() { return document_->blocks; }
  Index blocks_end() { return first_footnote_ != kNone ? first_footnote_ : last_block(); }
  Index last_block() { return static_cast<Index>(blocks().size()); }
  Block& block() { return blocks()[build_->block]; }

  // Opens the block of `node`; returns its first child block, or null if it has none to visit.
  cmark_node* enter(cmark_node* node) {
    open(node);
    const auto type = static_cast<cmark_node_type>(node->type);
    if (type == CMARK_NODE_PARAGRAPH) return enter_paragraph(node);
    if (type == CMARK_NODE_HEADING) return enter_heading(node);
    if (type == CMARK_NODE_CODE_BLOCK) return enter_code(node);
    if (type == CMARK_NODE_HTML_BLOCK) return enter_html(node);
    if (type == CMARK_NODE_THEMATIC_BREAK) {
      set_kind(BlockKind::thematic_break);
      block().span.end = lines_->trimmed_end(line_of(node));
      return nullptr;
    }
    if (type == CMARK_NODE_TABLE) return enter_table(node);
    if (type == CMARK_NODE_TABLE_ROW) return enter_row(node);
    if (type == CMARK_NODE_TABLE_CELL) return enter_cell(node);
    return enter_container(node, type);
  }

  cmark_node* enter_container(cmark_node* node, cmark_node_type type) {
    block().span.end = block().span.start;
    if (type == CMARK_NODE_BLOCK_QUOTE) {
      ++quotes_;
      enter_quote(node);
    } else if (type == CMARK_NODE_LIST) {
      set_kind(BlockKind::list);
      block().ordered = node->as.list.list_type == CMARK_ORDERED_LIST;
      block().number = static_cast<std::uint32_t>(node->as.list.start);
      next_numbers_.push_back(block().number);
    } else if (type == CMARK_NODE_ITEM) {
      enter_item(node);
    } else if (type == CMARK_NODE_FOOTNOTE_DEFINITION) {
      set_kind(BlockKind::footnote);
      block().text = std::string(node_literal(node));
      block().span.start = lines_->position(line_of(node), lines_->info(line_of(node)).offset);
      if (node->parent == body_->tree.get() && first_footnote_ == kNone) {
        first_footnote_ = build_->block;
        outline_size_ = document_->sections.size();
      }
      fix_footnote_start(node);
    }
    return first_block(node);
  }

  // A call-out's title is none.
  cmark_node* first_block(cmark_node* node) const {
    cmark_node* first = node->first_child;
    return first != nullptr && first == title_ ? first->next : first;
  }

  // cmark's column is the one after the marker: look back for it.
  void fix_footnote_start(const cmark_node* node) {
    const std::string_view line = lines_->source(line_of(node));
    const std::string marker = "[^" + std::string(node_literal(node)) + "]:";
    const std::size_t at = line.find(marker);
    if (at == std::string_view::npos) return;
    block().span.start = lines_->source_position(line_of(node), static_cast<std::uint32_t>(at));
    block().span.end =
        lines_->source_position(line_of(node), static_cast<std::uint32_t>(at + marker.size()));
    build_->section = section_before(block().span.start);
    block().section = build_->section;
  }

  // The outline's section at `place`. Sections are in order up to those within footnotes.
  Index section_before(Position place) const {
    const auto& sections = document_->sections;
    const auto end = sections.begin() + static_cast<std::ptrdiff_t>(outline_size_);
    const auto after =
        std::ranges::upper_bound(sections.begin(), end, place, {},
                                 [](const Section& section) { return section.span.start; });
    auto found = static_cast<Index>(after - sections.begin());
    while (found > 0 && sections[found - 1].nested) --found;
    return found == 0 ? kNone : found - 1;
  }

  void enter_quote(cmark_node* node) {
    set_kind(BlockKind::quote);
    if (enter_callout(node)) return;
    cmark_node* first = node->first_child;
    if (first == nullptr || !is_type(first, CMARK_NODE_PARAGRAPH)) return;
    cmark_node* text = first->first_child;
    if (text == nullptr || !is_type(text, CMARK_NODE_TEXT)) return;
    const std::string_view kind = alert_kind(node_literal(text));
    const bool alone = text->next == nullptr;
    if (kind.empty() || (alone ? first->next == nullptr : !is_break(text->next))) return;
    set_kind(BlockKind::alert);
    block().text = std::string(kind);
    if (alone) {
      block().span.end = lines_->trimmed_end(static_cast<std::uint32_t>(first->end_line));
      cmark_node_unlink(first);
      cmark_node_free(first);
    } else {
      marked_ = first;
    }
  }

  // A quote that a dialect's own syntax opened: others may begin on the same line.
  bool enter_callout(cmark_node* node) {
    const auto callout = body_->callouts.find(line_of(node));
    if (callout == body_->callouts.end()) return false;
    const CalloutStart& start = callout->second;
    const auto column = static_cast<std::uint32_t>(std::max(node->start_column, 1));
    if (lines_->source_offset(line_of(node), column - 1) != start.offset) return false;
    set_kind(BlockKind::alert);
    block().text = start.kind;
    name_alert(start.title);
    if (start.is_titled) take_title(node->first_child);
    return true;
  }

  void name_alert(std::string title) {
    if (title.empty()) return;
    document_->alert_titles.push_back(std::move(title));
    block().number = static_cast<std::uint32_t>(document_->alert_titles.size());
  }

  // The heading that stands for the title stays in the tree, to be shown; it is no block.
  void take_title(cmark_node* heading) {
    if (heading == nullptr || !is_type(heading, CMARK_NODE_HEADING)) return;
    const std::uint32_t line = line_of(heading);
    block().span.end = lines_->trimmed_end(line);
    if (is_plain(heading)) {
      name_alert(plain_text(line, line));
      cmark_node_free(heading);
      return;
    }
    ContentMap map(*lines_);
    map.add_line(line, buffer_text(heading->content).size());
    std::string title = collapse_space(read_inlines(*build_, heading, map).text);
    document_->words += count_words(title);
    name_alert(std::move(title));
    title_ = heading;
  }

  void enter_item(cmark_node* node) {
    set_kind(BlockKind::item);
    block().ordered = node->as.list.list_type == CMARK_ORDERED_LIST;
    block().number = block().ordered ? next_numbers_.back()++ : 0;
    block().task = node->extension != nullptr;
    const std::uint32_t line = line_of(node);
    if (block().task) {
      const std::string_view text = lines_->source(line);
      const auto column = static_cast<std::uint32_t>(node->start_column);
      const std::size_t at = text.find('[', lines_->source_offset(line, column));
      block().checked = at != std::string_view::npos && at + 1 < text.size() && text[at + 1] != ' ';
    }
    if (node->first_child == nullptr) block().span.end = lines_->trimmed_end(line);
  }

  static std::uint32_t line_of(const cmark_node* node) {
    return static_cast<std::uint32_t>(node->start_line);
  }
  bool is_plain(const cmark_node* node) const { return body_->plain.contains(node); }
  void set_kind(BlockKind kind) { block().kind = kind; }

  void open(cmark_node* node) {
    Block opened;
    opened.parent = stack_.empty() ? kNone : stack_.back();
    opened.section = build_->section;
    const auto column = static_cast<std::uint32_t>(std::max(node->start_column, 1));
    opened.span.start = lines_->position(line_of(node), column - 1);
    opened.span.end = opened.span.start;
    build_->block = last_block();
    blocks().push_back(std::move(opened));
    stack_.push_back(build_->block);
    set_node_index(node, build_->block);
  }

  void leave() {
    const Index index = stack_.back();
    stack_.pop_back();
    Block& left = blocks()[index];
    left.end = last_block();
    if (left.kind == BlockKind::quote || left.kind == BlockKind::alert) --quotes_;
    if (left.kind == BlockKind::list) next_numbers_.pop_back();
    if (left.kind == BlockKind::footnote) build_->section = left.section;
    if (!stack_.empty()) {
      Span& outer = blocks()[stack_.back()].span;
      outer.end = std::max(outer.end, left.span.end);
      build_->block = stack_.back();
    }
  }

  // --- leaves ----------------------------------------------------------------------------------

  // The last line of the paragraph that starts on `line`.
  std::uint32_t last_line(std::uint32_t line) const {
    std::uint32_t last = line;
    while (last < lines_->count() && lines_->info(last + 1).leaf == LeafKind::paragraph &&
           lines_->info(last + 1).leaf_line == line) {
      ++last;
    }
    return last;
  }

  // The text of lines that cmark never saw.
  std::string plain_text(std::uint32_t first, std::uint32_t last) const {
    std::string text;
    for (std::uint32_t line = first; line <= last; ++line) {
      if (line > first) text.push_back('\n');
      text.append(trim_end(lines_->leaf_text(line)));
    }
    return lines_->has_hidden() ? without_hidden(text) : text;
  }

  ContentMap paragraph_map(cmark_node* node, std::uint32_t& first, std::uint32_t& last) const {
    const std::string_view content = buffer_text(node->content);
    ContentMap map(*lines_);
    const auto breaks = static_cast<std::uint32_t>(std::ranges::count(content, '\n'));
    if (node->start_line == 0) {  // what stood right before a table's header, taken apart from it
      map.set_pipes_escaped();
      last = header_line(node->next) - 1;
      first = last - breaks;
    } else if (is_plain(node)) {
      first = line_of(node);
      last = last_line(first);
      return map;
    } else {
      last = last_line(line_of(node));
      first = last + 1 - std::min(last, breaks);
    }
    map.add_lines(first, content);
    return map;
  }

  cmark_node* enter_paragraph(cmark_node* node) {
    std::uint32_t first = 0;
    std::uint32_t last = 0;
    const ContentMap map = paragraph_map(node, first, last);
    block().span = {lines_->position(first, lines_->info(first).offset), lines_->trimmed_end(last)};
    if (is_plain(node)) {
      block().text = plain_text(first, last);
    } else {
      InlineText text = read_inlines(*build_, node, map);
      if (node == marked_) strip_marker(node, first, text.text);
      block().text = collapse_space(text.text);
    }
    document_->words += count_words(block().text);
    return nullptr;
  }

  void strip_marker(cmark_node* node, std::uint32_t first, std::string& text) {
    text.erase(0, node_literal(node->first_child).size());
    for (int count = 0; count < 2; ++count) cmark_node_free(node->first_child);
    block().span.start = lines_->position(first + 1, lines_->info(first + 1).offset);
    marked_ = nullptr;
  }

  cmark_node* enter_heading(cmark_node* node) {
    set_kind(BlockKind::heading);
    block().number = static_cast<std::uint32_t>(node->as.heading.level);
    const std::uint32_t line = line_of(node);
    std::uint32_t first = line;
    std::uint32_t last = line;
    ContentMap map(*lines_);
    const std::string_view content = buffer_text(node->content);
    if (node->as.heading.setext) {
      last = last_line(line);
      const auto breaks = static_cast<std::uint32_t>(std::ranges::count(content, '\n'));
      if (!is_plain(node)) first = last + 1 - std::min(last, breaks);
      map.add_lines(first, content);
      block().span.start = lines_->position(first, lines_->info(first).offset);
      block().span.end = lines_->trimmed_end(last + 1);
    } else {
      map.add_line(line, content.size());
      block().span.end = lines_->trimmed_end(line);
    }
    const Index index = open_section(node);
    if (is_plain(node)) {
      const std::string text = plain_text(first, last);
      name_section(index, {text, text.substr(0, 200)}, node);
      return nullptr;
    }
    InlineText text = read_inlines(*build_, node, map);
    if (dialect().slugs_of_source) text.slug_text = source_slug_text(content);
    if (trim(text.text).empty()) put_title(text, line);
    name_section(index, text, node);
    return nullptr;
  }

  const DialectRules& dialect() const { return *build_->options->dialect; }

  // The last line of the heading, marks and all.
  static std::string source_slug_text(std::string_view content) {
    content = trim_end(content);
    const std::size_t last = content.rfind('\n');
    content.remove_prefix(last == std::string_view::npos ? 0 : last + 1);
    return without_hidden(content);
  }

  // Where a template's tag stands for the document's title, it is known.
  void put_title(InlineText& text, std::uint32_t line) const {
    const std::string_view tag = dialect().title_tag;
    if (tag.empty() || lines_->raw(line).find(tag) == std::string_view::npos) return;
    const Value* title = document_->front_matter.root.find("title");
    if (title == nullptr || !title->is_scalar()) return;
    text = {title->text, title->text};
  }

  bool is_nested() const { return stack_.size() > 1; }

  Index open_section(const cmark_node* node) {
    const auto index = static_cast<Index>(document_->sections.size());
    Section section;
    section.level = static_cast<std::uint8_t>(node->as.heading.level);
    section.nested = is_nested();
    section.span = block().span;
    section.first_block = build_->block;
    section.end = index + 1;
    if (section.nested) {
      section.parent = build_->section;
      section.end_block = build_->block + 1;
      nested_outer_ = build_->section;
    } else {
      close_sections(section.level);
      if (!outline_.empty()) section.parent = outline_.back();
      outline_.push_back(index);
      own_section_ = index;
    }
    build_->section = index;
    block().section = index;
    block().payload = index;
    document_->sections.push_back(std::move(section));
    return index;
  }

  // Ends the outline's sections of `level` and deeper; all for 0.
  void close_sections(unsigned level) {
    auto& sections = document_->sections;
    if (own_section_ != kNone) {
      sections[own_section_].end_block = level == 0 ? blocks_end() : build_->block;
    }
    while (!outline_.empty() && sections[outline_.back()].level >= level) {
      sections[outline_.back()].end = static_cast<Index>(sections.size());
      outline_.pop_back();
    }
  }

  void name_section(Index index, const InlineText& text, cmark_node* node) {
    Section& section = document_->sections[index];
    const HeadingId id = split_heading_id(collapse_space(text.text));
    if (!id.id.empty() && strip_heading_id(node)) {
      section.title = id.title;
      section.anchor = id.id;
      build_->anchors.claim_explicit(id.id, section.level);
    } else {
      section.title = collapse_space(text.text);
      section.anchor = build_->anchors.claim_slug(trim(text.slug_text), section.level);
    }
    block().text = section.title;
    document_->words += count_words(section.title);
    if (section.nested) build_->section = nested_outer_;
  }

  // Takes `{#id}` off the end of the heading's last text node.
  static bool strip_heading_id(cmark_node* node) {
    cmark_node* last = node->last_child;
    if (last == nullptr || !is_type(last, CMARK_NODE_TEXT)) return false;
    const HeadingId id = split_heading_id(node_literal(last));
    if (id.id.empty()) return false;
    cmark_node_set_literal(last, std::string(id.title).c_str());
    return true;
  }

  cmark_node* enter_code(cmark_node* node) {
    set_kind(BlockKind::code);
    CodeBlock code;
    code.fenced = node->as.code.fenced != 0;
    code.text = std::string(chunk_text(node->as.code.literal));
    const auto language = body_->code_languages.find(line_of(node));
    if (code.fenced) {
      code.info = std::string(chunk_text(node->as.code.info));
    } else if (language != body_->code_languages.end()) {
      code.info = language->second;
    }
    code.language = language_of(code.info);
    place_code(code, line_of(node));
    if (!code.fenced && lines_->has_hidden()) show_hidden(code, line_of(node));
    code.section = build_->section;
    code.block = build_->block;
    block().span = code.span;
    block().payload = static_cast<Index>(document_->code_blocks.size());
    document_->code_blocks.push_back(std::move(code));
    return nullptr;
  }

  // In code a tag stands as it is written; that it is code shows only when cmark has seen it.
  void show_hidden(CodeBlock& code, std::uint32_t line) const {
    if (!has_hidden_sign(code.text)) return;
    std::string text;
    for (std::uint32_t at = line; at < line + code.line_starts.size(); ++at) {
      const LineInfo& info = lines_->info(at);
      text.append(info.padding, ' ');
      text.append(lines_->raw_from(at, lines_->source_offset(at, info.offset))).push_back('\n');
    }
    code.text = std::move(text);
  }

  void place_code(CodeBlock& code, std::uint32_t line) {
    const std::uint32_t first = line + (code.fenced ? 1 : 0);
    const auto count = static_cast<std::uint32_t>(std::ranges::count(code.text, '\n'));
    code.line_starts.reserve(count);
    for (std::uint32_t at = first; at < first + count; ++at) {
      const LineInfo& info = lines_->info(at);
      code.line_starts.push_back(lines_->position(at, info.offset - (info.padding > 0 ? 1 : 0)));
    }
    const std::uint32_t last = first + count - 1;
    code.closed = !code.fenced || lines_->info(last + 1).closes_fence;
    const std::uint32_t end_line = code.closed && code.fenced ? last + 1 : std::max(last, line);
    code.span = {block().span.start, lines_->trimmed_end(end_line)};
    if (!code.fenced) code.span.start = code.line_starts.front();
    if (count > 0) {
      code.content = {code.line_starts.front(), lines_->line_end(last)};
    } else {
      const Position end = lines_->line_end(line);
      code.content = {end, end};
    }
  }

  cmark_node* enter_html(cmark_node* node) {
    set_kind(BlockKind::html);
    const std::string_view html = node_literal(node);
    block().text = lines_->has_hidden() ? without_hidden(html) : std::string(html);
    const auto count = static_cast<std::uint32_t>(std::ranges::count(html, '\n'));
    block().span.end = lines_->trimmed_end(line_of(node) + std::max(count, 1U) - 1);
    ContentMap map(*lines_);
    map.add_lines(line_of(node), html);
    read_html(*build_, node, map, 0);
    return nullptr;
  }

  // --- tables ----------------------------------------------------------------------------------

  // cmark gives a table the line of the paragraph that it grew out of.
  std::uint32_t header_line(const cmark_node* table) const {
    std::uint32_t line = line_of(table);
    while (line < lines_->count() && (lines_->info(line).leaf != LeafKind::table ||
                                      lines_->info(line).leaf_line != line_of(table))) {
      ++line;
    }
    return line - 1;
  }

  cmark_node* enter_table(cmark_node* node) {
    set_kind(BlockKind::table);
    block().number = cmark_gfm_extensions_get_table_columns(node);
    header_line_ = header_line(node);
    block().span.start = lines_->position(header_line_, lines_->info(header_line_).offset);
    block().span.end = lines_->trimmed_end(header_line_ + 1);
    return node->first_child;
  }

  cmark_node* enter_row(cmark_node* node) {
    set_kind(BlockKind::row);
    block().header = cmark_gfm_extensions_get_table_row_is_header(node) != 0;
    row_line_ = block().header ? header_line_ : line_of(node);
    const std::string_view text = lines_->source(row_line_);
    const std::uint32_t begin =
        block().header ? lines_->info(row_line_).offset : row_begin(text, quotes_);
    block().span = {lines_->source_position(row_line_, begin), lines_->trimmed_end(row_line_)};
    cells_ = split_row(text, begin);
    column_ = 0;
    if (is_plain(node)) {
      block().text = without_hidden(trim(text.substr(std::min<std::size_t>(begin, text.size()))));
    } else {
      report_lost_cells(*build_, row_line_, cells_,
                        cmark_gfm_extensions_get_table_columns(node->parent));
    }
    return node->first_child;
  }

  cmark_node* enter_cell(cmark_node* node) {
    set_kind(BlockKind::cell);
    block().number = column_;
    if (column_ >= cells_.size()) {  // the row is short of it
      ++column_;
      block().span = {lines_->trimmed_end(row_line_), lines_->trimmed_end(row_line_)};
      return nullptr;
    }
    const ByteRange range = cells_[column_++];
    block().span = {lines_->source_position(row_line_, range.begin),
                    lines_->source_position(row_line_, range.end)};
    if (is_plain(node)) {
      block().text = without_hidden(lines_->source(row_line_).substr(range.begin, range.size()));
      return nullptr;
    }
    ContentMap map(*lines_);
    map.set_pipes_escaped();
    map.add_line(row_line_, static_cast<std::size_t>(node->content.size), range.begin);
    block().text = collapse_space(read_inlines(*build_, node, map).text);
    document_->words += count_words(block().text);
    return nullptr;
  }

  MarkdownBuild* build_;
  const FedBody* body_;
  Document* document_;
  const BodyLines* lines_;
  std::vector<Index> stack_;                 // open blocks
  std::vector<std::uint32_t> next_numbers_;  // of the open lists
  std::vector<Index> outline_;               // open sections
  Index own_section_ = kNone;                // the outline's last one
  Index nested_outer_ = kNone;
  Index first_footnote_ = kNone;
  std::size_t outline_size_ = 0;  // sections before the first footnote
  std::size_t quotes_ = 0;
  cmark_node* title_ = nullptr;   // of the call-out that was entered last
  cmark_node* marked_ = nullptr;  // the paragraph that begins with an alert's marker
  std::uint32_t header_line_ = 0;
  std::uint32_t row_line_ = 0;
  std::vector<ByteRange> cells_;
  Index column_ = 0;
};

}  // namespace

void read_blocks(MarkdownBuild& build, const FedBody& body) { BlockReader(build, body).run(); }

}  // namespace runbookc
