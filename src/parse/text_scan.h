// Fast ways past plain text, of which nearly all of a runbook consists.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace runbookc {

// The first byte from `at` on that is not ASCII, or the size of `text`.
inline std::size_t next_non_ascii(std::string_view text, std::size_t at) {
  constexpr std::uint64_t kHighBits = 0x8080808080808080;
  while (at + sizeof(std::uint64_t) <= text.size()) {
    std::uint64_t word = 0;
    std::memcpy(&word, text.data() + at, sizeof word);
    if ((word & kHighBits) != 0) break;
    at += sizeof word;
  }
  while (at < text.size() && static_cast<unsigned char>(text[at]) < 0x80) ++at;
  return at;
}

// The first ASCII control character from `at` on that is neither a tab nor part of a line's end, or
// the size of `text`.
inline std::size_t next_control(std::string_view text, std::size_t at) {
  const auto is_control = [](char c) {
    return (static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t' && c != '\r') ||
           c == 0x7F;
  };
  while (at < text.size() && !is_control(text[at])) ++at;
  return at;
}

}  // namespace runbookc
