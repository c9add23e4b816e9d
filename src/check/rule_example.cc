#include "check/rule_example.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>

#include "base/text.h"
#include "base/unicode.h"

namespace runbookc {

// Makes the sign before it a picture, so it is seen.
constexpr char32_t kEmojiSelector = 0xfe0f;

namespace {

constexpr std::string_view kMark = "=== ";

}  // namespace

std::map<std::string, std::string, std::less<>> example_files(const Example& example) {
  if (!example.files.starts_with(kMark)) {
    return {{"page.md", std::string(example.files)}};
  }
  std::map<std::string, std::string, std::less<>> files;
  std::string_view rest = example.files;
  while (rest.starts_with(kMark)) {
    const std::size_t line_end = std::min(rest.find('\n'), rest.size());
    const std::string_view path = trim(rest.substr(kMark.size(), line_end - kMark.size()));
    rest.remove_prefix(std::min(line_end + 1, rest.size()));
    const std::size_t next = rest.find("\n=== ");
    const std::size_t size = next == std::string_view::npos ? rest.size() : next + 1;
    const bool empty = rest.starts_with(kMark);
    files.emplace(path, empty ? std::string_view() : rest.substr(0, size));
    rest.remove_prefix(empty ? 0 : size);
  }
  return files;
}

std::string visible_text(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const CodePoint point = decode_utf8(text);
    const std::string_view bytes = text.substr(0, point.size);
    const bool is_space = bytes == "\n" || bytes == "\t";
    if (!is_valid_utf8(bytes)) {
      out += fmt::format("\\x{:02x}", static_cast<unsigned char>(bytes[0]));
    } else if (!is_space && point.value != kEmojiSelector && display_width(bytes) == 0) {
      out += fmt::format("\\u{{{:x}}}", static_cast<std::uint32_t>(point.value));
    } else {
      out += bytes;
    }
    text.remove_prefix(point.size);
  }
  return out;
}

}  // namespace runbookc
