#include "parse/markdown_lines.h"

#include <algorithm>

#include "base/text.h"
#include "base/unicode.h"

namespace runbookc {
namespace {

constexpr std::string_view kReplacement = "\xef\xbf\xbd";  // what cmark puts in the place of NUL

std::uint32_t count_starts(std::string_view utf8) {
  return static_cast<std::uint32_t>(std::ranges::count_if(
      utf8, [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0) != 0x80; }));
}

// The bytes that cmark sees of `text`.
std::uint32_t fed_size(std::string_view text) {
  const auto nuls = static_cast<std::size_t>(std::ranges::count(text, '\0'));
  return static_cast<std::uint32_t>(text.size() + nuls * (kReplacement.size() - 1));
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
  return (!edits_.empty() && edits_.contains(line)) ||
         (!hidden_.empty() && hidden_.contains(line)) ||
         (has_nul_ && source(line).find('\0') != std::string_view::npos);
}

void BodyLines::edit(std::uint32_t line, LineEdit edit) {
  std::vector<LineEdit>& edits = edits_[line];
  const auto after = std::ranges::upper_bound(edits, edit.offset, {}, &LineEdit::offset);
  edits.insert(after, std::move(edit));
}

std::uint32_t BodyLines::edits_end(std::uint32_t line) const {
  const auto edits = edits_.find(line);
  if (edits == edits_.end()) return 0;
  const LineEdit& last = edits->second.back();
  return std::min(last.offset + last.removed, static_cast<std::uint32_t>(source(line).size()));
}

std::string BodyLines::fed(std::uint32_t line) const {
  const std::string_view source_text = source(line);
  std::string text;
  std::size_t done = 0;
  if (const auto edits = edits_.find(line); edits != edits_.end()) {
    for (const LineEdit& edit : edits->second) {
      const std::size_t offset = std::max<std::size_t>(edit.offset, done);
      text.append(source_text.substr(done, offset - done)).append(edit.inserted);
      done = std::min<std::size_t>(offset + edit.removed, source_text.size());
    }
  }
  text.append(source_text.substr(done));
  if (has_nul_) text = replace_all(text, std::string_view("\0", 1), kReplacement);
  return text;
}

// How many bytes at the start of `text` become at most `fed_size` bytes.
std::uint32_t BodyLines::source_size(std::string_view text, std::uint32_t fed_size) const {
  if (!has_nul_) return std::min(fed_size, static_cast<std::uint32_t>(text.size()));
  std::uint32_t fed = 0;
  std::uint32_t size = 0;
  while (size < text.size() && fed < fed_size) {
    fed += text[size] == '\0' ? static_cast<std::uint32_t>(kReplacement.size()) : 1;
    if (fed <= fed_size) ++size;
  }
  return size;
}

std::uint32_t BodyLines::source_offset(std::uint32_t line, std::uint32_t fed_offset) const {
  if (edits_.empty() && !has_nul_) return fed_offset;
  const std::string_view text = source(line);
  std::uint32_t fed = 0;
  std::uint32_t offset = 0;
  const auto edits = edits_.find(line);
  if (edits == edits_.end()) return has_nul_ ? source_size(text, fed_offset) : fed_offset;
  for (const LineEdit& edit : edits->second) {
    const std::string_view kept =
        text.substr(std::min<std::size_t>(offset, text.size()), edit.offset - offset);
    const std::uint32_t kept_fed = fed_size(kept);
    if (fed_offset < fed + kept_fed) break;
    fed += kept_fed;
    offset = edit.offset;
    const auto inserted = static_cast<std::uint32_t>(edit.inserted.size());
    const bool is_cut = inserted == 0 && offset + edit.removed >= text.size();
    if (fed_offset < fed + inserted + (is_cut ? 1 : 0)) return offset;
    fed += inserted;
    offset += edit.removed;
  }
  return offset +
         source_size(text.substr(std::min<std::size_t>(offset, text.size())), fed_offset - fed);
}

std::string_view BodyLines::raw_from(std::uint32_t line, std::size_t offset) const {
  const std::string_view shown = source(line);
  std::uint32_t characters = count_starts(shown.substr(0, std::min(offset, shown.size())));
  std::string_view rest = raw(line);
  if (shown.data() == rest.data()) return rest.substr(std::min(offset, rest.size()));
  while (characters > 0 && !rest.empty()) {
    rest.remove_prefix(decode_utf8(rest).size);
    --characters;
  }
  return rest;
}

bool BodyLines::has_shortcode_path(Span span) const {
  const auto at = std::ranges::lower_bound(shortcode_paths_, span.start);
  return at != shortcode_paths_.end() && *at < span.end;
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

Position BodyLines::raw_position(std::uint32_t line, std::uint32_t offset) const {
  return file_->position(file_->line_start(first_line_ + line - 1) + offset);
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
