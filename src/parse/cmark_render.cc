#include "parse/cmark_render.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "parse/body_html.h"
#include "parse/callout.h"
#include "parse/cmark_inlines.h"
#include "parse/cmark_render_inlines.h"
#include "parse/footnote_ids.h"

namespace runbookc {
namespace {

class Renderer {
 public:
  Renderer(MarkdownBuild& build, const FedBody& body)
      : build_(&build),
        body_(&body),
        document_(build.document),
        footnotes_(*build.document),
        inlines_(build, html_, footnotes_) {}

  bool run() {
    cmark_node* root = body_->tree.get();
    cmark_node* node = root->first_child;
    if (node != nullptr && is_type(node, CMARK_NODE_HEADING) && node->as.heading.level == 1) {
      node = node->next;
    }
    writer_.enter_scope();
    while (node != nullptr) {
      if (writer_.out().size() > build_->options->limits.output_bytes) return false;
      if (enter(node) && node->first_child != nullptr) {
        node = node->first_child;
        continue;
      }
      leave(node);
      while (node != root && node->next == nullptr) {
        node = node->parent;
        if (node != root) leave(node);
      }
      node = node == root ? nullptr : node->next;
    }
    writer_.leave_scope();
    if (in_footnotes_) writer_.raw("</ol>\n</div>\n");
    if (writer_.out().size() > build_->options->limits.output_bytes) return false;
    document_->html = std::move(writer_.out());
    document_->relocations = std::move(html_.relocations);
    return true;
  }

 private:
  // --- shared ------------------------------------------------------------------------------------

  const Block& block_of(const cmark_node* node) const {
    return document_->blocks[node_index(node)];
  }
  bool is_plain(const cmark_node* node) const { return body_->plain.contains(node); }

  // Opens `html` on a line of its own, as a scope.
  void open_block(std::string_view html) {
    writer_.fresh_line();
    writer_.raw(html);
    writer_.enter_scope();
  }
  void close_block(std::string_view html) {
    writer_.leave_scope();
    writer_.raw(html);
  }

  // --- blocks ------------------------------------------------------------------------------------

  // Whether the children are to be visited.
  bool enter(cmark_node* node) {
    const auto type = static_cast<cmark_node_type>(node->type);
    if (CMARK_NODE_TYPE_INLINE_P(type)) return inlines_.enter(node);
    if (type == CMARK_NODE_PARAGRAPH) return enter_paragraph(node);
    if (type == CMARK_NODE_HEADING) return enter_heading(node);
    if (type == CMARK_NODE_LIST) return enter_list(node);
    if (type == CMARK_NODE_ITEM) return enter_item(node);
    if (type == CMARK_NODE_BLOCK_QUOTE) return enter_quote(node);
    if (type == CMARK_NODE_FOOTNOTE_DEFINITION) return enter_footnote();
    if (type == CMARK_NODE_TABLE) return enter_table(node);
    if (type == CMARK_NODE_TABLE_ROW) return enter_row(node);
    if (type == CMARK_NODE_TABLE_CELL) return enter_cell(node);
    if (type == CMARK_NODE_CODE_BLOCK) {
      writer_.fresh_line();
      html_.hole(RelocationKind::code_block, block_of(node).payload);
      writer_.raw("\n");
    } else if (type == CMARK_NODE_HTML_BLOCK) {
      inlines_.render_html_block(node);
    } else if (type == CMARK_NODE_THEMATIC_BREAK) {
      writer_.fresh_line();
      writer_.raw("<hr>\n");
    }
    return false;
  }

  void leave(cmark_node* node) {
    const auto type = static_cast<cmark_node_type>(node->type);
    if (CMARK_NODE_TYPE_INLINE_P(type)) {
      inlines_.leave(node);
    } else if (type == CMARK_NODE_PARAGRAPH) {
      leave_paragraph(node);
    } else if (type == CMARK_NODE_HEADING) {
      leave_heading(node);
    } else if (type == CMARK_NODE_LIST) {
      close_block(block_of(node).ordered ? "</ol>\n" : "</ul>\n");
    } else if (type == CMARK_NODE_ITEM) {
      close_block("</li>\n");
    } else if (type == CMARK_NODE_BLOCK_QUOTE) {
      close_quote(node);
    } else if (type == CMARK_NODE_FOOTNOTE_DEFINITION) {
      leave_footnote(node);
    } else if (type == CMARK_NODE_TABLE) {
      close_block(in_body_ ? "</tbody>\n</table></div>\n" : "</table></div>\n");
    } else if (type == CMARK_NODE_TABLE_ROW) {
      leave_row(node);
    } else if (type == CMARK_NODE_TABLE_CELL) {
      close_block(is_heading_cell(node) ? "</th>\n" : "</td>\n");
    }
  }

  static bool is_tight(const cmark_node* paragraph) {
    const cmark_node* item = paragraph->parent;
    return item != nullptr && item->parent != nullptr && is_type(item->parent, CMARK_NODE_LIST) &&
           item->parent->as.list.tight;
  }

  // In an alert a paragraph stands out already.
  std::string paragraph_start(const cmark_node* node) const {
    const bool quoted = is_type(node->parent, CMARK_NODE_BLOCK_QUOTE);
    const std::string_view kind = quoted ? "" : callout_kind(block_of(node).text);
    return kind.empty() ? "<p>" : fmt::format("<p class=\"callout callout-{}\">", kind);
  }

  bool enter_paragraph(cmark_node* node) {
    if (is_tight(node)) {
      writer_.enter_scope();
    } else {
      open_block(paragraph_start(node));
    }
    if (!is_plain(node)) return true;
    writer_.text(block_of(node).text);
    return false;
  }

  void leave_paragraph(cmark_node* node) {
    writer_.leave_scope();
    const cmark_node* parent = node->parent;
    if (parent != nullptr && is_type(parent, CMARK_NODE_FOOTNOTE_DEFINITION) &&
        node->next == nullptr) {
      back_references(parent);
    }
    if (!is_tight(node)) writer_.raw("</p>\n");
  }

  // The heading that stands for a call-out's title, which is no block.
  static bool is_title(const cmark_node* node) {
    return node != nullptr && is_type(node, CMARK_NODE_HEADING) && node_index(node) == kNone;
  }

  bool enter_heading(cmark_node* node) {
    if (is_title(node)) {
      writer_.enter_scope();
      return true;
    }
    writer_.fresh_line();
    writer_.raw(fmt::format("<h{}", node->as.heading.level));
    writer_.id_attribute(document_->sections[block_of(node).payload].anchor);
    if (const Index step = step_of(node); step != kNone) step_attribute(step);
    writer_.raw(">");
    writer_.enter_scope();
    if (!is_plain(node)) return true;
    writer_.text(block_of(node).text);
    return false;
  }

  void leave_heading(cmark_node* node) {
    writer_.leave_scope();
    if (is_title(node)) {
      writer_.raw("</p>\n");
      return;
    }
    const std::string anchor = escape_html(document_->sections[block_of(node).payload].anchor);
    if (!anchor.empty()) {
      writer_.raw("<a class=\"permalink\"");
      // The heading has its own id.
      if (const Index step = step_of(node); step != kNone) writer_.id_attribute(step_id(step));
      writer_.raw(fmt::format(R"( href="#{0}" aria-labelledby="{0}"></a>)", anchor));
    }
    writer_.raw(fmt::format("</h{}>\n", node->as.heading.level));
  }

  bool enter_list(cmark_node* node) {
    const Block& block = block_of(node);
    if (!block.ordered) {
      open_block("<ul>\n");
    } else if (block.number == 1) {
      open_block("<ol>\n");
    } else {
      open_block(fmt::format("<ol start=\"{}\">\n", block.number));
    }
    return true;
  }

  bool enter_item(cmark_node* node) {
    const Block& block = block_of(node);
    const Index step = step_of(node);
    writer_.fresh_line();
    writer_.raw("<li");
    if (step != kNone) {
      writer_.id_attribute(step_id(step));
      step_attribute(step);
    }
    writer_.raw(block.task ? R"( class="task">)" : ">");
    writer_.enter_scope();
    if (step != kNone) html_.hole(RelocationKind::step_link, step);
    if (block.task) {
      writer_.raw(block.checked ? R"(<input type="checkbox" checked disabled> )"
                                : R"(<input type="checkbox" disabled> )");
    }
    return true;
  }

  // The step that the item or heading is, or kNone.
  Index step_of(const cmark_node* node) const {
    const std::vector<Step>& steps = document_->steps;
    const auto found = std::ranges::lower_bound(steps, node_index(node), {}, &Step::block);
    const bool is_one = found != steps.end() && found->block == node_index(node);
    return is_one ? static_cast<Index>(found - steps.begin()) : kNone;
  }

  static std::string step_id(Index step) { return "step." + std::to_string(step + 1); }

  void step_attribute(Index step) { writer_.raw(fmt::format(" data-step=\"{}\"", step + 1)); }

  bool enter_quote(cmark_node* node) {
    const Block& block = block_of(node);
    if (block.kind != BlockKind::alert) {
      open_block("<blockquote>\n");
      return true;
    }
    open_block("<div class=\"alert alert-" + block.text +
               R"(" role="note"><p class="alert-title">)");
    if (is_title(node->first_child)) return true;
    html_.hole(RelocationKind::alert_title, node_index(node));
    writer_.raw("</p>\n");
    return true;
  }

  void close_quote(cmark_node* node) {
    close_block(block_of(node).kind == BlockKind::alert ? "</div>\n" : "</blockquote>\n");
  }

  // --- footnotes ---------------------------------------------------------------------------------

  bool enter_footnote() {
    if (!in_footnotes_) {
      in_footnotes_ = true;
      writer_.leave_scope();  // what the body's HTML left open ends before the notes
      writer_.enter_scope();
      writer_.fresh_line();
      writer_.raw("<div class=\"footnotes\">\n<ol>\n");
    }
    ++footnote_;
    open_block(fmt::format("<li id=\"{}\">\n", footnotes_.note(std::to_string(footnote_))));
    return true;
  }

  void leave_footnote(cmark_node* node) {
    writer_.leave_scope();
    const cmark_node* last = node->last_child;
    if (last == nullptr || !is_type(last, CMARK_NODE_PARAGRAPH)) back_references(node);
    writer_.fresh_line();
    writer_.raw("</li>\n");
  }

  void back_references(const cmark_node* note) {
    for (int use = 1; use <= note->footnote.def_count; ++use) {
      writer_.raw(
          fmt::format(R"( <a href="#{}" class="footnote-backref" role="doc-backlink">↩</a>)",
                      footnotes_.reference(std::to_string(footnote_), use)));
    }
  }

  // --- tables ------------------------------------------------------------------------------------

  bool enter_table(cmark_node* node) {
    in_body_ = false;
    alignments_ = cmark_gfm_extensions_get_table_alignments(node);
    columns_ = cmark_gfm_extensions_get_table_columns(node);
    const Index section = block_of(node).section;
    std::string label;
    if (section != kNone && !document_->sections[section].anchor.empty()) {
      label = R"( role="group" aria-labelledby=")" +
              escape_html(document_->sections[section].anchor) + "\"";
    }
    open_block(R"(<div class="table-scroll" tabindex="0")" + label + "><table>\n");
    return true;
  }

  bool enter_row(cmark_node* node) {
    if (block_of(node).header) {
      writer_.raw("<thead>\n");
    } else if (!in_body_) {
      in_body_ = true;
      writer_.raw("<tbody>\n");
    }
    open_block("<tr>\n");
    column_ = 0;
    if (!is_plain(node)) return true;
    writer_.raw(fmt::format("<td colspan=\"{}\">", columns_));
    writer_.text(block_of(node).text);
    writer_.raw("</td>\n");
    return false;
  }

  void leave_row(cmark_node* node) {
    close_block(block_of(node).header ? "</tr>\n</thead>\n" : "</tr>\n");
  }

  // An empty corner heads nothing, and a screen reader would announce it for every cell below.
  bool is_heading_cell(cmark_node* node) const {
    const bool empty = is_plain(node) ? block_of(node).text.empty() : node->first_child == nullptr;
    return block_of(node->parent).header && !empty;
  }

  bool enter_cell(cmark_node* node) {
    std::string tag = is_heading_cell(node) ? "<th" : "<td";
    const char alignment = static_cast<char>(alignments_[column_++]);
    if (alignment == 'l') tag += " class=\"align-left\"";
    if (alignment == 'c') tag += " class=\"align-center\"";
    if (alignment == 'r') tag += " class=\"align-right\"";
    open_block(tag + ">");
    if (!is_plain(node)) return true;
    writer_.text(block_of(node).text);
    return false;
  }

  MarkdownBuild* build_;
  const FedBody* body_;
  Document* document_;
  BodyHtml html_;
  HtmlWriter& writer_ = html_.writer;
  FootnoteIds footnotes_;
  InlineRenderer inlines_;
  int footnote_ = 0;
  bool in_footnotes_ = false;
  bool in_body_ = false;
  const std::uint8_t* alignments_ = nullptr;
  std::size_t column_ = 0;
  int columns_ = 0;
};

}  // namespace

bool render_html(MarkdownBuild& build, const FedBody& body) { return Renderer(build, body).run(); }

}  // namespace runbookc
