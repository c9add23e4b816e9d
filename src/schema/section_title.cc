#include <algorithm>
#include <string>
#include <string_view>

#include "base/ascii.h"
#include "base/text.h"
#include "base/unicode.h"
#include "schema/document_type.h"

namespace runbookc {
namespace {

constexpr char32_t kKeycap = 0x20E3;
// "①" to "⓿": numbers as signs, ignored like the emoji that they stand for.
bool is_circled_number(char32_t c) { return c >= 0x2460 && c <= 0x24FF; }

constexpr std::string_view kDigits = "0123456789";

bool is_dash(char32_t c) { return c == '-' || c == '_' || (c >= 0x2010 && c <= 0x2015); }

// Case, emoji, the kinds of space, dash and apostrophe, and `&` made alike.
std::string folded(std::string_view title) {
  std::string out;
  out.reserve(title.size());
  while (!title.empty()) {
    if (is_letter(title.front()) || is_digit(title.front())) {  // nearly all, and nothing else
      out += is_upper(title.front()) ? static_cast<char>(title.front() - 'A' + 'a') : title.front();
      title.remove_prefix(1);
      continue;
    }
    const CodePoint c = decode_utf8(title);
    title.remove_prefix(c.size);
    if (c.value == '&') {
      out += " and ";
    } else if (is_dash(c.value) || is_unicode_space(c.value)) {
      out += ' ';
    } else if (c.value == 0x2018 || c.value == 0x2019) {
      out += '\'';
    } else if (c.value != kKeycap && !is_circled_number(c.value) &&
               (c.value < 0x80 || !is_emoji(c.value))) {
      append_utf8(out, to_lower(c.value));
    }
  }
  return collapse_space(out);
}

// ":rotating_light:", an emoji by name.
std::string_view without_shortcode(std::string_view title) {
  if (!title.starts_with(':')) return title;
  const std::size_t end = title.find_first_of(": ", 1);
  if (end == std::string_view::npos || end == 1 || title[end] != ':') return title;
  return trim_start(title.substr(end + 1));
}

// "step 3", "phase 2": numbering with a word before it. A contract asks whether the section is
// there, and "Step 3: Rollback" is where a reader looks for it.
std::string_view without_step(std::string_view title) {
  for (const std::string_view word : {"step ", "phase ", "part ", "section ", "stage "}) {
    if (!title.starts_with(word)) continue;
    const std::size_t end = title.find_first_not_of(kDigits, word.size());
    if (end == word.size() || end == std::string_view::npos) return title;
    return title.substr(end);
  }
  return title;
}

// The length of a number that leads `title`: "3", "3.2.1", "iv", "b"; a letter or a Roman numeral
// is one only before `.` or `)`.
std::size_t number_size(std::string_view title) {
  if (title.empty()) return 0;
  if (kDigits.find(title.front()) != std::string_view::npos) {
    const std::size_t end = std::min(title.find_first_not_of("0123456789.", 0), title.size());
    return end < title.size() &&
                   std::string_view(" )]:.").find(title[end]) == std::string_view::npos &&
                   title[end - 1] != '.'
               ? 0
               : end;
  }
  std::size_t end = std::min(title.find_first_not_of("ivxlc"), title.size());
  if (end == 0 && title.front() >= 'a' && title.front() <= 'z') end = 1;
  const bool marked = end != 0 && end + 1 < title.size() &&
                      (title[end] == '.' || title[end] == ')') && title[end + 1] == ' ';
  return marked ? end : 0;
}

std::string_view without_number(std::string_view title) {
  title = without_shortcode(title);
  title = without_step(title);
  const bool opens =
      !title.empty() && std::string_view("([#").find(title.front()) != std::string_view::npos;
  title.remove_prefix(opens && number_size(title.substr(1)) != 0 ? 1 : 0);
  title.remove_prefix(number_size(title));
  return title.substr(std::min(title.find_first_not_of(" .:)]"), title.size()));
}

// Trailing punctuation, and what stands in brackets at the end: "(0-15 min)", "[draft]".
std::string_view without_tail(std::string_view title) {
  for (;;) {
    const std::size_t last = title.find_last_not_of(" .:;,!?*#");
    std::string_view rest = title.substr(0, last == std::string_view::npos ? 0 : last + 1);
    std::size_t open = std::string_view::npos;
    if (rest.ends_with(')')) open = rest.rfind('(');
    if (rest.ends_with(']')) open = rest.rfind('[');
    if (open != std::string_view::npos && open != 0) rest = rest.substr(0, open);
    if (rest.size() == title.size()) return rest;
    title = rest;
  }
}

}  // namespace

std::string comparable_title(std::string_view title) {
  const std::string whole = folded(title);
  const std::string_view bare = without_tail(without_number(whole));
  return bare.empty() ? std::string(without_tail(whole)) : std::string(bare);
}

bool fulfils_title(const SectionContract& contract, std::string_view title) {
  const std::string wanted = comparable_title(title);
  return wanted == comparable_title(contract.title) ||
         std::ranges::any_of(contract.aliases, [&](const std::string& alias) {
           return wanted == comparable_title(alias);
         });
}

}  // namespace runbookc
