// Writes HTML that stays balanced whatever tags an author's raw HTML opens and closes.
#pragma once

#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "parse/html_policy.h"

namespace runbookc {

class HtmlWriter {
 public:
  std::string& out() { return out_; }
  const std::string& out() const { return out_; }

  void raw(std::string_view html) { out_.append(html); }
  void text(std::string_view plain);
  // A line feed, unless one is there.
  void fresh_line();

  // What an author opens after enter_scope() is closed by leave_scope() at the latest.
  void enter_scope() {
    scopes_.push_back(tags_.size());
    ended_.emplace_back();
  }
  void leave_scope();
  bool is_open(std::string_view name) const;

  // Whether the tag fits here (`in_line`: within a paragraph); else it is to be shown as text.
  // Ends what the tag ends by itself.
  bool can_open(const HtmlToken& tag, bool in_line);
  void push(std::string_view name);
  // False if no such tag is open in this scope.
  bool close(std::string_view name);
  // Ends what an HTML block leaves open but cannot hold other blocks; close() then takes the tag
  // that would have ended it, without writing it.
  void end_html_block();

  // An ` id="…"` attribute, or nothing if the page has that id already.
  void id_attribute(std::string_view id);

 private:
  std::size_t scope() const { return scopes_.empty() ? 0 : scopes_.back(); }
  void close_down_to(std::size_t size);

  std::string out_;
  std::vector<std::string> tags_;  // open tags of authors
  std::vector<std::size_t> scopes_;
  std::vector<std::vector<std::string>> ended_;  // by scope: what end_html_block() closed early
  std::unordered_set<std::string> ids_;
};

}  // namespace runbookc
