// Renders the inline nodes of cmark's tree, and raw HTML, as safe HTML.
#pragma once

#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "parse/body_html.h"
#include "parse/cmark_setup.h"
#include "parse/footnote_ids.h"
#include "parse/html_policy.h"
#include "parse/html_writer.h"
#include "parse/markdown_build.h"

namespace runbookc {

class InlineRenderer {
 public:
  // All of them must outlive this.
  InlineRenderer(const MarkdownBuild& build, BodyHtml& html, const FootnoteIds& footnotes)
      : build_(&build), html_(&html), writer_(&html.writer), footnotes_(&footnotes) {}

  // Whether the children are to be visited.
  bool enter(cmark_node* node);
  void leave(cmark_node* node);
  void render_html_block(cmark_node* node);

 private:
  void title_attribute(std::string_view title);
  void footnote_reference(cmark_node* node);
  void open_mark(cmark_node_type type);
  bool is_opaque(Index link) const;
  bool enter_image(cmark_node* node);
  void enter_link(cmark_node* node);
  void open_anchor(Index link, std::string_view title);
  void leave_link(cmark_node* node);
  void render_text(cmark_node* node);
  void render_raw_html(cmark_node* node, bool in_line);
  void render_tag(const HtmlToken& tag, std::string_view source, bool in_line, Index& link);
  void write_tag(const HtmlToken& tag, Index link);
  bool is_heading_anchor(const std::string& name);

  const MarkdownBuild* build_;
  BodyHtml* html_;
  HtmlWriter* writer_;  // its
  const FootnoteIds* footnotes_;
  std::vector<const cmark_node*> real_links_;  // open ones
  std::unordered_set<std::string> heading_anchors_;
};

}  // namespace runbookc
