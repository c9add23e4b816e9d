#include "parse/foreign_lines.h"

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "parse/erb_warning.h"

namespace runbookc {
namespace {

constexpr std::string_view kQuote = "> ";
constexpr std::string_view kTitle = "###### ";  // its text is inline, whatever it begins with

std::uint32_t size_of(std::string_view text) { return static_cast<std::uint32_t>(text.size()); }

bool is_blank(std::string_view text) { return trim(text).empty(); }

bool is_blank_in_quote(std::string_view text) {
  return text.find_first_not_of(" \t\r>") == std::string_view::npos;
}

bool is_code(const OpenBlocks& open) {
  return open.leaf == OpenLeaf::fence || open.leaf == OpenLeaf::raw_html;
}

LeadItems items_behind(const LinePlace& place, const OpenBlocks& open) {
  return {open.item_columns, open.quotes - std::min(open.quotes, place.quotes)};
}

// A blank line ends HTML in the containers that are open; one that begins on the line is in it.
bool ends_html(const LineLead& lead, const LinePlace& place, const OpenBlocks& open) {
  return !lead.has_marker && place.quotes + lead.quotes == open.quotes;
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

// --- containers that end -------------------------------------------------------------------------

std::optional<std::string> ForeignLines::leave(std::uint32_t line) {
  std::optional<std::string> ending = std::exchange(pending_, std::nullopt);
  const std::string_view text = lines_->raw(line);
  if (!open_.empty()) {
    std::size_t kept = open_.place(text).matched;
    if (rules_->callouts == CalloutSyntax::exclamations)
      kept = std::min(kept, open_.place(lines_->raw(next_filled(line))).matched);
    if (kept < open_.size()) {
      ending = open_.line_after(kept);
      surplus_ = 0;
    }
    while (open_.size() > kept) open_.pop();
  }
  return is_blank(text) ? std::nullopt : ending;
}

// What has less indentation than the content of `!!! note` ends it, with the blank lines before it.
std::uint32_t ForeignLines::next_filled(std::uint32_t line) {
  next_filled_ = std::max(next_filled_, line);
  while (next_filled_ <= lines_->count()) {
    const std::string_view text = lines_->raw(next_filled_);
    const LinePlace place = open_.place(text);
    if (place.matched < open_.size() || !is_blank(text.substr(place.offset))) break;
    ++next_filled_;
  }
  return next_filled_;
}

std::size_t ForeignLines::count_closed(const std::vector<LineTag>& tags, std::string_view text,
                                       const OpenBlocks& open) {
  if (open_.empty()) return 0;
  if (rules_->callouts == CalloutSyntax::shortcodes) {
    const bool closes = tags.size() == 1 && tags.front().number == open_.last().closing_tag &&
                        is_blank(without_hidden(text));
    return closes ? 1 : 0;
  }
  if (is_code(open)) return 0;
  if (rules_->callouts == CalloutSyntax::colons)
    return count_closed_fences(closing_fence(text, ':'));
  if (rules_->callouts == CalloutSyntax::quotes)
    return count_closed_fences(closing_fence(text, '>'));
  return 0;
}

// A fence closes the one of its size with all in it, or else those that are smaller.
std::size_t ForeignLines::count_closed_fences(std::uint32_t size) {
  if (size == 0) return 0;
  if (surplus_ > 0) {
    --surplus_;
    return 0;
  }
  std::size_t count = 0;
  while (count < open_.size()) {
    const std::uint32_t fence = open_.at(open_.size() - 1 - count).fence;
    if (fence > size) break;
    ++count;
    if (fence == size) break;
  }
  return count;
}

void ForeignLines::close(std::uint32_t line, std::size_t count) {
  LineContainer outermost;
  while (count-- > 0) outermost = open_.pop();
  const std::string_view text = lines_->source(line);
  const LinePlace place = open_.place(text);
  LineCursor cursor(text, place.offset);
  for (std::uint32_t i = 0; i < outermost.quotes; ++i) cursor.take_quote();
  tell(line, place);
  std::string told;
  if (outermost.is_code) told = std::string(outermost.indent, ' ') + std::string(kCodeFence);
  lines_->edit(line, {cursor.at(), size_of(cursor.rest()), std::move(told)});
}

// One that is closed at the end of its last line of text.
void ForeignLines::leave_closed(const std::vector<LineTag>& tags) {
  for (const LineTag& tag : tags) {
    if (open_.empty() || open_.last().is_code || !tag.ends ||
        tag.number != open_.last().closing_tag)
      continue;
    pending_ = open_.line_after(open_.size() - 1);
    open_.pop();
  }
}

// --- one line ------------------------------------------------------------------------------------

std::optional<std::string> ForeignLines::prepare(std::uint32_t line, const OpenBlocks& open) {
  const std::vector<LineTag> tags = take_tags(line, open);
  const std::string_view text = lines_->source(line);
  const LinePlace place = open_.place(text);
  if (open.leaf != OpenLeaf::fence && hides_line(line)) {
    tell(line, place);
    lines_->edit(line, {place.offset, size_of(text) - place.offset, ""});
    return std::nullopt;
  }
  if (const std::size_t closed = count_closed(tags, text.substr(place.offset), open); closed > 0) {
    close(line, closed);
    return std::nullopt;
  }
  tell(line, place);
  if (!is_code(open) && is_code_line(line, tags)) {
    put_code(line, tags);
    return std::nullopt;
  }
  const bool may_open = rules_->callouts != CalloutSyntax::none && !is_code(open);
  auto ending = may_open ? open_found(line, tags, place, open) : std::nullopt;
  leave_closed(tags);
  return ending;
}

// The tags of the line, which are hidden unless they stand in code.
std::vector<LineTag> ForeignLines::take_tags(std::uint32_t line, const OpenBlocks& open) {
  std::vector<LineTag> tags = tags_.on_line(line);
  if (!is_code(open) && is_code_line(line, tags)) tags = {tags.front(), tags.back()};
  const bool in_fence = open.leaf == OpenLeaf::fence && !closes_code(tags);
  const bool in_indented = !tags.empty() && !closes_last(tags) && is_indented_code(line, open);
  if (in_fence || in_indented) {
    tags_.skip(line);
    return {};
  }
  tags_.hide(line, tags);
  if (!tags.empty() && tags.front().begins) {
    const LinePlace place = open_.place(lines_->raw(line));
    tag_lead_ = read_lead(lines_->raw(line), place.offset, items_behind(place, open));
  }
  return tags;
}

// Behind a line that only seems to be blank, since a tag on it is hidden, it goes on with that.
bool ForeignLines::is_indented_code(std::uint32_t line, const OpenBlocks& open) const {
  if (rules_->tags == TagSyntax::jsx) return false;  // MDX knows no such code
  const bool is_behind_blank = line == 1 || is_blank_in_quote(lines_->raw(line - 1));
  if (open.leaf != OpenLeaf::indented_code && (open.leaf != OpenLeaf::none || !is_behind_blank))
    return false;
  const std::string_view text = lines_->raw(line);
  const LinePlace place = open_.place(text);
  return read_lead(text, place.offset, items_behind(place, open)).is_code;
}

bool ForeignLines::closes_code(const std::vector<LineTag>& tags) const {
  return tags.size() == 1 && closes_last(tags) && open_.last().is_code;
}

bool ForeignLines::closes_last(const std::vector<LineTag>& tags) const {
  return !open_.empty() && std::ranges::any_of(tags, [&](const LineTag& tag) {
    return tag.number == open_.last().closing_tag;
  });
}

// `{{< highlight bash >}}ls{{< /highlight >}}`
bool ForeignLines::is_code_line(std::uint32_t line, const std::vector<LineTag>& tags) const {
  if (rules_->callouts != CalloutSyntax::shortcodes || tags.size() < 2) return false;
  const auto closing = closing_tags_.find(tags.front().number);
  if (closing == closing_tags_.end() || closing->second != tags.back().number) return false;
  const std::string_view text = lines_->raw(line);
  if (!is_blank(text.substr(0, tags.front().raw.begin))) return false;
  if (!is_blank(text.substr(tags.back().raw.end))) return false;
  const auto opening = shortcode_opening(read_shortcode(tags_.inner(tags.front().number)));
  return opening && !opening->code.empty();
}

// One line can be no fence: it is indented, and its language noted.
void ForeignLines::put_code(std::uint32_t line, const std::vector<LineTag>& tags) {
  const ByteRange opening = tags.front().shown;
  lines_->edit(line, {opening.begin, opening.size(), std::string(kCodeColumns, ' ')});
  lines_->cut(line, tags.back().shown.begin);
  const auto code = shortcode_opening(read_shortcode(tags_.inner(tags.front().number)))->code;
  code_languages_.emplace(line, code.substr(kCodeFence.size()));
}

bool ForeignLines::hides_line(std::uint32_t line) const {
  const std::string_view text = lines_->source(line);
  return std::ranges::find(rules_->contents_marks, trim(text)) != rules_->contents_marks.end();
}

void ForeignLines::tell(std::uint32_t line, const LinePlace& place) {
  for (const LineEdit& edit : place.edits) lines_->edit(line, edit);
}

// --- containers that begin -----------------------------------------------------------------------

// Returns the line that ends HTML, which would go on over the opening.
std::optional<std::string> ForeignLines::open_found(std::uint32_t line,
                                                    const std::vector<LineTag>& tags,
                                                    const LinePlace& place,
                                                    const OpenBlocks& open) {
  const bool has_fences = rules_->callouts == CalloutSyntax::quotes;
  const LineLead lead = read_lead(lines_->raw(line), place.offset, items_behind(place, open),
                                  has_fences ? ">>>" : "");
  const bool in_html = open.leaf == OpenLeaf::html;
  if (lead.is_code || (in_html && !ends_html(lead, place, open))) return std::nullopt;
  const bool in_new_quote =
      lead.ends_in_quote && (lead.has_marker || place.quotes + lead.quotes > open.quotes);
  auto found = tags.empty() ? find_mark(line, lead, in_new_quote) : find_tag(line, tags, lead);
  if (!found) return std::nullopt;
  if (found->is_container && open_.size() >= kDeepest) {
    surplus_ += found->container.fence > 0 ? 1 : 0;
    if (too_deep_line_ == 0) too_deep_line_ = line;
    return std::nullopt;
  }
  std::optional<std::string> ending;
  if (in_html) ending = open_.prefix(open_.size()) + lead.blanked;
  enter(line, std::move(*found));
  return ending;
}

std::optional<ForeignLines::Found> ForeignLines::find_mark(std::uint32_t line, const LineLead& lead,
                                                           bool in_new_quote) const {
  const std::string_view text = lines_->source(line).substr(lead.end);
  auto opening = mark_opening(rules_->callouts, text);
  const bool is_container = opening.has_value();
  if (!opening && in_new_quote && rules_->callouts == CalloutSyntax::quotes)
    opening = alert_opening(text);
  if (!opening) return std::nullopt;
  if (rules_->callouts == CalloutSyntax::colons && opening->quoted &&
      opening->written.size() == 0) {
    const std::string_view title = title_attribute(lines_->raw(line).substr(lead.end));
    if (!title.empty()) opening->title = title;
  }
  Found found{.opening = std::move(*opening), .offset = lead.end, .removed = size_of(text)};
  found.is_container = is_container;
  found.container = container_of(lead);
  found.container.fence = found.opening.fence;
  found.container.quoted = found.opening.quoted;
  if (rules_->callouts == CalloutSyntax::exclamations) found.container.staying = Staying::indent;
  return found;
}

std::optional<ForeignLines::Found> ForeignLines::find_tag(std::uint32_t line,
                                                          const std::vector<LineTag>& tags,
                                                          const LineLead& lead) const {
  const LineTag& tag = tags.front();
  const bool goes_on = !tag.begins && tag.raw.begin == 0;
  if (!goes_on && tag.raw.begin != lead.end) {
    return rules_->tags == TagSyntax::jsx || rules_->tags == TagSyntax::attribute_lists
               ? find_mark(line, lead, false)
               : std::nullopt;
  }
  if (rules_->callouts == CalloutSyntax::helpers) return find_helper(line, tag, lead);
  if (rules_->callouts == CalloutSyntax::shortcodes) return find_shortcode(line, tag, lead);
  return std::nullopt;
}

std::optional<ForeignLines::Found> ForeignLines::find_helper(std::uint32_t line, const LineTag& tag,
                                                             const LineLead& lead) const {
  if (!tag.begins || warning_text_of(tags_.inner(tag.number)).empty()) return std::nullopt;
  const std::string_view text = lines_->source(line);
  std::uint32_t end = tag.shown.begin;
  while (end < tag.shown.end && (text[end] == ' ' || text[end] == kHiddenSign)) ++end;
  Found found{.offset = tag.shown.begin, .removed = end - tag.shown.begin};
  found.opening.kind = "warning";
  found.container = container_of(lead);
  found.container.staying = Staying::pair;
  found.container.is_flat = true;
  found.container.closing_tag = tag.number;
  return found;
}

// A call-out begins where its tag begins; code, of which each line counts, behind the tag's end.
std::optional<ForeignLines::Found> ForeignLines::find_shortcode(std::uint32_t line,
                                                                const LineTag& tag,
                                                                const LineLead& lead) const {
  const auto closing = closing_tags_.find(tag.number);
  if (closing == closing_tags_.end()) return std::nullopt;
  auto opening = shortcode_opening(read_shortcode(tags_.inner(tag.number)));
  if (!opening) return std::nullopt;
  const bool is_fence = !opening->code.empty();
  const bool alone = is_blank(without_hidden(lines_->source(line).substr(tag.shown.begin)));
  if (is_fence ? !tag.ends || !alone : !tag.begins) return std::nullopt;
  if (!tag.begins && tag_lead_.quotes > 0) return std::nullopt;
  const std::uint32_t begin = tag.begins ? tag.shown.begin : lead.begin;
  Found found{.opening = std::move(*opening), .offset = begin, .removed = tag.shown.end - begin};
  found.container = container_of(tag.begins ? lead : tag_lead_);
  if (!tag.begins) found.opening.code.insert(0, found.container.lead);
  found.container.staying = Staying::pair;
  found.container.is_code = is_fence;
  found.container.quoted = !is_fence;
  found.container.closing_tag = closing->second;
  return found;
}

void ForeignLines::enter(std::uint32_t line, Found found) {
  const CalloutOpening& opening = found.opening;
  const std::uint32_t offset = tell_opening(line, found);
  if (!opening.kind.empty()) {
    callouts_.emplace(
        line, CalloutStart{offset, opening.kind, opening.title, opening.written.size() > 0});
  }
  if (found.is_container) open_.push(std::move(found.container));
}

// Returns where the mark of the quote stands.
std::uint32_t ForeignLines::tell_opening(std::uint32_t line, const Found& found) {
  const CalloutOpening& opening = found.opening;
  const std::string told(found.is_container && found.container.quoted ? kQuote : "");
  const ByteRange title = opening.written;
  if (title.size() > 0) {
    lines_->edit(line, {found.offset, title.begin, told + std::string(kTitle)});
    lines_->edit(line, {found.offset + title.end, found.removed - title.end, ""});
  } else {
    lines_->edit(line, {found.offset, found.removed, opening.code.empty() ? told : opening.code});
  }
  if (found.is_container) return found.offset;
  return static_cast<std::uint32_t>(lines_->source(line).rfind('>', found.offset));
}

}  // namespace runbookc
