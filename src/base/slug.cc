#include "base/slug.h"

#include <algorithm>

#include "base/ascii.h"
#include "base/text.h"
#include "base/unicode.h"

namespace runbookc {
namespace {

// `-` once for each run of bytes that are not `kept`, and none at the ends.
template <typename Kept>
std::string joined_runs(std::string_view text, Kept kept) {
  std::string slug;
  for (const char c : text) {
    if (kept(c)) {
      slug += c;
    } else if (!slug.empty() && slug.back() != '-') {
      slug += '-';
    }
  }
  if (slug.ends_with('-')) slug.pop_back();
  return slug;
}

std::string without_repeated_hyphens(std::string_view slug) {
  std::string single;
  for (const char c : slug) {
    if (c != '-' || !single.ends_with('-')) single += c;
  }
  return single;
}

// A number alone would be a reference to an issue there.
std::string gitlab_slug(std::string_view plain_text) {
  const std::string slug = without_repeated_hyphens(github_slug(trim(plain_text)));
  return is_number(slug) ? "anchor-" + slug : slug;
}

// As Go's unicode.IsLetter and IsDigit see it: no marks, and of the numbers decimal digits alone.
bool is_go_letter_or_digit(char32_t c) {
  if (c == U'_' || (c >= U'0' && c <= U'9')) return true;
  const CharacterClass kind = character_class(c);
  return kind == CharacterClass::upper || kind == CharacterClass::lower ||
         kind == CharacterClass::letter;
}

std::string hugo_slug(std::string_view text) {
  std::string kept;
  for (std::string_view rest = trim(text); !rest.empty();) {
    const CodePoint next = decode_utf8(rest);
    if (next.value == U' ' || next.value == U'-') {
      kept += '-';
    } else if (is_go_letter_or_digit(next.value)) {
      kept += rest.substr(0, next.size);
    }
    rest.remove_prefix(next.size);
  }
  return kept.empty() ? "heading" : to_lower(kept);
}

// Redcarpet hands over HTML, so that an apostrophe is `&#39;` and leaves its number.
std::string tech_docs_slug(std::string_view plain_text) {
  const std::string html = replace_all(to_lower(escape_html(plain_text)), "'", "&#39;");
  return joined_runs(html, [](char c) { return is_lower(c) || is_digit(c); });
}

bool is_blank(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

std::string mkdocs_slug(std::string_view plain_text) {
  const std::string lower = to_lower(without_marks(plain_text));
  std::string kept;
  for (const char c : lower) {
    if (is_word(c) || c == '-' || is_blank(c)) kept += c;
  }
  std::string slug;
  for (const char c : trim(kept)) {
    if (is_word(c)) {
      slug += c;
    } else if (!slug.ends_with('-')) {
      slug += '-';
    }
  }
  return slug;
}

struct NumberedName {
  std::string name;
  int number = 0;
};

// "disk_2" goes on with "disk_3".
NumberedName split_number(const std::string& slug) {
  constexpr std::size_t kMostDigits = 6;
  const std::size_t mark = slug.rfind('_');
  if (mark == std::string::npos) return {slug, 0};
  const std::string digits = slug.substr(mark + 1);
  if (digits.size() > kMostDigits || !is_number(digits)) return {slug, 0};
  return {slug.substr(0, mark), std::stoi(digits)};
}

}  // namespace

std::string github_slug(std::string_view plain_text) {
  std::string kept;
  kept.reserve(plain_text.size());
  for (std::string_view rest = plain_text; !rest.empty();) {
    const CodePoint next = decode_utf8(rest);
    if (next.value == U' ' || next.value == U'-') {
      kept += '-';
    } else if (is_word_character(next.value)) {
      kept += rest.substr(0, next.size);
    }
    rest.remove_prefix(next.size);
  }
  return to_lower(kept);
}

std::string heading_slug(SlugStyle style, std::string_view plain_text) {
  switch (style) {
    case SlugStyle::gitlab:
      return gitlab_slug(plain_text);
    case SlugStyle::hugo:
      return hugo_slug(plain_text);
    case SlugStyle::tech_docs:
      return tech_docs_slug(plain_text);
    case SlugStyle::mkdocs:
      return mkdocs_slug(plain_text);
    case SlugStyle::github:
      break;
  }
  return github_slug(plain_text);
}

std::string AnchorNames::claim_slug(std::string_view plain_text, unsigned level) {
  std::string name = made_unique(heading_slug(rules_.style, plain_text), level);
  note(name, level);
  return name;
}

void AnchorNames::claim_explicit(std::string_view id, unsigned level) { note(id, level); }

void AnchorNames::note(std::string_view name, unsigned level) {
  taken_.emplace(name);
  const unsigned slot = std::min(level, kLevels - 1);
  last_names_[slot] = name;
  last_turns_[slot] = ++turn_;
}

std::string AnchorNames::made_unique(const std::string& slug, unsigned level) {
  const bool unnamed = slug.empty() && rules_.repeats == RepeatStyle::underscore_number;
  if (!taken_.contains(slug) && !unnamed) return slug;
  if (rules_.repeats != RepeatStyle::parent_then_number) return numbered(slug);
  const std::string longer = below_parent(slug, level);
  return taken_.contains(longer) ? numbered(longer) : longer;
}

// The suffix counts up from the last one that this slug was given, and past names that other
// headings took. Each taken name stands in the way of one slug only, so that all headings of a
// document together cost linear time.
std::string AnchorNames::numbered(const std::string& slug) {
  const bool underscore = rules_.repeats == RepeatStyle::underscore_number;
  const NumberedName start = underscore ? split_number(slug) : NumberedName{slug, 0};
  const int first = rules_.repeats == RepeatStyle::parent_then_number ? 2 : start.number + 1;
  int& suffix = next_suffix_[start.name];
  suffix = std::max(suffix, first);
  std::string name;
  do {
    name = start.name + (underscore ? '_' : '-') + std::to_string(suffix++);
  } while (taken_.contains(name));
  return name;
}

// With the name of the last heading that stands above this level in front.
std::string AnchorNames::below_parent(const std::string& slug, unsigned level) const {
  int latest = 0;
  std::string_view parent;
  for (unsigned above = 0; above < std::min(level, kLevels); ++above) {
    if (last_turns_[above] <= latest) continue;
    latest = last_turns_[above];
    parent = last_names_[above];
  }
  return latest == 0 ? slug : std::string(parent) + "-" + slug;
}

}  // namespace runbookc
