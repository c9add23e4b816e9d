#include "parse/opaque_tags.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <span>

#include "parse/attribute_list.h"
#include "parse/code_span_reader.h"
#include "parse/jsx_module.h"
#include "parse/jsx_tag.h"
#include "parse/markdown_link_syntax.h"
#include "parse/prose_lines.h"

namespace runbookc {
namespace {

constexpr std::size_t kMostBytes = 4096;  // of one tag

struct Marks {
  std::string_view open;
  std::string_view close;
  std::string_view shown;      // behind the opening mark: it is to be shown as it stands
  std::string_view shown_end;  // before the closing mark, then; may be none
};

constexpr std::array<Marks, 2> kShortcodes = {
    {{"{{<", ">}}", "/*", "*/"}, {"{{%", "%}}", "/*", "*/"}}};
constexpr std::array<Marks, 1> kErb = {{{"<%", "%>", "%", ""}}};

ByteRange range_of(std::size_t begin, std::size_t end) {
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

std::span<const Marks> marks_of(TagSyntax syntax) {
  if (syntax == TagSyntax::shortcodes) return kShortcodes;
  if (syntax == TagSyntax::erb) return kErb;
  return {};
}

class TagScan {
 public:
  TagScan(std::string_view text, TagSyntax syntax)
      : text_(text), syntax_(syntax), marks_(marks_of(syntax)), code_(text) {}

  std::vector<OpaqueTag> run() {
    if (syntax_ == TagSyntax::jsx) begin_line(0);
    while ((at_ = text_.find_first_of(syntax_ == TagSyntax::jsx ? "{<`\n" : "{<`", at_)) !=
           std::string_view::npos) {
      step();
    }
    return std::move(tags_);
  }

 private:
  void step() {
    if (text_[at_] == '\n') {
      begin_line(at_ + 1);
    } else if (text_[at_] == '`') {
      take_shown_marks(code_.end(at_));
    } else if (!take_tag()) {
      ++at_;
    }
  }

  void add(std::size_t begin, std::size_t end, ByteRange inner) {
    tags_.push_back({range_of(begin, end), inner});
    at_ = end;
  }

  bool take_tag() {
    if (at_ >= reach_) enter_prose();
    if (is_fence_) return false;
    if (syntax_ == TagSyntax::jsx) return take_jsx();
    if (syntax_ == TagSyntax::attribute_lists) return take_attributes();
    return std::ranges::any_of(marks_, [this](const Marks& marks) { return take_marked(marks); });
  }

  void enter_prose() {
    const std::size_t begin = text_.rfind('\n', at_) + 1;
    const std::string_view line = text_.substr(begin, text_.find('\n', begin) - begin);
    is_fence_ = is_fence_line(line);
    reach_ = is_fence_ ? begin + line.size() : prose_end(text_, at_);
  }

  bool take_marked(const Marks& marks) {
    if (text_.substr(at_, marks.open.size()) != marks.open) return false;
    const std::size_t begin = at_ + marks.open.size();
    const std::string_view window = text_.substr(begin, std::min(kMostBytes, reach_ - begin));
    if (window.starts_with(marks.shown)) return take_shown(marks, reach_);
    // Only up to the next opening mark: a row of them is read once.
    const std::size_t close = window.substr(0, window.find(marks.open)).find(marks.close);
    if (close == std::string_view::npos) return false;
    add(at_, begin + close + marks.close.size(), range_of(begin, begin + close));
    return true;
  }

  // The marks within the marks, which take the meaning away.
  bool take_shown(const Marks& marks, std::size_t reach) {
    const std::size_t begin = at_ + marks.open.size();
    if (text_.substr(at_, marks.open.size()) != marks.open || begin > reach) return false;
    const std::string_view window = text_.substr(begin, std::min(kMostBytes, reach - begin));
    if (!window.starts_with(marks.shown)) return false;
    std::size_t close = window.substr(0, window.find(marks.open)).find(marks.close);
    if (close == std::string_view::npos) return false;
    close -= marks.shown_end.size();
    if (close < marks.shown.size() ||
        window.substr(close, marks.shown_end.size()) != marks.shown_end)
      return false;
    add(begin, begin + marks.shown.size(), {});
    if (!marks.shown_end.empty()) add(begin + close, begin + close + marks.shown_end.size(), {});
    at_ = begin + close + marks.shown_end.size() + marks.close.size();
    return true;
  }

  // Those in a code span, to behind it.
  void take_shown_marks(std::size_t end) {
    const std::string_view code = marks_.empty() ? std::string_view() : text_.substr(0, end);
    const auto take = [&](const Marks& marks) { return take_shown(marks, end); };
    while ((at_ = code.find_first_of("{<", at_)) != std::string_view::npos) {
      if (std::ranges::none_of(marks_, take)) ++at_;
    }
    at_ = end;
  }

  bool take_jsx() {
    if (is_escaped(text_, at_)) return false;
    const bool begins_line = at_ == 0 || text_[at_ - 1] == '\n';
    std::size_t size = jsx_comment_size(text_.substr(at_, kMostBytes), begins_line);
    const std::string_view rest = text_.substr(at_, std::min(kMostBytes, reach_ - at_));
    if (size == 0) size = jsx_tag_size(rest);
    if (size == 0) size = hidden_closing_size(rest);
    if (size == 0) return false;
    const std::string_view element =
        in_fence_ ? std::string_view() : opened_element(text_.substr(at_, size));
    if (!element.empty()) ++open_[element];
    add(at_, at_ + size, range_of(at_ + 1, at_ + size - 1));
    return true;
  }

  // `</a>` goes where `<a href={x}>` went.
  std::size_t hidden_closing_size(std::string_view rest) {
    const std::string_view name = closed_element(rest);
    const auto open = open_.find(name);
    if (in_fence_ || name.empty() || open == open_.end() || open->second == 0) return 0;
    --open->second;
    return name.size() + 3;
  }

  void begin_line(std::size_t begin) {
    at_ = begin;
    const std::string_view line = text_.substr(begin, text_.find('\n', begin) - begin);
    in_fence_ = in_fence_ != is_fence_line(line);
    const std::size_t size = module_statement_size(text_.substr(begin, kMostBytes));
    if (size > 0) add(begin, begin + size, range_of(begin, begin + size));
  }

  bool take_attributes() {
    if (at_ >= line_end_) enter_line();
    if (text_[at_] != '{') return false;
    const std::string_view line = text_.substr(line_begin_, line_end_ - line_begin_);
    const std::size_t size = attribute_list_size(line, line_first_, at_ - line_begin_);
    if (size == 0) return false;
    add(at_, at_ + size, range_of(at_ + 1, at_ + size - 1));
    return true;
  }

  void enter_line() {
    line_begin_ = text_.rfind('\n', at_) + 1;
    line_end_ = std::min(text_.find('\n', at_), text_.size());
    line_first_ = text_.find_first_not_of(" \t>", line_begin_) - line_begin_;
  }

  std::string_view text_;
  TagSyntax syntax_;
  std::span<const Marks> marks_;
  CodeSpanReader code_;
  std::size_t at_ = 0;
  std::size_t reach_ = 0;  // what a tag goes over no more
  bool is_fence_ = false;  // the line up to there is that of a fence
  bool in_fence_ = false;  // as far as the lines tell: examples of elements open nothing
  std::size_t line_begin_ = 0;
  std::size_t line_end_ = 0;
  std::size_t line_first_ = 0;  // where the text of the line begins, from there on
  std::map<std::string_view, std::size_t> open_;  // elements whose opening tags are hidden
  std::vector<OpaqueTag> tags_;
};

}  // namespace

std::vector<OpaqueTag> find_opaque_tags(std::string_view text, TagSyntax syntax) {
  if (syntax == TagSyntax::none) return {};
  return TagScan(text, syntax).run();
}

}  // namespace runbookc
