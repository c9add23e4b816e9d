#include "adopt/unfit_text.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "base/unicode.h"
#include "parse/secret_mask.h"
#include "shell/secret.h"
#include "shell/secret_value.h"

namespace runbookc {
namespace {

// What tokens begin with; samples are shorter than any of them, and no values either.
constexpr std::array<std::string_view, 12> kTokenStarts = {
    "ghp_",  "gho_", "ghs_", "github_pat_", "glpat-",  "xoxb-",
    "xoxp-", "AKIA", "ASIA", "sk_live_",    "sk-ant-", "eyJhbGci"};

bool begins_token(std::string_view text) {
  return std::ranges::any_of(kTokenStarts, [&](std::string_view start) {
    const std::size_t at = text.find(start);
    return at != std::string_view::npos && (at == 0 || !is_word(text[at - 1]));
  });
}

// `password=x`, `API_KEY: x`: whatever the value, a name that holds secrets is given one.
bool assigns_secret(std::string_view text) {
  std::size_t begin = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (is_name_byte(text[at])) continue;
    const bool assigns = text[at] == '=' || text[at] == ':';
    const std::string_view name = text.substr(begin, at - begin);
    if (assigns && !name.empty() && held_by(name) != Held::nothing) return true;
    begin = at + 1;
  }
  return false;
}

bool is_unseen(char32_t c) {
  struct Range {
    char32_t first, last;
  };
  constexpr std::array<Range, 13> kRanges = {{{0x00, 0x1F},
                                              {0x7F, 0x9F},
                                              {0xAD, 0xAD},
                                              {0x061C, 0x061C},
                                              {0x180E, 0x180E},
                                              {0x200B, 0x200B},
                                              {0x200E, 0x200F},
                                              {0x2028, 0x202E},
                                              {0x2060, 0x206F},
                                              {0xFDD0, 0xFDEF},
                                              {0xFEFF, 0xFEFF},
                                              {0xFFF9, 0xFFFD},
                                              {0xE0000, 0xE007F}}};
  const bool is_noncharacter = (c & 0xFFFEU) == 0xFFFEU;
  return is_noncharacter || std::ranges::any_of(kRanges, [&](const Range& range) {
           return c >= range.first && c <= range.last;
         });
}

bool holds_unseen(std::string_view text) {
  while (!text.empty()) {
    const CodePoint next = decode_utf8(text);
    if (is_unseen(next.value)) return true;
    text.remove_prefix(next.size);
  }
  return false;
}

}  // namespace

std::string unfit_text(std::string_view text) {
  if (holds_unseen(text)) return "it holds characters that nobody sees";
  if (text.find(kSecretMark) != std::string_view::npos || begins_token(text) ||
      assigns_secret(text) || !find_secrets(text).empty()) {
    return "it may be a secret";
  }
  return "";
}

std::string unfit_value(const Value& value) {
  if (value.is_scalar()) return unfit_text(value.text);
  for (const Value& item : value.items) {
    if (std::string reason = unfit_value(item); !reason.empty()) return reason;
  }
  return "";
}

}  // namespace runbookc
