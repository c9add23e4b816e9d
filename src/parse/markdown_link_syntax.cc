#include "parse/markdown_link_syntax.h"

#include <cstdlib>

#include "parse/cmark_setup.h"

namespace runbookc {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\t'; }
bool is_space(char c) { return is_blank(c) || (c >= '\n' && c <= '\r'); }
bool is_punctuation(char c) {
  return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') ||
         (c >= '{' && c <= '~');
}

std::optional<LinkDestination> scan_pointy(std::string_view text, std::size_t at) {
  for (std::size_t end = at + 1; end < text.size(); ++end) {
    if (text[end] == '>') return LinkDestination{at + 1, end, end + 1};
    if (text[end] == '\\') {
      ++end;
    } else if (text[end] == '\n' || text[end] == '<') {
      break;
    }
  }
  return std::nullopt;
}

}  // namespace

std::optional<LinkDestination> scan_destination(std::string_view text, std::size_t at) {
  if (at < text.size() && text[at] == '<') return scan_pointy(text, at);
  std::size_t depth = 0;
  std::size_t end = at;
  for (; end < text.size() && !is_space(text[end]); ++end) {
    const char c = text[end];
    if (c == '\\' && end + 1 < text.size() && is_punctuation(text[end + 1])) {
      ++end;
    } else if (c == '(') {
      if (++depth > 32) return std::nullopt;
    } else if (c == ')') {
      if (depth == 0) break;
      --depth;
    }
  }
  if (end >= text.size() || (end == at && is_space(text[end]))) return std::nullopt;
  return LinkDestination{at, end, end};
}

std::size_t scan_title(std::string_view text, std::size_t at) {
  if (at >= text.size()) return at;
  const char open = text[at];
  if (open != '"' && open != '\'' && open != '(') return at;
  const char close = open == '(' ? ')' : open;
  for (std::size_t end = at + 1; end < text.size(); ++end) {
    if (text[end] == close) return end + 1;
    if (text[end] == '\\') {
      ++end;
    } else if (text[end] == '(' && open == '(') {
      break;
    }
  }
  return at;
}

std::optional<std::size_t> scan_label(std::string_view text, std::size_t at) {
  constexpr std::size_t kLongest = 1000;
  for (std::size_t end = at + 1; end < text.size() && end - at <= kLongest + 1; ++end) {
    if (text[end] == ']') return end + 1;
    if (text[end] == '[') return std::nullopt;
    if (text[end] == '\\' && end + 1 < text.size() && is_punctuation(text[end + 1])) ++end;
  }
  return std::nullopt;
}

std::size_t skip_blanks_and_line(std::string_view text, std::size_t at) {
  while (at < text.size() && is_blank(text[at])) ++at;
  if (at < text.size() && text[at] == '\n') ++at;
  while (at < text.size() && is_blank(text[at])) ++at;
  return at;
}

bool is_escaped(std::string_view text, std::size_t at) {
  std::size_t backslashes = 0;
  while (backslashes < at && text[at - 1 - backslashes] == '\\') ++backslashes;
  return backslashes % 2 == 1;
}

std::string normal_label(std::string_view label) {
  const std::string bytes(label);
  cmark_chunk chunk = cmark_chunk_literal(bytes.c_str());
  cmark_mem* memory = cmark_get_default_mem_allocator();
  unsigned char* normal = normalize_map_label(memory, &chunk);
  if (normal == nullptr) return {};
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): cmark's bytes are unsigned
  std::string result(reinterpret_cast<const char*>(normal));
  memory->free(normal);
  return result;
}

}  // namespace runbookc
