#include "report/snippet.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "base/unicode.h"
#include "report/safe_text.h"

namespace runbookc {
namespace {

constexpr std::size_t kTabStop = 4;
constexpr std::size_t kReach = 4;  // bytes to look at on either side, for a column of width
constexpr std::string_view kHiddenMark = "•";

struct Cell {
  std::string text;
  std::size_t width = 0;
};

// The code points of a stretch of a line as a terminal shows them; `begin` and `end` are the
// indexes of the marked ones.
struct Cells {
  std::vector<Cell> cells;
  std::size_t begin = 0;
  std::size_t end = 0;
  bool cut_before = false;
  bool cut_after = false;

  std::size_t width(std::size_t from, std::size_t to) const {
    std::size_t sum = 0;
    for (std::size_t i = from; i < to; ++i) sum += cells[i].width;
    return sum;
  }
};

bool is_continuation_byte(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

std::size_t code_point_start(std::string_view line, std::size_t at) {
  while (at > 0 && at < line.size() && is_continuation_byte(line[at])) --at;
  return at;
}

// The cell of the code point of `size` bytes with which `rest` begins.
Cell cell_of(std::string_view rest, std::size_t size, std::size_t column) {
  if (starts_runner_command(rest)) return {std::string(kBrokenHash), kBrokenHash.size()};
  const std::string_view bytes = rest.substr(0, size);
  if (bytes == "\t") {
    const std::size_t spaces = kTabStop - column % kTabStop;
    return {std::string(spaces, ' '), spaces};
  }
  std::string text = printable(bytes);
  const std::size_t width = display_width(text);
  return {std::move(text), width};
}

// `ranges` are sorted, by their ends too.
bool is_in(const std::vector<ByteRange>& ranges, std::size_t at) {
  const auto after = std::ranges::upper_bound(
      ranges, at, {}, [](ByteRange range) { return std::size_t{range.begin}; });
  return after != ranges.begin() && at < (after - 1)->end;
}

// Reads only what a window can show: `reach` bytes to either side of the marked part's start.
Cells read_cells(std::string_view line, ByteRange marked, std::size_t reach,
                 const std::vector<ByteRange>& hidden) {
  Cells out;
  const std::size_t first = code_point_start(line, marked.begin > reach ? marked.begin - reach : 0);
  const std::size_t last = std::min(line.size(), marked.begin + reach);
  std::size_t column = 0;
  std::size_t at = first;
  while (at < last) {
    if (at < marked.begin) out.begin = out.cells.size() + 1;
    if (at < marked.end) out.end = out.cells.size() + 1;
    const std::size_t size = decode_utf8(line.substr(at)).size;
    out.cells.push_back(is_in(hidden, at) ? Cell{std::string(kHiddenMark), 1}
                                          : cell_of(line.substr(at), size, column));
    column += out.cells.back().width;
    at += size;
  }
  out.end = std::max(out.end, out.begin);
  out.cut_before = first > 0;
  out.cut_after = at < line.size();
  return out;
}

// The cells to show: all, or those from a little before the marked part on.
std::pair<std::size_t, std::size_t> choose_window(const Cells& all, std::size_t width) {
  std::size_t from = 0;
  if (all.cut_before || all.width(0, all.cells.size()) > width) {
    const std::size_t lead = width / 3;
    std::size_t room = 0;
    const std::size_t marked = std::min(all.width(all.begin, all.end), width - lead - 2);
    const std::size_t before = all.width(0, all.begin);
    const bool fits = !all.cut_before && before + marked + 1 < width;
    from = fits ? 0 : all.begin;
    while (from > 0 && room + all.cells[from - 1].width <= lead) room += all.cells[--from].width;
  }
  std::size_t used = from > 0 || all.cut_before ? 1 : 0;
  std::size_t to = from;
  while (to < all.cells.size() && used + all.cells[to].width < width) {
    used += all.cells[to++].width;
  }
  return {from, to};
}

// Whether a part of the line lies where no window around `place` can show it: a line may hold many.
bool is_out_of_reach(const Span& part, Position place, std::size_t bytes) {
  const bool before = part.end.line == place.line && part.end.column + bytes < place.column;
  const bool after = part.start.line == place.line && part.start.column > place.column + bytes;
  return before || after;
}

}  // namespace

Snippet make_snippet(const SourceFile& file, Span span, std::size_t width,
                     std::span<const Span> hidden) {
  const std::string_view line = file.line(span.start.line);
  const std::uint32_t start = file.line_start(span.start.line);
  const auto in_line = [&](Position place) {
    return std::min<std::uint32_t>(file.offset(place) - start,
                                   static_cast<std::uint32_t>(line.size()));
  };
  const bool one_line = span.end.line == span.start.line;
  const auto line_end = static_cast<std::uint32_t>(line.size());
  const ByteRange marked{in_line(span.start), one_line ? in_line(span.end) : line_end};

  std::vector<ByteRange> hidden_here;
  for (const Span& part : hidden) {
    if (part.start.line > span.start.line || part.end.line < span.start.line) continue;
    if (is_out_of_reach(part, span.start, width * kReach)) continue;
    hidden_here.push_back({part.start.line < span.start.line ? 0 : in_line(part.start),
                           part.end.line > span.start.line ? line_end : in_line(part.end)});
    if (hidden_here.size() > 1) {  // the one before may reach further
      ByteRange& added = hidden_here.back();
      added.end = std::max(added.end, hidden_here[hidden_here.size() - 2].end);
    }
  }
  const Cells all = read_cells(line, marked, width * kReach, hidden_here);
  const auto [from, to] = choose_window(all, width);
  Snippet snippet;
  const bool cut_before = from > 0 || all.cut_before;
  std::string shown;
  for (std::size_t i = from; i < to; ++i) shown += all.cells[i].text;
  const bool cut_after = to < all.cells.size() || all.cut_after;
  snippet.indent = (cut_before ? 1 : 0) + all.width(from, std::min(all.begin, to));
  const std::size_t marked_end = std::min(all.end, to);
  if (marked_end > all.begin) {
    snippet.underline = std::max<std::size_t>(1, all.width(all.begin, marked_end));
  }
  snippet.text = (cut_before ? "…" : "") + shown + (cut_after ? "…" : "");
  return snippet;
}

}  // namespace runbookc
