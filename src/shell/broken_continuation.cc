#include "shell/broken_continuation.h"

#include <algorithm>

#include "base/unicode.h"
#include "shell/bare_text.h"

namespace runbookc {
namespace {

constexpr std::size_t kNowhere = std::string_view::npos;

// The bytes of the blank that `text` begins with, or 0: those of typography look the same.
std::size_t blank_size(std::string_view text) {
  if (text.empty()) return 0;
  if (text[0] == ' ' || text[0] == '\t') return 1;
  const CodePoint first = decode_utf8(text);
  constexpr std::u32string_view kBlanks = U"\u00A0\u2007\u2009\u200A\u200B\u202F\u3000";
  return kBlanks.find(first.value) != std::u32string_view::npos ? first.size : 0;
}

std::size_t after_blanks(std::string_view text, std::size_t at, std::size_t end) {
  while (at < end) {
    const std::size_t size = blank_size(text.substr(at, end - at));
    if (size == 0) break;
    at += size;
  }
  return at;
}

// The end of the line's own text, without a carriage return.
std::size_t line_end(std::string_view text, std::size_t at) {
  std::size_t end = std::min(text.find('\n', at), text.size());
  if (end > at && text[end - 1] == '\r') --end;
  return end;
}

// Whether the line at `next` cannot be a command of its own: it is indented more than the one at
// `begin`, or begins with what no command does.
bool surely_goes_on(std::string_view text, std::size_t begin, std::size_t next) {
  const std::size_t end = line_end(text, next);
  const std::size_t first = text.find_first_not_of(" \t", next);
  if (first >= end) return false;
  const std::size_t indent = std::min(text.find_first_not_of(" \t", begin), text.size()) - begin;
  constexpr std::string_view kGoesOn = "-|&>";
  return first - next > indent || kGoesOn.find(text[first]) != std::string_view::npos;
}

ByteRange range_of(std::size_t begin, std::size_t end) {
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

// The last backslash of a line that only blanks or a comment follow, or kNowhere.
std::size_t closing_backslash(std::string_view text, std::size_t begin, std::size_t end) {
  const std::size_t last = text.substr(begin, end - begin).rfind('\\');
  if (last == kNowhere) return kNowhere;
  const std::size_t at = begin + last;
  const std::size_t rest = after_blanks(text, at + 1, end);
  const bool ends = rest == end || (rest > at + 1 && text[rest] == '#');
  return ends ? at : kNowhere;
}

// Whether the backslash is itself escaped.
bool is_escaped(std::string_view text, std::size_t begin, std::size_t at) {
  std::size_t first = at;
  while (first > begin && text[first - 1] == '\\') --first;
  return (at - first) % 2 == 1;
}

// A comment line at `begin` ends the command that the line before wanted to go on.
std::optional<ByteRange> comment_line(std::string_view text, std::size_t begin) {
  const std::size_t end = line_end(text, begin);
  const std::size_t mark = after_blanks(text, begin, end);
  if (mark >= end || text[mark] != '#') return std::nullopt;
  return range_of(mark, end);
}

// Comments and the bodies of here-documents, sorted.
std::vector<ByteRange> blind_ranges(const ShellScript& script) {
  std::vector<ByteRange> ranges;
  for (const ShellStatement& statement : script.statements)
    ranges.insert(ranges.end(), statement.comments.begin(), statement.comments.end());
  for (const SimpleCommand& command : script.commands) {
    for (const ShellRedirection& redirection : command.redirections)
      if (redirection.body.size() > 0) ranges.push_back(redirection.body);
  }
  std::ranges::sort(ranges);
  return ranges;
}

class ContinuationScan {
 public:
  ContinuationScan(std::string_view text, const ShellScript& script)
      : text_(text), states_(text_states(text, script)), blind_(blind_ranges(script)) {}

  std::vector<BrokenContinuation> faults() {
    for (std::size_t begin = 0; begin < text_.size() && found_.size() < kMostShellSlips;) {
      const std::size_t end = line_end(text_, begin);
      const std::size_t at = closing_backslash(text_, begin, end);
      if (at != kNowhere && !is_escaped(text_, begin, at)) look_at(begin, at, end);
      begin = std::min(text_.find('\n', end), text_.size() - 1) + 1;
    }
    return std::move(found_);
  }

 private:
  void look_at(std::size_t begin, std::size_t at, std::size_t end) {
    const std::size_t rest = after_blanks(text_, at + 1, end);
    if (rest == end && rest == at + 1) {
      look_behind_line(at);
    } else if (states_[at] == TextState::bare) {
      const std::size_t next = text_.find('\n', end);
      if (rest < end)
        found_.push_back({ContinuationFault::comment, range_of(rest, end)});
      else if (next != kNowhere && surely_goes_on(text_, begin, next + 1))
        found_.push_back({ContinuationFault::space, range_of(at + 1, end), ""});
      else
        found_.push_back({ContinuationFault::space, range_of(at + 1, end)});
    }
  }

  void look_behind_line(std::size_t at) {
    if (states_[at] == TextState::quoted || is_blind(at)) return;
    const std::size_t next = text_.find('\n', at);
    if (next == kNowhere || text_.find_first_not_of(" \t\r\n", next) == kNowhere) {
      found_.push_back({ContinuationFault::nothing, range_of(at, at + 1)});
    } else if (const auto comment = comment_line(text_, next + 1)) {
      found_.push_back({ContinuationFault::between, *comment});
    }
  }

  bool is_blind(std::size_t at) const {
    const auto after = std::ranges::upper_bound(
        blind_, at, {}, [](ByteRange range) { return std::size_t{range.begin}; });
    return after != blind_.begin() && at < (after - 1)->end;
  }

  std::string_view text_;
  std::vector<TextState> states_;
  std::vector<ByteRange> blind_;
  std::vector<BrokenContinuation> found_;
};

}  // namespace

std::vector<BrokenContinuation> find_broken_continuations(std::string_view text,
                                                          const ShellScript& script) {
  if (text.find('\\') == std::string_view::npos) return {};
  return ContinuationScan(text, script).faults();
}

}  // namespace runbookc
