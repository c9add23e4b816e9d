#include "parse/cmark_inlines.h"

#include <algorithm>

#include "base/text.h"
#include "parse/directives.h"
#include "parse/hidden_tags.h"
#include "parse/html_policy.h"
#include "parse/markdown_bare_url.h"
#include "parse/markdown_link_syntax.h"
#include "parse/markdown_shortcode.h"
#include "parse/markdown_undefined.h"

namespace runbookc {
namespace {

void drop_hidden_signs(cmark_node* node) {
  const std::string_view literal = node_literal(node);
  if (has_hidden_sign(literal)) cmark_node_set_literal(node, without_hidden(literal).c_str());
}

bool is_link(const cmark_node* node) {
  return is_type(node, CMARK_NODE_LINK) || is_type(node, CMARK_NODE_IMAGE);
}

class InlineReader {
 public:
  InlineReader(MarkdownBuild& build, cmark_node* leaf, const ContentMap& map)
      : build_(&build),
        leaf_(leaf),
        map_(&map),
        content_(buffer_text(leaf->content)),
        shift_(leaf->start_column - 1 + leaf->internal_offset),
        is_heading_(is_type(leaf, CMARK_NODE_HEADING)) {}

  InlineText run() {
    text_.text.reserve(content_.size());
    cmark_node* node = leaf_->first_child;
    while (node != nullptr) {
      enter(node);
      if (node->first_child != nullptr) {
        node = node->first_child;
        continue;
      }
      while (node != leaf_ && node->next == nullptr) {
        if (is_link(node)) leave_link(node);
        node = node->parent;
      }
      if (node == leaf_) break;
      if (is_link(node)) leave_link(node);
      node = node->next;
    }
    find_shortcode_links(*build_, content_, *map_, skipped_);
    find_undefined_references(*build_, content_, *map_, skipped_);
    return std::move(text_);
  }

 private:
  struct OpenLink {
    Index index = kNone;
    std::size_t begin = 0;
    std::size_t text_begin = 0;
    bool autolink = false;
    bool image = false;
  };

  void enter(cmark_node* node) {
    catch_up(node);
    const auto type = static_cast<cmark_node_type>(node->type);
    if (type == CMARK_NODE_TEXT) {
      read_text(node);
    } else if (type == CMARK_NODE_CODE) {
      read_code(node);
    } else if (is_break(node)) {
      read_break(type == CMARK_NODE_LINEBREAK);
    } else if (type == CMARK_NODE_HTML_INLINE) {
      read_raw_html(node);
    } else if (is_link(node)) {
      enter_link(node);
    }
  }

  std::size_t clamp(std::int64_t offset) const {
    return static_cast<std::size_t>(
        std::clamp<std::int64_t>(offset, 0, static_cast<std::int64_t>(content_.size())));
  }
  // Offsets of the content from cmark's columns: of the first byte, and of the one past the last.
  std::size_t begin_of(const cmark_node* node) const {
    return clamp(static_cast<std::int64_t>(base_) + node->start_column - 1 - shift_);
  }
  std::size_t end_of(const cmark_node* node) const {
    return clamp(static_cast<std::int64_t>(base_) + node->end_column - shift_);
  }

  // Breaks that cmark noticed and then threw away, as in a footnote's label.
  void catch_up(const cmark_node* node) {
    if (is_link(node) || node->start_line == 0) return;
    while (breaks_ < node->start_line - leaf_->start_line && notice_break()) ++breaks_;
  }

  bool notice_break() {
    const std::size_t end = content_.find('\n', cursor_);
    if (end == std::string_view::npos) return false;
    cursor_ = end + 1;
    base_ = cursor_;
    return true;
  }

  void add_text(std::string_view text) {
    text_.text.append(text);
    if (is_heading_ && images_ == 0) text_.slug_text.append(text);
  }

  void read_break(bool hard) {
    add_text(" ");
    const std::size_t end = content_.find('\n', cursor_);
    if (end == std::string_view::npos) return;
    if (hard && end > 0 && content_[end - 1] == '\\') {
      cursor_ = end + 1;  // a break that cmark does not count
    } else if (notice_break()) {
      ++breaks_;
    }
  }

  void read_text(cmark_node* node) {
    drop_hidden(node);
    const std::string_view text = node_literal(node);
    add_text(text);
    if (!links_.empty() || open_html_ != kNone) return;
    const cmark_node* before = node->prev;
    const bool closed_off =
        before != nullptr && (is_link(before) || is_type(before, CMARK_NODE_CODE));
    const auto found = find_bare_urls(text, closed_off ? 'x' : ' ');
    if (found.empty()) return;
    std::vector<BareRange> ranges;
    std::size_t from = std::max(cursor_, node->start_column > 0 ? begin_of(node) : 0);
    for (const BareUrl& url : found) {
      const std::string_view shown = text.substr(url.begin, url.end - url.begin);
      Link link;
      link.kind = LinkKind::bare;
      link.target = url.target;
      link.text = std::string(shown);
      std::size_t end = from;
      link.span = locate(shown, from, end);
      link.target_span = link.span;
      if (end > from) skipped_.push_back({end - shown.size(), end});
      from = end;
      ranges.push_back({url.begin, url.end, build_->add_link(std::move(link))});
    }
    build_->bare_urls.push_back(std::move(ranges));
    set_node_index(node, static_cast<Index>(build_->bare_urls.size() - 1));
  }

  void drop_hidden(cmark_node* node) const {
    if (build_->lines->has_hidden()) drop_hidden_signs(node);
  }

  // The span of `shown` in the content from `from` on; it may be written with escapes there.
  Span locate(std::string_view shown, std::size_t from, std::size_t& end) const {
    std::size_t at = content_.find(shown, from);
    if (at != std::string_view::npos) {
      end = at + shown.size();
      return map_->span(at, end);
    }
    at = content_.find(shown.substr(0, std::min<std::size_t>(shown.size(), 4)), from);
    if (at == std::string_view::npos) at = std::min(from, content_.size());
    const std::size_t stop = std::min(content_.find_first_of(" \t\n<", at), content_.size());
    return map_->span(at, stop);
  }

  void read_code(cmark_node* node) {
    drop_hidden(node);
    add_text(node_literal(node));
    const std::size_t end = std::max(end_of(node), cursor_);
    const std::size_t after = std::min(content_.find_first_not_of('`', end), content_.size());
    skipped_.push_back({begin_of(node), after});
    cursor_ = after;
  }

  void read_raw_html(cmark_node* node) {
    const std::size_t begin = begin_of(node);
    const std::size_t size = node_literal(node).size();
    read_html(*build_, node, *map_, begin);
    cursor_ = std::max(cursor_, begin + size);
    skipped_.push_back({begin, cursor_});
    track_html_link(node);
  }

  // The text and the end of `<a href>…</a>` are those of the whole element.
  void track_html_link(cmark_node* node) {
    const std::string_view literal = node_literal(node);
    const bool closes = equals_ignoring_case(literal.substr(0, 3), "</a");
    if (closes && open_html_ != kNone) {
      Link& link = build_->document->links[open_html_];
      link.text = collapse_space(std::string_view(text_.text).substr(html_text_begin_));
      link.span.end = map_->end_position(cursor_);
      open_html_ = kNone;
    } else if (const Index index = node_index(node);
               index != kNone && !build_->document->links[index].image) {
      open_html_ = index;
      html_text_begin_ = text_.text.size();
    }
  }

  void enter_link(cmark_node* node) {
    OpenLink open;
    open.image = is_type(node, CMARK_NODE_IMAGE);
    open.text_begin = text_.text.size();
    open.autolink = is_autolink(node);
    open.begin = open.autolink ? clamp(node->start_column - 1) : find_opening(node, open.image);
    Link link;
    link.image = open.image;
    link.target = std::string(chunk_text(node->as.link.url));
    link.kind = open.autolink ? LinkKind::autolink : LinkKind::inline_link;
    link.span.start = map_->position(open.begin);
    link.span.end = link.span.start;
    open.index = build_->add_link(std::move(link));
    set_node_index(node, open.index);
    if (open.image) ++images_;
    cursor_ = std::max(cursor_, open.begin + 1);
    links_.push_back(open);
  }

  // An autolink's columns count from the start of the content, whatever the line.
  bool is_autolink(const cmark_node* node) const {
    const std::size_t begin = clamp(node->start_column - 1);
    const std::size_t end = clamp(node->end_column);
    const cmark_node* child = node->first_child;
    return is_type(node, CMARK_NODE_LINK) && child != nullptr && child == node->last_child &&
           is_type(child, CMARK_NODE_TEXT) && begin >= cursor_ && end > begin + 2 &&
           content_[begin] == '<' && content_[end - 1] == '>' &&
           content_.substr(begin + 1, end - begin - 2).find_first_of("<> \n") ==
               std::string_view::npos;
  }

  std::size_t find_opening(const cmark_node* node, bool image) const {
    const std::string_view mark = image ? "![" : "[";
    const std::size_t begin = begin_of(node);
    if (begin >= cursor_ && content_.substr(begin, mark.size()) == mark) return begin;
    std::size_t at = content_.find(mark, cursor_);
    while (at != std::string_view::npos && is_escaped(content_, at)) {
      at = content_.find(mark, at + 1);
    }
    return at == std::string_view::npos ? std::min(cursor_, content_.size()) : at;
  }

  void leave_link(cmark_node* node) {
    if (links_.empty()) return;
    const OpenLink open = links_.back();
    links_.pop_back();
    if (open.image) --images_;
    const std::size_t end = link_end(node, open);
    if (open.index != kNone) {
      Link& link = build_->document->links[open.index];
      link.text = collapse_space(std::string_view(text_.text).substr(open.text_begin));
      link.span.end = map_->end_position(end);
      set_target(link, open, end);
    }
    cursor_ = std::max(cursor_, end);
    skipped_.push_back({open.begin, cursor_});
  }

  std::size_t link_end(const cmark_node* node, const OpenLink& open) const {
    const std::size_t end = open.autolink ? clamp(node->end_column) : end_of(node);
    const bool ends_well =
        end > open.begin && end >= cursor_ &&
        std::string_view(")]>").find(content_[end - 1]) != std::string_view::npos;
    if (ends_well) return end;
    const std::size_t found = content_.find_first_of(")]", cursor_);
    return found == std::string_view::npos ? content_.size() : found + 1;
  }

  void set_target(Link& link, const OpenLink& open, std::size_t end) const {
    link.target_span = link.span;
    if (open.autolink) {
      link.target_span = map_->span(open.begin + 1, end - 1);
    } else if (content_[end - 1] == ')') {
      set_inline_target(link, end);
    } else {
      link.kind = LinkKind::reference;
      // A link whose opening was not found begins where the text ends.
      const std::size_t text_begin = std::min(open.begin + (open.image ? 2 : 1), end - 1);
      if (const auto span = build_->definitions->target(label_of(text_begin, end))) {
        link.target_span = *span;
      }
    }
    build_->judge_target(link);
  }

  // The destination of the `](…)` that ends exactly where the link ends.
  void set_inline_target(Link& link, std::size_t end) const {
    std::size_t at = content_.find("](", cursor_ > 0 ? cursor_ - 1 : 0);
    for (; at != std::string_view::npos && at < end; at = content_.find("](", at + 1)) {
      const std::size_t begin = std::min(content_.find_first_not_of(" \t\n\v\f\r", at + 2), end);
      const auto found = scan_destination(content_, begin);
      if (!found || found->after >= end) continue;
      std::size_t after = content_.find_first_not_of(" \t\n\v\f\r", found->after);
      if (after != found->after && after < end) after = scan_title(content_, after);
      after = content_.find_first_not_of(" \t\n\v\f\r", std::min(after, end));
      if (after + 1 != end) continue;
      link.target_span = map_->span(found->begin, found->end);
      return;
    }
  }

  std::string_view label_of(std::size_t text_begin, std::size_t end) const {
    std::size_t open = end - 1;
    while (open > text_begin && (content_[open - 1] != '[' || is_escaped(content_, open - 1))) {
      --open;
    }
    const bool second = open > text_begin + 1 && content_[open - 2] == ']';
    if (second && open < end - 1) return content_.substr(open, end - 1 - open);
    const std::size_t text_end = second ? open - 2 : end - 1;
    return content_.substr(text_begin, text_end - std::min(text_begin, text_end));
  }

  MarkdownBuild* build_;
  cmark_node* leaf_;
  const ContentMap* map_;
  std::string_view content_;
  int shift_;
  std::size_t base_ = 0;    // offset after the last line ending that cmark noticed
  std::size_t cursor_ = 0;  // nothing that is still to come stands before it
  int breaks_ = 0;
  int images_ = 0;
  bool is_heading_;
  std::vector<OpenLink> links_;
  Index open_html_ = kNone;
  std::size_t html_text_begin_ = 0;
  std::vector<ContentRange> skipped_;  // code, raw HTML and links
  InlineText text_;
};

void report_unknown_tag(MarkdownBuild& build, const HtmlToken& token, Span span,
                        std::string_view source) {
  build.add_problem(
      ProblemKind::vanishing_html, span,
      "'" + std::string(source) + "' reads as an HTML tag, which other renderers drop",
      "put it in backticks, or write '\\<' for '<'", std::string(source));
  Problem& problem = build.document->problems.back();
  problem.has_replacement = token.range.size() > 0 && span.start.line == span.end.line &&
                            source.find('`') == std::string_view::npos;
  if (problem.has_replacement) problem.replacement = "`" + std::string(source) + "`";
}

Index add_html_link(MarkdownBuild& build, const HtmlToken& token, const ContentMap& map,
                    std::size_t begin) {
  Link link;
  link.kind = LinkKind::html;
  link.image = token.name == "img";
  link.target = token.href;
  link.text = token.alt;
  link.span = map.span(begin + token.range.begin, begin + token.range.end);
  link.target_span = map.span(begin + token.href_range.begin, begin + token.href_range.end);
  build.judge_target(link);
  return build.add_link(std::move(link));
}

void add_directive(MarkdownBuild& build, std::string_view comment, const ContentMap& map,
                   std::size_t begin) {
  auto directive = read_directive(comment, [&](std::size_t from, std::size_t to) {
    return map.span(begin + from, begin + to);
  });
  if (directive) build.document->directives.push_back(*std::move(directive));
}

}  // namespace

void read_html(MarkdownBuild& build, cmark_node* node, const ContentMap& map, std::size_t begin) {
  const std::string_view html = node_literal(node);
  Index first = kNone;
  for (const HtmlToken& token : scan_html(html)) {
    const std::string_view source = html.substr(token.range.begin, token.range.size());
    if (token.kind == HtmlTokenKind::refused_tag && !token.closing && !token.name.empty() &&
        !is_html_element(token.name)) {
      const Span span = map.span(begin + token.range.begin, begin + token.range.end);
      report_unknown_tag(build, token, span, source);
    }
    if (token.kind == HtmlTokenKind::comment)
      add_directive(build, source, map, begin + token.range.begin);
    if (token.kind != HtmlTokenKind::allowed_tag || token.closing) continue;
    if (token.has_href) {
      const Index index = add_html_link(build, token, map, begin);
      if (first == kNone) first = index;
    }
    if (!token.anchor.empty()) {
      const Span span = map.span(begin + token.range.begin, begin + token.range.end);
      build.document->anchors.push_back({token.anchor, span});
    }
  }
  set_node_index(node, first);
  if (build.lines->has_hidden()) drop_hidden_signs(node);
}

InlineText read_inlines(MarkdownBuild& build, cmark_node* leaf, const ContentMap& map) {
  return InlineReader(build, leaf, map).run();
}

void set_node_index(cmark_node* node, Index index) {
  // NOLINTNEXTLINE(*-reinterpret-cast,performance-no-int-to-ptr): cmark's slot for such a number
  node->user_data = index == kNone ? nullptr : reinterpret_cast<void*>(std::uintptr_t{index} + 1);
}

Index node_index(const cmark_node* node) {
  // NOLINTNEXTLINE(*-reinterpret-cast): see set_node_index
  const auto value = reinterpret_cast<std::uintptr_t>(node->user_data);
  return value == 0 ? kNone : static_cast<Index>(value - 1);
}

cmark_node* next_after(cmark_node* node, const cmark_node* root) {
  while (node != root && node->next == nullptr) node = node->parent;
  return node == root ? nullptr : node->next;
}

}  // namespace runbookc
