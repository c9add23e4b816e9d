#include "parse/html_writer.h"

#include <algorithm>

#include "base/text.h"

namespace runbookc {
namespace {

constexpr std::size_t kDeepest = 64;  // browsers flatten far deeper trees, others overflow
constexpr std::string_view kHoldBlocks =
    "blockquote caption dd details div dl dt figcaption figure li ol summary table tbody td tfoot "
    "th thead tr ul";

}  // namespace

void HtmlWriter::text(std::string_view plain) { append_escaped_html(out_, plain); }

void HtmlWriter::fresh_line() {
  if (!out_.empty() && out_.back() != '\n') out_.push_back('\n');
}

void HtmlWriter::close_down_to(std::size_t size) {
  while (tags_.size() > size) {
    out_ += "</" + tags_.back() + ">";
    tags_.pop_back();
  }
}

void HtmlWriter::leave_scope() {
  close_down_to(scope());
  scopes_.pop_back();
  ended_.pop_back();
}

bool HtmlWriter::is_open(std::string_view name) const {
  return std::ranges::find(tags_, name) != tags_.end();
}

bool HtmlWriter::can_open(const HtmlToken& tag, bool in_line) {
  if (in_line && !is_inline_element(tag.name)) return false;
  if (is_void_element(tag.name)) return true;
  if (tags_.size() >= kDeepest || (tag.name == "a" && is_open("a"))) return false;
  std::size_t top = tags_.size();
  while (top > scope() && has_name(implied_ends(tag.name), tags_[top - 1])) --top;
  const std::string_view parents = required_parents(tag.name);
  if (!parents.empty() && (top == scope() || !has_name(parents, tags_[top - 1]))) return false;
  close_down_to(top);
  return true;
}

void HtmlWriter::push(std::string_view name) { tags_.emplace_back(name); }

bool HtmlWriter::close(std::string_view name) {
  for (std::size_t at = tags_.size(); at > scope(); --at) {
    if (tags_[at - 1] != name) continue;
    close_down_to(at - 1);
    return true;
  }
  if (ended_.empty()) return false;
  const auto early = std::ranges::find(ended_.back(), name);
  if (early == ended_.back().end()) return false;
  ended_.back().erase(early);
  return true;
}

void HtmlWriter::end_html_block() {
  for (std::size_t at = scope(); at < tags_.size(); ++at) {
    if (has_name(kHoldBlocks, tags_[at])) continue;
    if (!ended_.empty() && ended_.back().size() < kDeepest) ended_.back().push_back(tags_[at]);
    close_down_to(at);
  }
}

void HtmlWriter::id_attribute(std::string_view id) {
  if (id.empty() || !ids_.emplace(id).second) return;
  out_ += " id=\"";
  text(id);
  out_ += "\"";
}

}  // namespace runbookc
