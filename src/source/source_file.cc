#include "source/source_file.h"

#include <algorithm>
#include <utility>

#include "base/unicode.h"

namespace runbookc {
namespace {

// Where each line begins. A file that ends with a line ending has no line after it.
std::vector<std::uint32_t> find_line_starts(std::string_view bytes) {
  std::vector<std::uint32_t> starts = {0};
  starts.reserve(bytes.size() / 32 + 1);
  const auto begin_line = [&](std::size_t offset) {
    if (offset < bytes.size()) starts.push_back(static_cast<std::uint32_t>(offset));
  };
  // Most files hold no CR at all: memchr over the whole is cheaper than two searches a line.
  std::size_t cr = bytes.find('\r');
  for (std::size_t i = 0; i < bytes.size();) {
    const std::size_t lf = bytes.find('\n', i);
    while (cr < lf) {  // npos is the largest
      const bool crlf = cr + 1 == lf;
      if (!crlf) begin_line(cr + 1);
      cr = bytes.find('\r', cr + 1);
    }
    if (lf == std::string_view::npos) break;
    begin_line(lf + 1);
    i = lf + 1;
  }
  return starts;
}

constexpr std::size_t kCheckpointEvery = 1024;

// The first byte of the code point that the byte at `offset` belongs to; `offset` itself for a byte
// that belongs to none, and at the end.
std::size_t start_of_code_point(std::string_view bytes, std::size_t offset) {
  if (offset >= bytes.size() || static_cast<unsigned char>(bytes[offset]) < 0x80) return offset;
  for (std::size_t back = 1; back <= std::min<std::size_t>(offset, 3); ++back) {
    if (decode_utf8(bytes.substr(offset - back)).size > back) return offset - back;
  }
  return offset;
}

}  // namespace

SourceFile::SourceFile(std::string path, std::string bytes)
    : path_(std::move(path)),
      bytes_(std::move(bytes)),
      checkpoints_(find_checkpoints(bytes_)),
      line_starts_(find_line_starts(bytes_)) {}

std::vector<SourceFile::Checkpoint> SourceFile::find_checkpoints(std::string_view bytes) {
  std::vector<Checkpoint> checkpoints;
  if (is_ascii(bytes)) return checkpoints;
  std::size_t offset = 0;
  std::size_t code_points = 0;
  while (offset < bytes.size()) {
    checkpoints.push_back(
        {static_cast<std::uint32_t>(offset), static_cast<std::uint32_t>(code_points)});
    std::size_t end = std::min(offset + kCheckpointEvery, bytes.size());
    end = start_of_code_point(bytes, end);
    code_points += count_code_points(bytes.substr(offset, end - offset));
    offset = end;
  }
  return checkpoints;
}

// The number of code points from `begin` to `end`, both of them starts of code points.
std::size_t SourceFile::count_between(std::size_t begin, std::size_t end) const {
  const std::string_view bytes = bytes_;
  if (checkpoints_.empty()) return end - begin;
  if (end - begin <= kCheckpointEvery) return count_code_points(bytes.substr(begin, end - begin));
  const auto before = [&](std::size_t offset) {
    const Checkpoint& from =
        *std::prev(std::ranges::upper_bound(checkpoints_, offset, {}, &Checkpoint::offset));
    return from.code_points + count_code_points(bytes.substr(from.offset, offset - from.offset));
  };
  return before(end) - before(begin);
}

// The offset `count` code points after `begin`, or `end` if that is nearer.
std::size_t SourceFile::advance(std::size_t begin, std::size_t end, std::size_t count) const {
  if (checkpoints_.empty()) return begin + std::min(count, end - begin);
  if (end - begin > kCheckpointEvery) {
    const std::size_t before = count_between(0, begin);
    const Checkpoint& from = *std::prev(
        std::ranges::upper_bound(checkpoints_, before + count, {}, &Checkpoint::code_points));
    if (from.offset > begin) {
      count -= from.code_points - before;
      begin = std::min<std::size_t>(from.offset, end);
    }
  }
  std::string_view rest = std::string_view(bytes_).substr(begin, end - begin);
  for (; count > 0 && !rest.empty(); --count) rest.remove_prefix(decode_utf8(rest).size);
  return end - rest.size();
}

std::uint32_t SourceFile::line_start(std::uint32_t line) const {
  if (line > line_count()) return static_cast<std::uint32_t>(bytes_.size());
  return line_starts_[std::max(line, 1U) - 1];
}

std::string_view SourceFile::line(std::uint32_t line) const {
  const std::uint32_t begin = line_start(line);
  std::size_t end = line_start(line + 1);
  while (end > begin && (bytes_[end - 1] == '\n' || bytes_[end - 1] == '\r')) --end;
  return std::string_view(bytes_).substr(begin, end - begin);
}

Position SourceFile::position(std::size_t offset) const {
  if (offset >= bytes_.size()) {
    offset = bytes_.size();
    if (bytes_.ends_with('\n') || bytes_.ends_with('\r')) return {line_count() + 1, 1};
  }
  const auto after = std::ranges::upper_bound(line_starts_, offset);
  const std::size_t begin = *std::prev(after);
  const std::size_t start = start_of_code_point(bytes_, offset);
  const std::size_t before = count_between(begin, start);
  return {static_cast<std::uint32_t>(after - line_starts_.begin()),
          static_cast<std::uint32_t>(before + 1)};
}

std::uint32_t SourceFile::offset(Position position) const {
  const std::size_t begin = line_start(position.line);
  const std::size_t end = begin + line(position.line).size();
  const std::size_t before = std::max(position.column, 1U) - 1;
  return static_cast<std::uint32_t>(advance(begin, end, before));
}

std::string_view SourceFile::text(Span span) const {
  const ByteRange range = bytes_of(span);
  if (range.end <= range.begin) return {};
  return std::string_view(bytes_).substr(range.begin, range.size());
}

}  // namespace runbookc
