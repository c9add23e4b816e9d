#include "parse/cmark_render_inlines.h"

#include <fmt/format.h>

#include "parse/cmark_inlines.h"
#include "parse/hidden_tags.h"

namespace runbookc {
namespace {

std::string_view mark_name(cmark_node_type type) {
  if (type == CMARK_NODE_EMPH) return "em";
  return type == CMARK_NODE_STRONG ? "strong" : "del";
}

bool is_mark(cmark_node_type type) {
  return type == CMARK_NODE_EMPH || type == CMARK_NODE_STRONG || type == CMARK_NODE_STRIKETHROUGH;
}

// Whether a link or image becomes one, rather than the text that was written.
bool is_shown(const cmark_node* node) {
  return node_index(node) != kNone && !is_unsafe_target(chunk_text(node->as.link.url));
}

}  // namespace

void InlineRenderer::title_attribute(std::string_view title) {
  if (title.empty()) return;
  writer_->raw(" title=\"");
  writer_->text(without_hidden(title));
  writer_->raw("\"");
}

void InlineRenderer::footnote_reference(cmark_node* node) {
  const std::string number(node_literal(node));
  writer_->raw(fmt::format(
      R"(<sup class="footnote-ref"><a href="#{0}" id="{2}" role="doc-noteref">{1}</a></sup>)",
      footnotes_->note(number), number, footnotes_->reference(number, node->footnote.ref_ix)));
}

bool InlineRenderer::enter(cmark_node* node) {
  const auto type = static_cast<cmark_node_type>(node->type);
  if (type == CMARK_NODE_TEXT) {
    render_text(node);
  } else if (type == CMARK_NODE_SOFTBREAK) {
    writer_->raw("\n");
  } else if (type == CMARK_NODE_LINEBREAK) {
    writer_->raw("<br>\n");
  } else if (type == CMARK_NODE_CODE) {
    writer_->raw("<code>");
    writer_->text(node_literal(node));
    writer_->raw("</code>");
  } else if (type == CMARK_NODE_HTML_INLINE) {
    render_raw_html(node, true);
  } else if (type == CMARK_NODE_FOOTNOTE_REFERENCE) {
    footnote_reference(node);
  } else if (type == CMARK_NODE_IMAGE) {
    return enter_image(node);
  } else if (type == CMARK_NODE_LINK) {
    enter_link(node);
  } else {
    open_mark(type);
  }
  return true;
}

void InlineRenderer::open_mark(cmark_node_type type) {
  if (!is_mark(type)) return;
  writer_->raw(fmt::format("<{}>", mark_name(type)));
  writer_->enter_scope();
}

void InlineRenderer::leave(cmark_node* node) {
  const auto type = static_cast<cmark_node_type>(node->type);
  if (is_mark(type)) {
    writer_->leave_scope();
    writer_->raw(fmt::format("</{}>", mark_name(type)));
  } else if (type == CMARK_NODE_LINK || (type == CMARK_NODE_IMAGE && !is_shown(node))) {
    leave_link(node);
  }
}

// What its target is only the tool knows that executes the tag in it.
bool InlineRenderer::is_opaque(Index link) const {
  return link != kNone && build_->document->links[link].kind == LinkKind::opaque;
}

bool InlineRenderer::enter_image(cmark_node* node) {
  const Index index = node_index(node);
  if (is_opaque(index)) {
    writer_->text(build_->document->links[index].text);
    return false;
  }
  if (!is_shown(node)) {
    writer_->raw("![");
    writer_->enter_scope();
    return true;
  }
  writer_->raw("<img src=\"");
  html_->hole(RelocationKind::image_src, index);
  writer_->raw("\" alt=\"");
  writer_->text(build_->document->links[index].text);
  writer_->raw("\"");
  title_attribute(chunk_text(node->as.link.title));
  writer_->raw(" loading=\"lazy\">");
  return false;
}

void InlineRenderer::enter_link(cmark_node* node) {
  if (!is_shown(node)) {
    writer_->raw("[");
  } else if (!writer_->is_open("a") && !is_opaque(node_index(node))) {
    open_anchor(node_index(node), chunk_text(node->as.link.title));
    real_links_.push_back(node);
  }
  writer_->enter_scope();
}

void InlineRenderer::open_anchor(Index link, std::string_view title) {
  writer_->raw("<a href=\"");
  html_->hole(RelocationKind::link_href, link);
  writer_->raw("\"");
  title_attribute(title);
  writer_->raw(">");
}

void InlineRenderer::leave_link(cmark_node* node) {
  writer_->leave_scope();
  if (!is_shown(node)) {
    writer_->raw("](");
    writer_->text(chunk_text(node->as.link.url));
    writer_->raw(")");
  } else if (!real_links_.empty() && real_links_.back() == node) {
    real_links_.pop_back();
    writer_->raw("</a>");
  }
}

void InlineRenderer::render_text(cmark_node* node) {
  const std::string_view text = node_literal(node);
  std::size_t done = 0;
  if (const Index index = node_index(node); index != kNone && !writer_->is_open("a")) {
    for (const BareRange& range : build_->bare_urls[index]) {
      if (range.link == kNone) continue;
      writer_->text(text.substr(done, range.begin - done));
      open_anchor(range.link, {});
      writer_->text(text.substr(range.begin, range.end - range.begin));
      writer_->raw("</a>");
      done = range.end;
    }
  }
  writer_->text(text.substr(done));
}

void InlineRenderer::render_html_block(cmark_node* node) {
  writer_->fresh_line();
  render_raw_html(node, false);
  writer_->end_html_block();
  writer_->fresh_line();
}

void InlineRenderer::render_raw_html(cmark_node* node, bool in_line) {
  const std::string_view html = node_literal(node);
  Index link = node_index(node);
  for (const HtmlToken& token : scan_html(html)) {
    const std::string_view source = html.substr(token.range.begin, token.range.size());
    if (token.kind == HtmlTokenKind::text) writer_->text(decode_html(source));
    if (token.kind == HtmlTokenKind::refused_tag) writer_->text(source);
    if (token.kind == HtmlTokenKind::allowed_tag) render_tag(token, source, in_line, link);
  }
}

// `link`: the index of the next link among the tokens.
void InlineRenderer::render_tag(const HtmlToken& tag, std::string_view source, bool in_line,
                                Index& link) {
  if (tag.closing) {
    if (!writer_->close(tag.name)) writer_->text(source);
    return;
  }
  Index own = kNone;
  if (tag.has_href && link != kNone && link < build_->document->links.size()) own = link++;
  const bool nested_link = tag.name == "a" && (writer_->is_open("a") || !real_links_.empty());
  if (nested_link || is_unsafe_target(tag.href) || !writer_->can_open(tag, in_line)) {
    writer_->text(source);
    return;
  }
  write_tag(tag, own);
  if (!is_void_element(tag.name)) writer_->push(tag.name);
}

void InlineRenderer::write_tag(const HtmlToken& tag, Index link) {
  writer_->raw("<" + tag.name);
  writer_->id_attribute(is_heading_anchor(tag.anchor) ? "" : tag.anchor);
  if (link != kNone && !is_opaque(link)) {
    writer_->raw(tag.name == "img" ? " src=\"" : " href=\"");
    html_->hole(tag.name == "img" ? RelocationKind::image_src : RelocationKind::link_href, link);
    writer_->raw("\"");
  }
  writer_->raw(tag.attribute_html);
  if (tag.name == "img") {
    writer_->raw(" alt=\"");
    writer_->text(tag.alt);
    writer_->raw(R"(" loading="lazy")");
  }
  writer_->raw(">");
}

bool InlineRenderer::is_heading_anchor(const std::string& name) {
  if (name.empty()) return false;
  if (heading_anchors_.empty()) {
    for (const Section& section : build_->document->sections)
      heading_anchors_.insert(section.anchor);
  }
  return heading_anchors_.contains(name);
}

}  // namespace runbookc
