#include "parse/markdown_lines.h"

#include <algorithm>

#include "base/text.h"

namespace runbookc {
namespace {

constexpr std::string_view kReplacement = "\xef\xbf\xbd";  // what cmark puts in the place of NUL

std::uint32_t count_starts(std::string_view utf8) {
  return static_cast<std::uint32_t>(std::ranges::count_if(
      utf8, [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0) != 0x80; }));
}

}  // namespace

BodyLines::BodyLines(const SourceFile& file, std::uint32_t begin)
    : file_(&file),
      first_line_(file.position(begin).line),
      count_(file.line_count() >= first_line_ ? file.line_count() - first_line_ + 1 : 0),
      has_nul_(file.bytes().find('\0') != std::string_view::npos) {
  if (count_ > 0 && file.line_start(file.line_count()) >= file.bytes().size()) {
    --count_;  // nothing after the last line ending
  }
  infos_.resize(count_ + 1);
}

bool BodyLines::is_altered(std::uint32_t line) const {
  return (!inserted_.empty() && inserted_.contains(line)) ||
         (!cuts_.empty() && cuts_.contains(line)) ||
         (has_nul_ && source(line).find('\0') != std::string_view::npos);
}

std::string BodyLines::fed(std::uint32_t line) const {
  std::string text(source(line));
  if (const auto cut = cuts_.find(line); cut != cuts_.end()) text.resize(cut->second);
  if (const auto at = inserted_.find(line); at != inserted_.end()) {
    text.insert(at->second, 1, '\\');
  }
  if (has_nul_) text = replace_all(text, std::string_view("\0", 1), kReplacement);
  return text;
}

std::uint32_t BodyLines::source_offset(std::uint32_t line, std::uint32_t fed_offset) const {
  if (inserted_.empty() && !has_nul_) return fed_offset;
  const std::string_view text = source(line);
  const auto at = inserted_.find(line);
  if (at == inserted_.end() && (!has_nul_ || text.find('\0') == std::string_view::npos)) {
    return fed_offset;
  }
  std::uint32_t fed = 0;
  std::uint32_t offset = 0;
  while (offset < text.size() && fed < fed_offset) {
    if (at != inserted_.end() && offset == at->second) ++fed;
    fed += text[offset] == '\0' ? static_cast<std::uint32_t>(kReplacement.size()) : 1;
    if (fed <= fed_offset) ++offset;
  }
  return offset;
}

Position BodyLines::position(std::uint32_t line, std::uint32_t fed_offset) const {
  return source_position(line, source_offset(line, fed_offset));
}

Position BodyLines::source_position(std::uint32_t line, std::uint32_t offset) const {
  const std::string_view text = source(line);
  offset = std::min(offset, static_cast<std::uint32_t>(text.size()));
  if (line != last_line_ || offset < last_offset_) {
    last_line_ = line;
    last_offset_ = 0;
    last_column_ = 1;
  }
  last_column_ += count_starts(text.substr(last_offset_, offset - last_offset_));
  last_offset_ = offset;
  return {first_line_ + line - 1, last_column_};
}

std::string_view BodyLines::leaf_text(std::uint32_t line) const {
  const std::string_view text = source(line);
  return text.substr(std::min<std::size_t>(source_offset(line, info(line).offset), text.size()));
}

Position BodyLines::line_end(std::uint32_t line) const {
  return {first_line_ + line - 1, count_starts(source(line)) + 1};
}

Position BodyLines::trimmed_end(std::uint32_t line) const {
  const std::string_view text = source(line);
  return {first_line_ + line - 1, count_starts(trim_end(text)) + 1};
}

}  // namespace runbookc
