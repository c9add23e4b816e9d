#include "parse/foreign_lines.h"

#include <algorithm>

#include "base/text.h"
#include "parse/jsx_tag.h"

namespace runbookc {
namespace {

constexpr std::size_t kDeepest = 8;   // containers in one another
constexpr std::uint32_t kIndent = 4;  // of the content of `!!! note`
constexpr std::string_view kQuote = "> ";
constexpr std::string_view kCodeFence = "~~~~~~~~";

std::uint32_t size_of(std::string_view text) { return static_cast<std::uint32_t>(text.size()); }

std::uint32_t indent_of(std::string_view text) {
  return size_of(text.substr(0, text.find_first_not_of(" \t")));
}

bool is_blank(std::string_view text) { return trim(text).empty(); }

// The bytes of indentation to take off after `indent` bytes; 0 if there are not enough.
std::uint32_t dedent_of(std::string_view text, std::uint32_t indent) {
  if (indent_of(text) <= indent) return 0;
  if (text[indent] == '\t') return 1;
  return text.substr(indent, kIndent).find_first_not_of(' ') == std::string_view::npos ? kIndent
                                                                                       : 0;
}

}  // namespace

ForeignLines::ForeignLines(BodyLines& lines, const DialectRules& rules)
    : lines_(&lines), rules_(&rules), tags_(lines, rules.tags) {
  if (rules.callouts == CalloutSyntax::shortcodes) pair_tags();
}

// A shortcode opens a block only if a later one closes it: many have no content.
void ForeignLines::pair_tags() {
  std::unordered_map<std::string, std::vector<std::size_t>> waiting;
  for (std::size_t i = 0; i < tags_.count(); ++i) {
    const Shortcode shortcode = read_shortcode(tags_.inner(i));
    if (!shortcode_opening(shortcode)) continue;
    std::vector<std::size_t>& openings = waiting[std::string(shortcode.name)];
    if (!shortcode.closing) {
      openings.push_back(i);
    } else if (!openings.empty()) {
      closing_tags_[openings.back()] = i;
      openings.pop_back();
    }
  }
}

void ForeignLines::prepare(std::uint32_t line, bool in_fence) {
  std::vector<LineTag> tags = tags_.on_line(line);
  if (in_fence && !closes_code(tags)) {
    tags_.skip(line);
    tags.clear();
  } else {
    tags_.hide(line, tags);
  }
  if (!in_fence && hides_line(line)) {
    lines_->edit(line, {0, size_of(lines_->source(line)), prefix()});
    return;
  }
  if (rules_->callouts == CalloutSyntax::none) return;
  leave_ended(line);
  if (is_closing(tags, lines_->source(line), in_fence)) {
    close(line);
    return;
  }
  prefix_line(line);
  if (!in_fence && open_.size() < kDeepest) open(line, tags);
  leave_closed(tags);
}

bool ForeignLines::closes_code(const std::vector<LineTag>& tags) const {
  return tags.size() == 1 && !open_.empty() && open_.back().code &&
         tags.front().number == open_.back().closing_tag;
}

bool ForeignLines::hides_line(std::uint32_t line) const {
  const std::string_view text = lines_->source(line);
  if (rules_->tags == TagSyntax::jsx && is_module_line(text)) return true;
  return std::ranges::find(rules_->contents_marks, trim(text)) != rules_->contents_marks.end();
}

// What has less indentation than the content of `!!! note` ends it, with the blank lines before it.
void ForeignLines::leave_ended(std::uint32_t line) {
  if (rules_->callouts != CalloutSyntax::exclamations || open_.empty()) return;
  next_filled_ = std::max(next_filled_, line);
  while (next_filled_ <= lines_->count() && is_blank(lines_->raw(next_filled_))) ++next_filled_;
  const std::string_view text = lines_->raw(next_filled_);
  while (!open_.empty() && dedent_of(text, open_.back().indent) == 0) open_.pop_back();
}

bool ForeignLines::is_closing(const std::vector<LineTag>& tags, std::string_view text,
                              bool in_fence) const {
  if (open_.empty()) return false;
  const Container& last = open_.back();
  if (rules_->callouts == CalloutSyntax::colons) {
    return !in_fence && closing_colons(text) >= last.colons;
  }
  return rules_->callouts == CalloutSyntax::shortcodes && tags.size() == 1 &&
         tags.front().number == last.closing_tag && is_blank(without_hidden(text));
}

void ForeignLines::close(std::uint32_t line) {
  const Container last = open_.back();
  open_.pop_back();
  std::string text = prefix();
  if (last.code) text += std::string(last.indent, ' ') + std::string(kCodeFence);
  lines_->edit(line, {0, size_of(lines_->source(line)), std::move(text)});
}

// One that is closed at the end of its last line of text.
void ForeignLines::leave_closed(const std::vector<LineTag>& tags) {
  for (const LineTag& tag : tags) {
    if (!open_.empty() && !open_.back().code && tag.number == open_.back().closing_tag) {
      open_.pop_back();
    }
  }
}

// The marks of the open quotes, as a line without text has them.
std::string ForeignLines::prefix() const {
  std::string text;
  std::uint32_t column = 0;
  for (const Container& container : open_) {
    if (!container.quoted) continue;
    text.append(container.indent - std::min(column, container.indent), ' ').append(kQuote);
    column = container.indent;
    if (rules_->callouts == CalloutSyntax::exclamations) column += kIndent;
  }
  return text;
}

void ForeignLines::prefix_line(std::uint32_t line) {
  if (open_.empty()) return;
  const std::string_view text = lines_->source(line);
  if (is_blank(text)) {
    lines_->edit(line, {0, size_of(text), prefix()});
    return;
  }
  const bool dedents = rules_->callouts == CalloutSyntax::exclamations;
  const std::uint32_t indent = indent_of(text);
  for (const Container& container : open_) {
    if (!container.quoted) continue;
    const std::uint32_t removed = dedents ? dedent_of(text, container.indent) : 0;
    lines_->edit(line, {std::min(indent, container.indent), removed, std::string(kQuote)});
  }
}

void ForeignLines::open(std::uint32_t line, const std::vector<LineTag>& tags) {
  const std::string_view text = lines_->source(line);
  const std::uint32_t indent = indent_of(text);
  if (rules_->callouts == CalloutSyntax::shortcodes) {
    if (!tags.empty() && is_blank(text.substr(0, tags.front().shown.begin))) {
      open_shortcode(line, tags.front());
    }
    return;
  }
  auto opening =
      rules_->callouts == CalloutSyntax::colons ? colon_opening(text) : exclamation_opening(text);
  if (!opening) return;
  Container container{.indent = indent, .colons = opening->colons};
  container.quoted = !opening->kind.empty();
  enter(line, container, std::move(*opening), size_of(text) - indent);
}

bool ForeignLines::open_shortcode(std::uint32_t line, const LineTag& tag) {
  const auto closing = closing_tags_.find(tag.number);
  if (closing == closing_tags_.end()) return false;
  auto opening = shortcode_opening(read_shortcode(tags_.inner(tag.number)));
  const bool alone = is_blank(without_hidden(lines_->source(line)));
  if (!opening || (!opening->code.empty() && !alone)) return false;
  Container container{.indent = tag.shown.begin, .closing_tag = closing->second};
  container.code = !opening->code.empty();
  container.quoted = !container.code;
  enter(line, container, std::move(*opening), tag.shown.size());
  return true;
}

void ForeignLines::enter(std::uint32_t line, Container container, CalloutOpening opening,
                         std::uint32_t removed) {
  const std::string text = container.code ? opening.code : std::string(kQuote);
  lines_->edit(line, {container.indent, removed, container.quoted || container.code ? text : ""});
  if (container.quoted) callouts_.emplace(line, std::move(opening));
  open_.push_back(container);
}

}  // namespace runbookc
