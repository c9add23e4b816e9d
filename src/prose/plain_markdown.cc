#include "prose/plain_markdown.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "base/text.h"

namespace runbookc {
namespace {

class PlainText {
 public:
  explicit PlainText(std::string_view line) : line_(line) {}

  std::string run() {
    while (at_ < line_.size()) step();
    return collapse_space(out_);
  }

 private:
  void step() {
    const char c = line_[at_];
    if (c == '\\') {
      take_escaped();
    } else if (c == '*' || c == '`' || (c == '_' && !is_inner())) {
      ++at_;
    } else if (c == '[' && link_end() > 0) {
      take_link(link_end());
    } else if (c == '<' && tag_length() > 0) {
      take_tag(tag_length());
    } else {
      out_ += c;
      ++at_;
    }
  }

  void take_escaped() {
    if (at_ + 1 < line_.size()) out_ += line_[at_ + 1];
    at_ += 2;
  }

  // snake_case keeps its underscore.
  bool is_inner() const {
    return at_ > 0 && at_ + 1 < line_.size() && is_word(line_[at_ - 1]) && is_word(line_[at_ + 1]);
  }

  // Of the text of a link that begins here: its `]`, if an address follows it; 0 if none does. The
  // next bracket of either kind decides, so that a line of brackets costs no more than its length.
  std::size_t link_end() const {
    const std::size_t close = line_.find_first_of("[]", at_ + 1);
    if (close == std::string_view::npos || line_[close] != ']') return 0;
    return line_.substr(close + 1, 1) == "(" ? close : 0;
  }

  void take_link(std::size_t close) {
    out_ += plain_markdown_text(line_.substr(at_ + 1, close - at_ - 1));
    const std::size_t end = line_.find(')', close);
    at_ = end == std::string_view::npos ? line_.size() : end + 1;
  }

  // What is left of a link's text: it has no brackets.
  static std::string plain_markdown_text(std::string_view text) {
    std::string out;
    std::ranges::copy_if(text, std::back_inserter(out),
                         [](char c) { return c != '*' && c != '`'; });
    return out;
  }

  // Of `<br>` or `<a@b.example>`, brackets included; 0 for any other.
  std::size_t tag_length() const {
    constexpr std::size_t kLongest = 120;
    const std::string_view rest = line_.substr(at_, kLongest);
    const std::size_t close = rest.find_first_of("> ", 1);
    return close == std::string_view::npos || rest[close] != '>' ? 0 : close + 1;
  }

  void take_tag(std::size_t length) {
    const std::string_view inner = line_.substr(at_ + 1, length - 2);
    constexpr std::array<std::string_view, 3> kBreaks = {"br", "br/", "br /"};
    if (std::ranges::find(kBreaks, lower_ascii(inner)) != kBreaks.end()) {
      out_ += ' ';
    } else if (inner.find('@') != std::string_view::npos ||
               inner.find(':') != std::string_view::npos) {
      out_ += inner;
    } else {
      out_ += line_.substr(at_, length);
    }
    at_ += length;
  }

  std::string_view line_;
  std::size_t at_ = 0;
  std::string out_;
};

}  // namespace

std::string plain_markdown(std::string_view line) { return PlainText(line).run(); }

}  // namespace runbookc
