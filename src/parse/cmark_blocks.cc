#include "parse/cmark_blocks.h"

#include <algorithm>

#include "base/text.h"
#include "parse/callout.h"
#include "parse/cmark_code.h"
#include "parse/cmark_inlines.h"
#include "parse/cmark_tables.h"
#include "parse/hidden_tags.h"
#include "parse/markdown_heading.h"
#include "parse/section_outline.h"

namespace runbookc {
namespace {

class BlockReader {
 public:
  BlockReader(MarkdownBuild& build, const FedBody& body)
      : build_(&build),
        body_(&body),
        document_(build.document),
        lines_(build.lines),
        outline_(build),
        tables_(build, body) {}

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
    outline_.finish();
  }

 private:
  std::vector<Block>& blocks() { return document_->blocks; }
  Index last_block() { return static_cast<Index>(blocks().size()); }
  Block& block() { return build_->current_block(); }

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
      block().span.end = lines_->trimmed_end(start_line(node));
      return nullptr;
    }
    if (type == CMARK_NODE_TABLE_CELL) {
      tables_.read_cell(node);
      return nullptr;
    }
    if (type == CMARK_NODE_TABLE) {
      tables_.read_table(node);
    } else if (type == CMARK_NODE_TABLE_ROW) {
      tables_.read_row(node, quotes_);
    } else {
      return enter_container(node, type);
    }
    return node->first_child;
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
      block().span.start =
          lines_->position(start_line(node), lines_->info(start_line(node)).offset);
      if (node->parent == body_->tree.get()) outline_.enter_footnote();
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
    const std::string_view line = lines_->source(start_line(node));
    const std::string marker = "[^" + std::string(node_literal(node)) + "]:";
    const std::size_t at = line.find(marker);
    if (at == std::string_view::npos) return;
    block().span.start = lines_->source_position(start_line(node), static_cast<std::uint32_t>(at));
    block().span.end =
        lines_->source_position(start_line(node), static_cast<std::uint32_t>(at + marker.size()));
    build_->section = outline_.section_at(block().span.start);
    block().section = build_->section;
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
    const auto callout = body_->callouts.find(start_line(node));
    if (callout == body_->callouts.end()) return false;
    const CalloutStart& start = callout->second;
    const auto column = static_cast<std::uint32_t>(std::max(node->start_column, 1));
    if (lines_->source_offset(start_line(node), column - 1) != start.offset) return false;
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
    const std::uint32_t line = start_line(heading);
    block().span.end = lines_->trimmed_end(line);
    if (is_plain(heading)) {
      name_alert(plain_text(line, line));
      cmark_node_free(heading);
      return;
    }
    ContentMap map(*lines_);
    map.add_line(line, buffer_text(heading->content).size());
    std::string title = collapse_space(read_inlines(*build_, heading, map).text);
    build_->add_words(title);
    name_alert(std::move(title));
    title_ = heading;
  }

  void enter_item(cmark_node* node) {
    set_kind(BlockKind::item);
    block().ordered = node->as.list.list_type == CMARK_ORDERED_LIST;
    block().number = block().ordered ? next_numbers_.back()++ : 0;
    block().task = node->extension != nullptr;
    const std::uint32_t line = start_line(node);
    if (block().task) {
      const std::string_view text = lines_->source(line);
      const auto column = static_cast<std::uint32_t>(node->start_column);
      const std::size_t at = text.find('[', lines_->source_offset(line, column));
      block().checked = at != std::string_view::npos && at + 1 < text.size() && text[at + 1] != ' ';
    }
    if (node->first_child == nullptr) block().span.end = lines_->trimmed_end(line);
  }

  bool is_plain(const cmark_node* node) const { return body_->plain.contains(node); }
  void set_kind(BlockKind kind) { block().kind = kind; }

  void open(cmark_node* node) {
    Block opened;
    opened.parent = stack_.empty() ? kNone : stack_.back();
    opened.section = build_->section;
    const auto column = static_cast<std::uint32_t>(std::max(node->start_column, 1));
    opened.span.start = lines_->position(start_line(node), column - 1);
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
      last = table_header_line(*lines_, node->next) - 1;
      first = last - breaks;
    } else if (is_plain(node)) {
      first = start_line(node);
      last = last_line(first);
      return map;
    } else {
      last = last_line(start_line(node));
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
    build_->add_words(block().text);
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
    const std::uint32_t line = start_line(node);
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
    const Index index = outline_.open(static_cast<unsigned>(node->as.heading.level), is_nested());
    if (is_plain(node)) {
      const std::string text = plain_text(first, last);
      name_section(index, {text, text.substr(0, 200)}, node);
      return nullptr;
    }
    InlineText text = read_inlines(*build_, node, map);
    if (dialect().slugs_of_source) text.slug_text = without_hidden(last_line_of(content));
    if (trim(text.text).empty()) put_title(text, line);
    name_section(index, text, node);
    return nullptr;
  }

  const DialectRules& dialect() const { return *build_->options->dialect; }

  // Where a template's tag stands for the document's title, it is known.
  void put_title(InlineText& text, std::uint32_t line) const {
    const std::string_view tag = dialect().title_tag;
    if (tag.empty() || lines_->raw(line).find(tag) == std::string_view::npos) return;
    const Value* title = document_->front_matter.root.find("title");
    if (title == nullptr || !title->is_scalar()) return;
    text = {title->text, title->text};
  }

  bool is_nested() const { return stack_.size() > 1; }

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
    build_->add_words(section.title);
    outline_.leave_heading(index);
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
    CodeBlock code = read_code(*build_, *body_, node);
    block().span = code.span;
    block().payload = static_cast<Index>(document_->code_blocks.size());
    document_->code_blocks.push_back(std::move(code));
    return nullptr;
  }

  cmark_node* enter_html(cmark_node* node) {
    set_kind(BlockKind::html);
    const std::string_view html = node_literal(node);
    block().text = lines_->has_hidden() ? without_hidden(html) : std::string(html);
    const auto count = static_cast<std::uint32_t>(std::ranges::count(html, '\n'));
    block().span.end = lines_->trimmed_end(start_line(node) + std::max(count, 1U) - 1);
    ContentMap map(*lines_);
    map.add_lines(start_line(node), html);
    read_html(*build_, node, map, 0);
    return nullptr;
  }

  MarkdownBuild* build_;
  const FedBody* body_;
  Document* document_;
  const BodyLines* lines_;
  std::vector<Index> stack_;                 // open blocks
  std::vector<std::uint32_t> next_numbers_;  // of the open lists
  SectionOutline outline_;
  std::size_t quotes_ = 0;
  cmark_node* title_ = nullptr;   // of the call-out that was entered last
  cmark_node* marked_ = nullptr;  // the paragraph that begins with an alert's marker
  TableReader tables_;
};

}  // namespace

void read_blocks(MarkdownBuild& build, const FedBody& body) { BlockReader(build, body).run(); }

}  // namespace runbookc
