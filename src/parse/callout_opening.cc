#include "parse/callout_opening.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "base/text.h"
#include "parse/callout.h"

namespace runbookc {
namespace {

constexpr std::string_view kCodeFence = "~~~~~~~~";

// Shortcodes whose arguments say the kind; others are called after it.
constexpr std::array<std::string_view, 5> kContainers = {"hint", "notice", "alert", "admonition",
                                                         "callout"};
constexpr std::array<std::string_view, 5> kKindArguments = {"type", "color", "style", "context",
                                                            "level"};

std::string_view leading_word(std::string_view text) {
  const auto end = std::ranges::find_if_not(text, [](char c) { return is_word(c) || c == '-'; });
  return text.substr(0, static_cast<std::size_t>(end - text.begin()));
}

bool is_gfm_kind(std::string_view word) { return word == callout_kind_of_word(word); }

// A word that GFM has no name for is its own title: "Danger".
CalloutOpening named_opening(std::string_view word, std::string_view title) {
  CalloutOpening opening;
  const std::string_view kind = callout_kind_of_word(word);
  opening.kind = kind.empty() ? "note" : kind;
  opening.title = trim(title);
  if (!opening.title.empty() || is_gfm_kind(word)) return opening;
  opening.title = lower_ascii(word);
  if (is_lower(opening.title[0]))
    opening.title[0] = static_cast<char>(opening.title[0] - 'a' + 'A');
  return opening;
}

std::string_view kind_word(const Shortcode& shortcode) {
  for (const std::string_view name : kKindArguments) {
    const auto found = std::ranges::find(shortcode.arguments, name, &ShortcodeArgument::name);
    if (found != shortcode.arguments.end()) return found->value;
  }
  const auto first = std::ranges::find(shortcode.arguments, "", &ShortcodeArgument::name);
  return first == shortcode.arguments.end() ? std::string_view() : first->value;
}

}  // namespace

std::optional<CalloutOpening> exclamation_opening(std::string_view line) {
  line = trim(line);
  if (!line.starts_with("!!!") && !line.starts_with("???")) return std::nullopt;
  const bool is_open = line.starts_with("???+");
  line = trim_start(line.substr(is_open ? 4 : 3));
  const std::string_view word = leading_word(line);
  if (word.empty()) return std::nullopt;
  const std::size_t open = line.find('"');
  if (open == std::string_view::npos) return named_opening(word, {});
  const std::size_t close = line.rfind('"');
  if (close == open) return std::nullopt;
  return named_opening(word, line.substr(open + 1, close - open - 1));
}

std::optional<CalloutOpening> colon_opening(std::string_view line) {
  line = trim(line);
  const std::size_t colons = std::min(line.find_first_not_of(':'), line.size());
  if (colons < 3) return std::nullopt;
  line = trim_start(line.substr(colons));
  const std::string_view word = leading_word(line);
  if (word.empty() || !is_letter(word[0])) return std::nullopt;
  std::string_view title = line.substr(word.size());
  title = trim(title.substr(0, title.find('{')));
  if (title.starts_with('[') && title.ends_with(']')) title = title.substr(1, title.size() - 2);
  CalloutOpening opening = named_opening(word, title);
  if (callout_kind_of_word(word).empty()) opening = {};
  opening.colons = static_cast<std::uint32_t>(colons);
  return opening;
}

std::uint32_t closing_colons(std::string_view line) {
  line = trim(line);
  const bool is_closing = line.size() >= 3 && line.find_first_not_of(':') == std::string_view::npos;
  return is_closing ? static_cast<std::uint32_t>(line.size()) : 0;
}

std::optional<CalloutOpening> shortcode_opening(const Shortcode& shortcode) {
  CalloutOpening opening;
  if (shortcode.name == "highlight") {
    opening.code = std::string(kCodeFence) + std::string(argument_of(shortcode, "lang", 0));
    return opening;
  }
  if (std::ranges::find(kContainers, shortcode.name) != kContainers.end()) {
    const std::string_view kind = callout_kind_of_word(kind_word(shortcode));
    opening.kind = kind.empty() ? "note" : kind;
    opening.title = argument_of(shortcode, "title", 1);
    return opening;
  }
  opening.kind = callout_kind_of_word(shortcode.name);
  opening.title = argument_of(shortcode, "title", 0);
  if (opening.kind.empty()) return std::nullopt;
  return opening;
}

}  // namespace runbookc
