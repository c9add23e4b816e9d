#include "shell/secret_word.h"

#include <string>

namespace runbookc {

HeldValue shown_value(std::string_view text, const ShellWord& word, std::size_t skip) {
  const std::uint32_t begin = word.range.begin;
  if (!word.quoted) return {{begin + static_cast<std::uint32_t>(skip), word.range.end}};
  const std::string_view raw = text.substr(begin, word.range.size());
  const std::string_view before = std::string_view(word.value).substr(0, skip);
  const std::string_view inner = std::string_view(word.value).substr(skip);
  for (const char quote : {'\'', '"'}) {
    const Quoting quoting = quote == '\'' ? Quoting::single : Quoting::other;
    const std::string whole = quote + std::string(word.value) + quote;
    const std::string tail = std::string(before) + quote + std::string(inner) + quote;
    const bool around = raw == whole || raw == tail;
    const auto offset = static_cast<std::uint32_t>(skip + 1);
    if (around) return {{begin + offset, word.range.end - 1}, quoting};
  }
  return {word.range, Quoting::other};
}

std::optional<Secret> password_in(std::string_view text, const ShellWord& word, std::size_t skip) {
  if (word.placeholder || word.range.end > text.size()) return std::nullopt;
  const HeldValue shown = shown_value(text, word, skip);
  if (!is_password(std::string_view(word.value).substr(skip), shown.quoting)) return std::nullopt;
  return Secret{"a password", shown.range};
}

}  // namespace runbookc
