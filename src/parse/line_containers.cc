#include "parse/line_containers.h"

#include <limits>

namespace runbookc {
namespace {

constexpr std::string_view kQuote = "> ";

// Walks a line through the containers.
class LineWalk {
 public:
  explicit LineWalk(std::string_view line) : cursor_(line, 0) {}

  // False, and nothing told, if the line is not in the container.
  bool enter(const LineContainer& container) {
    for (std::uint32_t i = 0; i < container.quotes; ++i)
      if (!cursor_.take_quote()) return false;
    const std::uint32_t taken = cursor_.take_blanks(container.indent);
    const bool is_blank = cursor_.is_blank();
    if (!is_blank && !stays(container, taken)) return false;
    const std::uint32_t begin = cursor_.at();
    if (!is_blank && container.staying == Staying::indent &&
        cursor_.take_blanks(kCodeColumns) < kCodeColumns)
      return false;
    if (container.is_flat) cursor_.take_blanks(std::numeric_limits<std::uint32_t>::max());
    const bool pads = is_blank || container.staying == Staying::pair;
    std::string told(pads ? container.indent - taken : 0, ' ');
    if (container.quoted) told += kQuote;
    add({begin, cursor_.at() - begin, std::move(told)});
    place_.quotes += container.quotes + (container.quoted ? 1 : 0);
    return true;
  }

  LinePlace finish(std::size_t matched) {
    place_.offset = cursor_.at();
    place_.matched = matched;
    return std::move(place_);
  }

 private:
  static bool stays(const LineContainer& container, std::uint32_t taken) {
    if (container.staying == Staying::place) return taken >= container.item;
    return container.staying == Staying::pair || taken == container.indent;
  }

  // Edits that touch become one: lines deep in containers are many.
  void add(LineEdit edit) {
    if (edit.removed == 0 && edit.inserted.empty()) return;
    if (!place_.edits.empty()) {
      LineEdit& last = place_.edits.back();
      if (last.offset + last.removed == edit.offset) {
        last.removed += edit.removed;
        last.inserted += edit.inserted;
        return;
      }
    }
    place_.edits.push_back(std::move(edit));
  }

  LineCursor cursor_;
  LinePlace place_;
};

}  // namespace

LineContainer container_of(const LineLead& lead) {
  return {.lead = lead.blanked, .quotes = lead.quotes, .indent = lead.width, .item = lead.item};
}

LineContainer LineContainers::pop() {
  LineContainer last = std::move(open_.back());
  open_.pop_back();
  return last;
}

LinePlace LineContainers::place(std::string_view line) const {
  LineWalk walk(line);
  std::size_t matched = 0;
  while (matched < open_.size() && walk.enter(open_[matched])) ++matched;
  return walk.finish(matched);
}

std::string LineContainers::prefix(std::size_t count) const {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) {
    text += open_[i].lead;
    if (open_[i].quoted) text += kQuote;
  }
  return text;
}

std::string LineContainers::line_after(std::size_t count) const {
  return prefix(count) + (count < open_.size() ? open_[count].lead : "");
}

}  // namespace runbookc
