#include "parse/line_lead.h"

#include <algorithm>
#include <limits>

#include "base/ascii.h"
#include "base/text.h"

namespace runbookc {
namespace {

constexpr std::uint32_t kEveryBlank = std::numeric_limits<std::uint32_t>::max();
constexpr std::uint32_t kMostDigits = 9;  // of an ordered list's number

// The bytes of `-`, `12.` and the like at the beginning of `text`; 0 for none.
std::uint32_t marker_size(std::string_view text) {
  if (text.empty()) return 0;
  if (text[0] == '-' || text[0] == '+' || text[0] == '*') return 1;
  const auto digits =
      static_cast<std::uint32_t>(std::ranges::find_if_not(text, is_digit) - text.begin());
  const bool is_closed = digits < text.size() && (text[digits] == '.' || text[digits] == ')');
  return digits > 0 && digits <= kMostDigits && is_closed ? digits + 1 : 0;
}

// The innermost item whose content a line with so much indentation belongs to; 0 for none.
std::uint32_t item_at(std::span<const std::uint32_t> columns, std::uint32_t width) {
  const auto after = std::ranges::upper_bound(columns, width);
  return after == columns.begin() ? 0 : *std::prev(after);
}

// Reads one lead; a value of its own so that the steps can share it.
class LeadReader {
 public:
  LeadReader(std::string_view line, std::uint32_t begin, const LeadItems& items)
      : cursor_(line, begin), items_(&items) {
    lead_.begin = begin;
  }

  LineLead read(std::string_view stop) {
    do {
      take_blanks();
    } while (!lead_.is_code && !stops(stop) && (take_quote() || take_marker()));
    lead_.end = cursor_.at();
    return std::move(lead_);
  }

 private:
  bool stops(std::string_view stop) const {
    return !stop.empty() && cursor_.rest().starts_with(stop);
  }

  void take_blanks() {
    const std::uint32_t taken = cursor_.take_blanks(kEveryBlank);
    lead_.width += taken;
    lead_.blanked.append(taken, ' ');
    if (!in_item_)
      lead_.item = lead_.quotes == items_->quotes ? item_at(items_->columns, lead_.width) : 0;
    lead_.is_code = lead_.width - lead_.item >= kCodeColumns && !cursor_.is_blank();
    if (in_item_ && !lead_.is_code) lead_.item = lead_.width;
  }

  bool take_quote() {
    if (!cursor_.take_quote()) return false;
    ++lead_.quotes;
    lead_.width = 0;
    lead_.item = 0;
    in_item_ = false;
    lead_.ends_in_quote = true;
    lead_.blanked += "> ";
    return true;
  }

  bool take_marker() {
    const std::uint32_t taken = cursor_.take_list_marker();
    if (taken == 0) return false;
    lead_.width += taken;
    lead_.item = lead_.width;
    lead_.has_marker = true;
    in_item_ = true;
    lead_.ends_in_quote = false;
    lead_.blanked.append(taken, ' ');
    return true;
  }

  LineCursor cursor_;
  const LeadItems* items_;
  LineLead lead_;
  bool in_item_ = false;  // that begins behind the last `>`
};

}  // namespace

bool LineCursor::is_blank() const { return trim(rest()).empty(); }

std::uint32_t LineCursor::take_blanks(std::uint32_t most) {
  std::uint32_t taken = 0;
  for (; at_ < line_.size() && taken < most; ++at_) {
    if (line_[at_] != ' ' && line_[at_] != '\t') break;
    const std::uint32_t next = line_[at_] == ' ' ? taken + 1 : taken + 4 - taken % 4;
    if (next > most) break;
    taken = next;
  }
  return taken;
}

bool LineCursor::take_quote() {
  const std::size_t mark = line_.find_first_not_of(" \t", at_);
  if (mark == std::string_view::npos || line_[mark] != '>') return false;
  at_ = static_cast<std::uint32_t>(mark + 1);
  if (rest().starts_with(' ')) ++at_;
  return true;
}

std::uint32_t LineCursor::take_list_marker() {
  const std::uint32_t size = marker_size(rest());
  const std::string_view behind = rest().substr(size);
  if (size == 0 || !(behind.starts_with(' ') || behind.starts_with('\t'))) return 0;
  at_ += size + 1;
  return size + 1;
}

LineLead read_lead(std::string_view line, std::uint32_t begin, const LeadItems& items,
                   std::string_view stop) {
  return LeadReader(line, begin, items).read(stop);
}

}  // namespace runbookc
