#include "adopt/adopted_title.h"

#include <algorithm>
#include <array>
#include <utility>

#include "adopt/stated_text.h"
#include "base/ascii.h"
#include "base/text.h"
#include "base/unicode.h"
#include "parse/mojibake.h"

namespace runbookc {
namespace {

constexpr std::size_t kMostBlocksBefore = 4;

std::string mended(std::string_view text) {
  std::string out;
  std::size_t at = 0;
  for (const Mojibake& found : find_mojibake(text)) {
    out += text.substr(at, found.range.begin - at);
    out += found.lost ? text.substr(found.range.begin, found.range.size()) : found.text;
    at = found.range.end;
  }
  out += text.substr(at);
  return out;
}

// Emoji and space off the start.
std::string_view without_sign(std::string_view text) {
  text = trim_start(text);
  while (!text.empty() && (text.front() & 0x80) != 0 && is_emoji(decode_utf8(text).value)) {
    text = trim_start(text.substr(decode_utf8(text).size));
  }
  return text;
}

std::string_view last_character(std::string_view text) {
  std::size_t at = text.size() - 1;
  while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) --at;
  return text.substr(at);
}

std::string_view without_last_sign(std::string_view text) {
  text = trim_end(text);
  while (!text.empty() && (text.back() & 0x80) != 0) {
    const std::string_view last = last_character(text);
    if (!is_emoji(decode_utf8(last).value)) break;
    text = trim_end(text.substr(0, text.size() - last.size()));
  }
  return text;
}

// "Runbook: X", "Playbook – X".
std::string_view without_kind(std::string_view text) {
  constexpr std::array<std::string_view, 5> kKinds = {"runbook", "playbook", "sop", "alert",
                                                      "procedure"};
  for (const std::string_view kind : kKinds) {
    if (!equals_ignoring_case(text.substr(0, kind.size()), kind)) continue;
    const std::string_view rest = text.substr(kind.size());
    for (const std::string_view joint : {":", " -", " \u2013", " \u2014"}) {
      if (rest.starts_with(joint) && rest.substr(joint.size()).starts_with(' ')) {
        return trim_start(rest.substr(joint.size()));
      }
    }
  }
  return text;
}

// "RB-012", "OPS7": capitals, and digits after them.
bool is_code(std::string_view word) {
  const std::size_t digits = word.find_first_of("0123456789");
  if (digits == std::string_view::npos || digits == 0) return false;
  std::string_view letters = word.substr(0, digits);
  const bool dashed = letters.ends_with('-') || letters.ends_with('_');
  if (dashed) letters.remove_suffix(1);
  return letters.size() >= 2 && std::ranges::all_of(letters, is_upper) &&
         is_number(word.substr(digits)) && dashed;
}

std::string_view without_code(std::string_view text) {
  if (text.empty() || (text.back() != ')' && text.back() != ']')) return text;
  const std::size_t open = text.rfind(text.back() == ')' ? '(' : '[');
  if (open == std::string_view::npos || open == 0) return text;
  const std::string_view inner = text.substr(open + 1, text.size() - open - 2);
  return is_code(inner) ? trim_end(text.substr(0, open)) : text;
}

// Of the top level; comments and badges are few.
std::size_t blocks_before(const Document& document, const Section& heading) {
  return static_cast<std::size_t>(
      std::count_if(document.blocks.begin(), document.blocks.begin() + heading.first_block,
                    [](const Block& block) { return block.parent == kNone; }));
}

bool has_more_of_level_1(const Document& document) {
  return std::ranges::count_if(document.sections, [](const Section& section) {
           return section.level == 1 && !section.nested;
         }) > 1;
}

// "Operations Runbook" is no section, "Summary" and "Troubleshooting" are.
bool is_section_name(std::string_view title, std::span<const DocumentType> types) {
  return std::ranges::any_of(types, [&](const DocumentType& type) {
    return std::ranges::any_of(type.sections, [&](const SectionContract& contract) {
      return fulfils_title(contract, title);
    });
  });
}

}  // namespace

std::string title_from_heading(std::string_view heading) {
  const std::string whole = mended(heading);
  std::string_view title = without_last_sign(without_sign(whole));
  title = without_sign(without_kind(title));
  title = without_last_sign(without_code(title));
  return collapse_space(title.empty() ? std::string_view(whole) : title);
}

AdoptedTitle adopted_title(const Document& document, std::span<const DocumentType> types) {
  const Index section = title_section(document);
  if (section == kNone) return {};
  const Section& heading = document.sections[section];
  AdoptedTitle adopted{.title = title_from_heading(heading.title), .heading = section, .doubt = ""};
  if (adopted.title.empty()) return {};
  if (blocks_before(document, heading) > kMostBlocksBefore) {
    adopted.doubt = "it stands far below the start";
  } else if (std::string doubt = doubt_about_text(adopted.title); !doubt.empty()) {
    adopted.doubt = std::move(doubt);
  } else if (has_more_of_level_1(document) && is_section_name(heading.title, types)) {
    adopted.doubt = "it is called as a section is";
  }
  if (!adopted.doubt.empty()) adopted.title.clear();
  return adopted;
}

}  // namespace runbookc
