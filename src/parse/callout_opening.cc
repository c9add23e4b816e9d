#include "parse/callout_opening.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "base/text.h"
#include "parse/callout.h"
#include "parse/hidden_tags.h"

namespace runbookc {
namespace {

// Shortcodes whose arguments say the kind; others are called after it.
constexpr std::array<std::string_view, 5> kContainers = {"hint", "notice", "alert", "admonition",
                                                         "callout"};
// Hugo's own for code, and what themes call theirs.
constexpr auto kCodeNames = std::to_array<std::string_view>(
    {"highlight", "code", "codeblock", "code-block", "command", "prism", "terminal"});
constexpr std::array<std::string_view, 5> kKindArguments = {"type", "color", "style", "context",
                                                            "level"};

std::string_view leading_word(std::string_view text) {
  const auto end = std::ranges::find_if_not(text, [](char c) { return is_word(c) || c == '-'; });
  return text.substr(0, static_cast<std::size_t>(end - text.begin()));
}

bool is_gfm_kind(std::string_view word) { return word == callout_kind_of_word(word); }

bool is_hidden_or_blank(char c) { return c == kHiddenSign || c == ' ' || c == '\t'; }

// Without what shows nothing at its ends.
std::string_view bare(std::string_view text) {
  while (!text.empty() && is_hidden_or_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_hidden_or_blank(text.back())) text.remove_suffix(1);
  return text;
}

ByteRange range_in(std::string_view line, std::string_view part) {
  if (part.empty()) return {};
  const auto begin = static_cast<std::uint32_t>(part.data() - line.data());
  return {begin, begin + static_cast<std::uint32_t>(part.size())};
}

// A word that GFM has no name for is its own title: "Danger".
std::string title_of_word(std::string_view word) {
  if (is_gfm_kind(word)) return {};
  std::string title = lower_ascii(word);
  if (is_lower(title[0])) title[0] = static_cast<char>(title[0] - 'a' + 'A');
  return title;
}

// `title` is a part of `line`.
CalloutOpening named_opening(std::string_view line, std::string_view word, std::string_view title) {
  CalloutOpening opening;
  const std::string_view kind = callout_kind_of_word(word);
  opening.kind = kind.empty() ? "note" : kind;
  opening.written = range_in(line, bare(title));
  if (opening.written.size() == 0) opening.title = title_of_word(word);
  return opening;
}

// One past the bracket that closes the one that `text` begins with; 0 if none does.
std::size_t bracket_size(std::string_view text) {
  std::size_t depth = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\\')
      ++i;
    else if (text[i] == '[')
      ++depth;
    else if (text[i] == ']' && --depth == 0)
      return i + 1;
  }
  return 0;
}

// Behind the word of a container in colons: `[Title]`, or the rest up to its attributes.
std::string_view colon_title(std::string_view text) {
  const bool is_label = text.starts_with('[');
  const std::string_view title = bare(text.substr(0, text.find('{')));
  const std::size_t size = title.starts_with('[') ? bracket_size(title) : 0;
  if (size == 0 || (!is_label && size < title.size())) return title;
  return title.substr(1, size - 2);
}

// The kind in `[!kind]` that `text` begins with, which is taken off.
std::string_view take_alert_kind(std::string_view& text) {
  if (!text.starts_with("[!")) return {};
  const std::string_view word = leading_word(text.substr(2));
  const std::string_view rest = text.substr(2 + word.size());
  const std::string_view kind = callout_kind_of_word(word);
  if (!rest.starts_with(']') || !equals_ignoring_case(word, kind)) return {};
  text = rest.substr(1);
  return kind;
}

// What a fence can have for a language.
std::string fence_word(std::string_view text) {
  constexpr std::string_view kSigns = "_-+#.";
  const auto end = std::ranges::find_if_not(
      text, [&](char c) { return is_word(c) || kSigns.find(c) != std::string_view::npos; });
  return std::string(text.substr(0, static_cast<std::size_t>(end - text.begin())));
}

std::string_view kind_word(const Shortcode& shortcode) {
  for (const std::string_view name : kKindArguments) {
    const auto found = std::ranges::find(shortcode.arguments, name, &ShortcodeArgument::name);
    if (found != shortcode.arguments.end()) return found->value;
  }
  const auto first = std::ranges::find(shortcode.arguments, "", &ShortcodeArgument::name);
  return first == shortcode.arguments.end() ? std::string_view() : first->value;
}

// Of a terminal's text nobody names one.
std::string code_language(const Shortcode& shortcode) {
  if (shortcode.name == "command" || shortcode.name == "terminal") return "bash";
  std::string_view language = argument_of(shortcode, "lang", 0);
  if (language.empty()) language = argument_of(shortcode, "language", Shortcode::kMostArguments);
  return fence_word(trim(language));
}

}  // namespace

std::optional<CalloutOpening> mark_opening(CalloutSyntax syntax, std::string_view line) {
  if (syntax == CalloutSyntax::exclamations) return exclamation_opening(line);
  if (syntax == CalloutSyntax::colons) return colon_opening(line);
  if (syntax == CalloutSyntax::quotes) return quote_fence_opening(line);
  return std::nullopt;
}

std::optional<CalloutOpening> exclamation_opening(std::string_view line) {
  std::string_view text = trim(line);
  if (!text.starts_with("!!!") && !text.starts_with("???")) return std::nullopt;
  const bool is_open = text.starts_with("???+");
  text = trim_start(text.substr(is_open ? 4 : 3));
  const std::string_view word = leading_word(text);
  if (word.empty()) return std::nullopt;
  const std::size_t open = text.find('"');
  if (open == std::string_view::npos) return named_opening(line, word, {});
  const std::size_t close = text.rfind('"');
  if (close == open) return std::nullopt;
  return named_opening(line, word, text.substr(open + 1, close - open - 1));
}

std::optional<CalloutOpening> colon_opening(std::string_view line) {
  std::string_view text = trim(line);
  const std::size_t colons = std::min(text.find_first_not_of(':'), text.size());
  if (colons < 3) return std::nullopt;
  text = trim_start(text.substr(colons));
  const std::string_view word = leading_word(text);
  if (word.empty() || !is_letter(word[0])) return std::nullopt;
  CalloutOpening opening = named_opening(line, word, colon_title(text.substr(word.size())));
  if (callout_kind_of_word(word).empty()) opening = {.quoted = false};
  opening.fence = static_cast<std::uint32_t>(colons);
  return opening;
}

std::string_view title_attribute(std::string_view line) {
  constexpr std::string_view kName = "title=";
  line = line.substr(std::min(line.find('{'), line.size()));
  const std::size_t at = line.find(kName);
  if (at == std::string_view::npos) return {};
  line.remove_prefix(at + kName.size());
  const std::size_t end = line.empty() ? std::string_view::npos : line.find(line[0], 1);
  const bool is_quoted = end != std::string_view::npos && (line[0] == '"' || line[0] == '\'');
  return is_quoted ? line.substr(1, end - 1) : std::string_view();
}

std::optional<CalloutOpening> quote_fence_opening(std::string_view line) {
  const std::size_t size = std::min(line.find_first_not_of('>'), line.size());
  if (size < 3) return std::nullopt;
  CalloutOpening opening{.fence = static_cast<std::uint32_t>(size)};
  std::string_view text = trim(line.substr(size));
  if (text.empty()) return opening;
  opening.kind = take_alert_kind(text);
  if (opening.kind.empty()) return std::nullopt;
  opening.written = range_in(line, bare(text));
  return opening;
}

std::optional<CalloutOpening> alert_opening(std::string_view line) {
  std::string_view text = trim(line);
  CalloutOpening opening;
  opening.kind = take_alert_kind(text);
  opening.written = range_in(line, bare(text));
  if (opening.kind.empty() || opening.written.size() == 0) return std::nullopt;
  return opening;
}

std::uint32_t closing_fence(std::string_view line, char sign) {
  line = trim(line);
  const bool is_closing =
      line.size() >= 3 && line.find_first_not_of(sign) == std::string_view::npos;
  return is_closing ? static_cast<std::uint32_t>(line.size()) : 0;
}

std::optional<CalloutOpening> shortcode_opening(const Shortcode& shortcode) {
  CalloutOpening opening;
  if (std::ranges::find(kCodeNames, shortcode.name) != kCodeNames.end()) {
    opening.code = std::string(kCodeFence) + code_language(shortcode);
    return opening;
  }
  if (std::ranges::find(kContainers, shortcode.name) != kContainers.end()) {
    const std::string_view kind = callout_kind_of_word(kind_word(shortcode));
    opening.kind = kind.empty() ? "note" : kind;
    opening.title = collapse_space(argument_of(shortcode, "title", 1));
    return opening;
  }
  opening.kind = callout_kind_of_word(shortcode.name);
  opening.title = collapse_space(argument_of(shortcode, "title", 0));
  if (opening.kind.empty()) return std::nullopt;
  return opening;
}

}  // namespace runbookc
