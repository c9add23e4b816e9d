#include "parse/secret_mask.h"

#include <algorithm>
#include <string>
#include <vector>

#include "base/text.h"
#include "base/unicode.h"
#include "parse/accepted_lines.h"
#include "parse/secret_values.h"

namespace runbookc {
namespace {

using Ranges = std::vector<ByteRange>;

// Shorter values are words that mean something else elsewhere.
constexpr std::size_t kShortestRepeated = 8;

// Where the text of code blocks begins in each of their lines, in order.
std::vector<Position> text_starts(const Document& document) {
  std::vector<Position> starts;
  for (const CodeBlock& code : document.code_blocks)
    starts.insert(starts.end(), code.line_starts.begin(), code.line_starts.end());
  std::ranges::sort(starts);
  return starts;
}

// In lines after its first, what stands before a block's text (the mark of a quote, a list's
// indentation) is no part of a secret, nor are blanks and a prompt there.
std::uint32_t first_byte_in(const SourceFile& file, const std::vector<Position>& starts,
                            std::uint32_t line) {
  const auto found = std::ranges::lower_bound(starts, Position{line, 0});
  const bool known = found != starts.end() && found->line == line;
  std::uint32_t at = known ? file.offset(*found) : file.line_start(line);
  const std::uint32_t end =
      file.line_start(line) + static_cast<std::uint32_t>(file.line(line).size());
  while (at < end && (file.bytes()[at] == ' ' || file.bytes()[at] == '\t')) ++at;
  return file.bytes().substr(at, 2) == "> " ? at + 2 : at;
}

void add_lines_of(Ranges& ranges, const SourceFile& file, const std::vector<Position>& starts,
                  const Span& span) {
  for (std::uint32_t line = span.start.line; line <= span.end.line; ++line) {
    const bool first = line == span.start.line;
    const std::uint32_t line_end =
        file.line_start(line) + static_cast<std::uint32_t>(file.line(line).size());
    const std::uint32_t begin = first ? file.offset(span.start) : first_byte_in(file, starts, line);
    std::uint32_t end = line == span.end.line ? file.offset(span.end) : line_end;
    // A backslash that joins the lines goes on doing so.
    if (line < span.end.line && end > begin && file.bytes()[end - 1] == '\\') --end;
    if (begin < end) ranges.push_back({begin, end});
  }
}

void add_repetitions(Ranges& ranges, const SourceFile& file) {
  const std::string_view bytes = file.bytes();
  std::vector<std::string> repeated;
  for (const ByteRange range : ranges)
    if (range.size() >= kShortestRepeated)
      repeated.emplace_back(bytes.substr(range.begin, range.size()));
  const SecretValues values(std::move(repeated));
  if (values.empty()) return;
  for (std::size_t at = 0; at + kShortestRepeated <= bytes.size();) {
    const std::size_t size = values.match(bytes.substr(at));
    if (size > 0)
      ranges.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + size)});
    at += std::max<std::size_t>(size, 1);
  }
}

bool is_in(const std::vector<std::pair<std::uint32_t, std::uint32_t>>& lines, std::uint32_t line) {
  const auto after =
      std::ranges::upper_bound(lines, line, {}, [](const auto& stretch) { return stretch.first; });
  return after != lines.begin() && line <= std::prev(after)->second;
}

}  // namespace

std::vector<ByteRange> secret_ranges(const SourceFile& file, const Document& document) {
  const auto is_secret = [](const Problem& p) { return p.kind == ProblemKind::secret; };
  if (std::ranges::none_of(document.problems, is_secret)) return {};
  const auto accepted = accepted_lines(file, document, "RB608", "secret");
  const std::vector<Position> starts = text_starts(document);
  Ranges ranges;
  for (const Problem& problem : document.problems)
    if (is_secret(problem) && !is_in(accepted, problem.span.start.line))
      add_lines_of(ranges, file, starts, problem.span);
  add_repetitions(ranges, file);
  std::ranges::sort(ranges);
  return ranges;
}

std::optional<SourceFile> with_hidden_secrets(const SourceFile& file, const Document& document) {
  const Ranges ranges = secret_ranges(file, document);
  if (ranges.empty()) return std::nullopt;
  std::string out;
  std::size_t at = 0;
  for (const ByteRange range : ranges) {
    if (range.begin > at) out += file.bytes().substr(at, range.begin - at);
    at = std::max<std::size_t>(at, range.begin);
    while (at < range.end) {
      at += decode_utf8(file.bytes().substr(at)).size;
      out += kSecretMark;
    }
  }
  out += file.bytes().substr(std::min(at, file.bytes().size()));
  return SourceFile(file.path(), std::move(out));
}

}  // namespace runbookc
