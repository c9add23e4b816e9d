#include "parse/callout.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "base/text.h"
#include "base/unicode.h"

namespace runbookc {
namespace {

struct Opening {
  std::string_view text;
  std::string_view kind;
};

constexpr std::array<Opening, 4> kSigns = {{{"\u26a0", "warning"},
                                            {"\U0001f6a8", "caution"},
                                            {"\U0001f6d1", "caution"},
                                            {"\u26d4", "caution"}}};

constexpr std::array<Opening, 7> kWords = {{{"warning", "warning"},
                                            {"attention", "warning"},
                                            {"caution", "caution"},
                                            {"danger", "caution"},
                                            {"important", "important"},
                                            {"note", "note"},
                                            {"tip", "tip"}}};

// The words of MkDocs, Docusaurus and Hugo's themes.
constexpr std::array<Opening, 27> kBlockWords = {{{"note", "note"},
                                                  {"info", "note"},
                                                  {"abstract", "note"},
                                                  {"summary", "note"},
                                                  {"tldr", "note"},
                                                  {"seealso", "note"},
                                                  {"todo", "note"},
                                                  {"question", "note"},
                                                  {"help", "note"},
                                                  {"faq", "note"},
                                                  {"quote", "note"},
                                                  {"example", "note"},
                                                  {"primary", "note"},
                                                  {"tip", "tip"},
                                                  {"hint", "tip"},
                                                  {"success", "tip"},
                                                  {"check", "tip"},
                                                  {"done", "tip"},
                                                  {"important", "important"},
                                                  {"warning", "warning"},
                                                  {"attention", "warning"},
                                                  {"caution", "caution"},
                                                  {"danger", "caution"},
                                                  {"error", "caution"},
                                                  {"failure", "caution"},
                                                  {"fail", "caution"},
                                                  {"bug", "caution"}}};

// Skips pictures and blanks.
std::string_view behind_signs(std::string_view text) {
  while (!text.empty()) {
    const CodePoint point = decode_utf8(text);
    if (point.value != ' ' && (point.value < 0x80 || !is_emoji(point.value))) break;
    text.remove_prefix(point.size);
  }
  return text;
}

constexpr std::array<std::string_view, 5> kAlerts{"note", "tip", "important", "warning", "caution"};

}  // namespace

std::string_view alert_kind(std::string_view text) {
  if (!text.starts_with("[!") || !text.ends_with("]")) return {};
  const std::string kind = lower_ascii(text.substr(2, text.size() - 3));
  const auto* const found = std::ranges::find(kAlerts, kind);
  return found == kAlerts.end() ? std::string_view{} : *found;
}

std::string_view callout_kind(std::string_view text) {
  const std::string_view rest = behind_signs(text);
  const auto word_end = std::size_t(std::ranges::find_if_not(rest, is_letter) - rest.begin());
  if (word_end < rest.size() && rest[word_end] == ':') {
    const std::string word = lower_ascii(rest.substr(0, word_end));
    const auto known = std::ranges::find(kWords, std::string_view(word), &Opening::text);
    if (known != kWords.end()) return known->kind;
  }
  const auto sign = std::ranges::find_if(
      kSigns, [&](const Opening& opening) { return text.starts_with(opening.text); });
  return sign == kSigns.end() ? std::string_view() : sign->kind;
}

std::string_view callout_kind_of_word(std::string_view word) {
  const auto known = std::ranges::find(kBlockWords, lower_ascii(word), &Opening::text);
  return known == kBlockWords.end() ? std::string_view() : known->kind;
}

}  // namespace runbookc
