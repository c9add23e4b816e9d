#include "emit/page_body.h"

#include "base/path.h"
#include "base/text.h"
#include "emit/code_figure.h"
#include "emit/site_urls.h"

namespace runbookc {

namespace {

constexpr std::string_view kHref = " href=\"";
constexpr std::string_view kTitle = "\" title=\"";
constexpr std::string_view kImage = "<img ";

// What a link becomes: an address, or words that say why there is none.
struct Destination {
  std::string url;
  std::string reason;
  bool external = false;
};

class BodyWriter {
 public:
  BodyWriter(const Corpus& corpus, const SiteTree& tree, const Page& page, const Words& words)
      : corpus_(corpus),
        tree_(tree),
        page_(page),
        document_(corpus.document_of(page)),
        words_(words),
        figures_(document_, words) {}

  std::string run() {
    const std::string_view html = document_.html;
    out_.reserve(html.size() + html.size() / 4);
    for (const Relocation& relocation : document_.relocations) {
      if (relocation.offset < at_) continue;  // in an image's tag that was replaced
      copy_up_to(relocation.offset);
      fill(relocation);
    }
    copy_up_to(html.size());
    return std::move(out_);
  }

 private:
  void copy_up_to(std::size_t offset) {
    out_.append(document_.html, at_, offset - at_);
    at_ = offset;
  }

  void fill(const Relocation& relocation) {
    switch (relocation.kind) {
      case RelocationKind::link_href:
        link_begin_ = at_;
        fill_href(destination_of(relocation.index));
        break;
      case RelocationKind::image_src:
        fill_src(document_.links[relocation.index], destination_of(relocation.index));
        break;
      case RelocationKind::code_block:
        figures_.append(out_, relocation.index);
        break;
      case RelocationKind::alert_title:
        append_alert_title(document_.blocks[relocation.index]);
        break;
      case RelocationKind::step_link:
        append_step_link(relocation.index);
        break;
    }
  }

  void append_alert_title(const Block& alert) {
    const std::string_view title = alert_title(document_, alert);
    append_escaped_html(out_, title.empty() ? words_.text("alert." + alert.text) : title);
  }

  void append_step_link(Index step) {
    ((out_ += R"(<a class="permalink" href="#step.)") += std::to_string(step + 1)) +=
        R"(" aria-label=")";
    append_escaped_html(out_, words_.fill("step.link", {{"n", document_.steps[step].label}}));
    out_ += "\"></a>";
  }

  // Without an address the element stays, as HTML's placeholder link (an `a` without `href`).
  void fill_href(const Destination& to) {
    if (!to.reason.empty() && out_.ends_with(kHref)) {
      out_.resize(out_.size() - kHref.size());
      out_ += " class=\"dead";
      // The attribute's closing quote follows in the body; a title of the author's stays.
      if (document_.html.compare(at_, kTitle.size(), kTitle) == 0) return;
      out_ += "\" title=\"";
      append_escaped_html(out_, to.reason);
      return;
    }
    append_escaped_html(out_, to.reason.empty() ? to.url : "#");
  }

  void fill_src(const Link& link, const Destination& to) {
    if (to.reason.empty() && !to.external) {
      append_escaped_html(out_, to.url);
      return;
    }
    const std::size_t begin = out_.rfind(kImage);
    const std::size_t end = document_.html.find('>', at_);
    if (begin == std::string::npos || end == std::string::npos) return;
    out_.resize(begin);
    at_ = end + 1;
    const std::string_view text = link.text.empty() ? std::string_view(link.target) : link.text;
    if (!to.external) {
      append_element("span", "dead", "title", to.reason, text);
    } else if (inside_link()) {
      append_element("span", "image", "title", to.url, text);
    } else {
      append_element("a", "image", "href", to.url, text);
    }
  }

  void append_element(std::string_view tag, std::string_view css_class, std::string_view attribute,
                      std::string_view value, std::string_view text) {
    ((((out_ += '<') += tag) += " class=\"") += css_class) += "\" ";
    (out_ += attribute) += "=\"";
    append_escaped_html(out_, value);
    out_ += "\">";
    append_escaped_html(out_, text);
    ((out_ += "</") += tag) += '>';
  }

  // Whether the last link that began is still open at this place. Looks only at what lies between.
  bool inside_link() const {
    if (link_begin_ == std::string::npos) return false;
    const std::string_view html = document_.html;
    return html.substr(link_begin_, at_ - link_begin_).find("</a>") == std::string_view::npos;
  }

  Destination destination_of(Index index) const {
    const Link& link = document_.links[index];
    const ResolvedLink& to = page_.links[index];
    switch (to.outcome) {
      case LinkOutcome::external:
        return external(link);
      case LinkOutcome::page:
      case LinkOutcome::anchor_missing:
      case LinkOutcome::case_mismatch:
      case LinkOutcome::asset:
        return inside(link, to);
      case LinkOutcome::generated:
        return dead("link.unpublished", link);
      case LinkOutcome::folder:
        return folder(link, to);
      case LinkOutcome::outside_content:
        return outside(link, to);
      case LinkOutcome::target_missing:
      case LinkOutcome::escapes_root:
        return dead("link.missing", link);
    }
    return dead("link.missing", link);
  }

  Destination dead(std::string_view word, const Link& link) const {
    return {"", words_.fill(word, {{"target", link.target}}), false};
  }

  Destination external(const Link& link) const {
    auto url = external_url(link.target);
    return url ? Destination{*std::move(url), "", true} : dead("link.refused", link);
  }

  Destination inside(const Link& link, const ResolvedLink& to) const {
    if (to.asset != kNone)
      return {relative_url(page_.url, corpus_.assets[to.asset].url), "", false};
    if (to.page == kNone) return dead("link.missing", link);
    const Page& page = corpus_.pages[to.page];
    if (!page.published) return dead("link.unpublished", link);
    const bool named = to.outcome != LinkOutcome::anchor_missing;
    const std::string anchor = named ? fragment(to.anchor) : "";
    if (page.url == page_.url && !anchor.empty()) return {anchor, "", false};
    return {relative_url(page_.url, page.url) + anchor, "", false};
  }

  Destination folder(const Link& link, const ResolvedLink& to) const {
    const Index found = tree_.find_in_project(corpus_, to.path);
    if (found == kNone) return dead("link.unpublished", link);
    return {relative_url(page_.url, tree_.folder(found).url), "", false};
  }

  Destination outside(const Link& link, const ResolvedLink& to) const {
    std::string url = edit_page_url(corpus_.config.site.edit_url, to.path);
    return url.empty() ? dead("link.unpublished", link) : Destination{std::move(url), "", true};
  }

  const Corpus& corpus_;
  const SiteTree& tree_;
  const Page& page_;
  const Document& document_;
  const Words& words_;
  CodeFigures figures_;
  std::string out_;
  std::size_t at_ = 0;  // in Document::html
  std::size_t link_begin_ = std::string::npos;
};

}  // namespace

std::string page_body(const Corpus& corpus, const SiteTree& tree, const Page& page,
                      const Words& words) {
  return BodyWriter(corpus, tree, page, words).run();
}

}  // namespace runbookc
