#include "adopt/named_owners.h"

#include <algorithm>
#include <array>

#include "adopt/stated_text.h"
#include "base/ascii.h"
#include "base/slug.h"
#include "base/text.h"
#include "base/unicode.h"

namespace runbookc {
namespace {

constexpr std::size_t kLongestName = 60;
constexpr std::size_t kMostWords = 5;
constexpr std::size_t kMostOwners = 6;

bool is_made_of(std::string_view text, std::string_view marks) {
  return std::ranges::all_of(
      text, [&](char c) { return is_word(c) || marks.find(c) != std::string_view::npos; });
}

bool is_mail(std::string_view text) {
  const std::size_t at = text.find('@');
  return at != std::string_view::npos && at > 0 && text.find('.', at) != std::string_view::npos &&
         is_made_of(text.substr(0, at), ".+-%") && is_made_of(text.substr(at + 1), ".-");
}

bool is_handle(std::string_view text) {
  return text.size() > 1 && text.front() == '@' && is_made_of(text.substr(1), "/.-");
}

// One name or two? "Platform Team and DBA Team" are two, "CI/CD" is one.
bool may_be_two(std::string_view name) {
  const std::string lower = lower_ascii(name);
  return lower.find(" and ") != std::string::npos || lower.find(" & ") != std::string::npos ||
         lower.find(" or ") != std::string::npos || lower.find('/') != std::string::npos;
}

std::vector<std::string> words_in(std::string_view text) {
  std::vector<std::string> words(1);
  for (const char c : text) {
    if (is_word(c) || (c & 0x80) != 0) {
      words.back() += c;
    } else if (!words.back().empty()) {
      words.emplace_back();
    }
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

template <std::size_t N>
bool is_one_of(std::string_view word, const std::array<std::string_view, N>& words) {
  return std::ranges::find(words, lower_ascii(word)) != words.end();
}

// Words that say that nobody is named, or somebody who is no longer there.
bool is_no_name(std::string_view name) {
  constexpr std::array<std::string_view, 49> kWords = {
      "not",        "no",        "none",     "tbd",       "tbc",     "tba",      "todo",
      "unassigned", "vacant",    "unknown",  "formerly",  "former",  "ex",       "ask",
      "everyone",   "everybody", "anyone",   "anybody",   "someone", "somebody", "nobody",
      "whoever",    "various",   "multiple", "several",   "same",    "above",    "below",
      "pending",    "please",    "left",     "departed",  "retired", "resigned", "depends",
      "varies",     "my",        "our",      "your",      "their",   "was",      "previously",
      "deprecated", "temporary", "interim",  "currently", "until",   "since",    "see"};
  constexpr std::array<std::string_view, 17> kWhole = {
      "me",  "myself", "us",  "we",  "you", "them", "yes",   "true", "false",
      "n a", "na",     "all", "any", "who", "team", "owner", "name"};
  const std::vector<std::string> words = words_in(name);
  if (is_one_of(join(words, " "), kWhole) ||
      is_one_of(words.empty() ? "" : words.front(), std::array<std::string_view, 1>{"the"}))
    return true;
  return std::ranges::any_of(words,
                             [&](const std::string& word) { return is_one_of(word, kWords); });
}

bool holds_date(std::string_view name) {
  const std::vector<std::string> words = words_in(name);
  const bool has_year = std::ranges::any_of(words, [](const std::string& word) {
    return word.size() == 4 && is_number(word) &&
           (word.starts_with("19") || word.starts_with("20"));
  });
  return has_year || (!words.empty() && std::ranges::all_of(words, is_number));
}

bool has_plain_letters(std::string_view name) {
  constexpr std::u32string_view kMarks = U" -_&.'\u2019";
  bool is_first = true;
  while (!name.empty()) {
    const CodePoint next = decode_utf8(name);
    const bool is_mark = !is_first && kMarks.find(next.value) != std::u32string_view::npos;
    if (!is_mark && !is_word_character(next.value)) return false;
    name.remove_prefix(next.size);
    is_first = false;
  }
  return true;
}

// "Platform Team (#platform)", "Ann Smith ann@example.com" -> the name, and what stands beside it.
struct RemarkedName {
  std::string_view name;
  std::string_view remark;
};

std::string_view without_brackets(std::string_view text) {
  if (text.starts_with('<') && text.ends_with('>')) return text.substr(1, text.size() - 2);
  return text;
}

RemarkedName split_remark(std::string_view text) {
  const std::size_t open = text.find('(');
  if (text.ends_with(')') && open != std::string_view::npos && open > 0) {
    return {trim_end(text.substr(0, open)), text.substr(open + 1, text.size() - open - 2)};
  }
  const std::size_t space = text.rfind(' ');
  if (space != std::string_view::npos && is_mail(without_brackets(text.substr(space + 1)))) {
    return {trim_end(text.substr(0, space)), without_brackets(text.substr(space + 1))};
  }
  return {without_brackets(text), ""};
}

// A remark that is no way to reach them may say that they have left.
bool is_plain_remark(std::string_view remark) {
  constexpr std::array<std::string_view, 7> kRoles = {"primary", "lead", "team",      "team lead",
                                                      "owner",   "main", "maintainer"};
  return remark.empty() || read_contact(remark) || is_one_of(trim(remark), kRoles);
}

std::string doubt_about(const RemarkedName& split) {
  const std::string_view name = split.name;
  if (std::string doubt = doubt_about_text(name); !doubt.empty()) return doubt;
  if (equals_ignoring_case(name.substr(0, 4), "see ")) return "it refers to something else";
  const auto words = static_cast<std::size_t>(std::ranges::count(name, ' ')) + 1;
  if (name.size() > kLongestName || words > kMostWords || name.ends_with('.')) {
    return "more than a name";
  }
  if (holds_date(name)) return "a number or a date, and no name";
  if (is_no_name(name)) return "it does not read as a name";
  if (!is_plain_remark(split.remark)) return "a remark stands beside the name";
  if (is_mail(name) || is_handle(name)) return "";
  if (may_be_two(name)) return "one name or two";
  return has_plain_letters(name) ? "" : "more than a name";
}

std::optional<Owner> read_owner(const RemarkedName& split) {
  std::string_view name = split.name;
  Owner owner;
  if (const auto contact = read_contact(split.remark)) owner.contacts.push_back(*contact);
  if (is_mail(name)) {
    owner.contacts.push_back({"email", std::string(name)});
    name = name.substr(0, name.find('@'));
  } else if (is_handle(name)) {
    owner.aliases.emplace_back(name.substr(1));
    name = short_handle(name);
  }
  owner.name = collapse_space(name);
  owner.id = github_slug(owner.name);
  if (owner.aliases.size() == 1 && owner.aliases.front() == owner.id) owner.aliases.clear();
  return owner.id.empty() ? std::nullopt : std::optional(std::move(owner));
}

bool is_title_case(std::string_view word) {
  return word.size() > 1 && is_upper(word.front()) &&
         std::ranges::none_of(word.substr(1), [](char c) { return is_upper(c) || is_digit(c); });
}

bool reads_as_person(std::string_view name) {
  constexpr std::array<std::string_view, 9> kGroups = {
      "team", "teams", "squad", "group", "ops", "support", "guild", "engineering", "oncall"};
  const std::vector<std::string> words = words_in(name);
  return !words.empty() && std::ranges::all_of(words, is_title_case) &&
         std::ranges::none_of(words, [&](const auto& word) { return is_one_of(word, kGroups); });
}

// "Smith, Ann" is one person, "Search, Payments" two teams: who can tell?
bool may_be_reversed(std::string_view text, const std::vector<std::string>& names) {
  if (text.find(',') == std::string_view::npos) return false;
  if (text.find(';') != std::string_view::npos) return true;
  return names.size() == 2 && words_in(names[0]).size() == 1 &&
         reads_as_person(split_remark(names[0]).name) &&
         reads_as_person(split_remark(names[1]).name);
}

}  // namespace

std::vector<std::string> split_names(std::string_view text) {
  std::string even(text);
  for (const std::string_view joint : {";", " / ", " + ", " | "}) {
    even = replace_all(even, joint, ",");
  }
  std::vector<std::string> names;
  for (const std::string_view name : split(even, ',')) {
    if (!trim(name).empty()) names.emplace_back(trim(name));
  }
  return names;
}

NamedOwners read_named_owners(std::string_view text) {
  NamedOwners named;
  const std::vector<std::string> names = split_names(text);
  if (names.size() > kMostOwners) return {.owners = {}, .doubt = "more than a few names"};
  if (may_be_reversed(text, names)) return {.owners = {}, .doubt = "one person or two owners"};
  for (const std::string& name : names) {
    const RemarkedName split = split_remark(name);
    std::string doubt = doubt_about(split);
    const auto owner = read_owner(split);
    if (doubt.empty() && !owner) doubt = "no name";
    if (!doubt.empty()) return {.owners = {}, .doubt = std::move(doubt)};
    const bool known = std::ranges::any_of(
        named.owners, [&](const Owner& other) { return other.id == owner->id; });
    if (!known) named.owners.push_back(*owner);
  }
  if (named.owners.empty()) named.doubt = "no name";
  return named;
}

bool may_be_person(const NamedOwners& named) {
  return named.owners.size() == 1 && reads_as_person(named.owners.front().name);
}

std::optional<Contact> read_contact(std::string_view text) {
  text = trim(text);
  for (const std::string_view kind : {"slack:", "Slack:", "email:", "Email:"}) {
    if (text.starts_with(kind)) text = trim(text.substr(kind.size()));
  }
  if (text.empty() || text.find_first_of(" ,;") != std::string_view::npos) return std::nullopt;
  if (!doubt_about_text(text).empty()) return std::nullopt;
  if (text.starts_with('#') && text.size() > 1) return Contact{"slack", std::string(text)};
  if (is_mail(text)) return Contact{"email", std::string(text)};
  if (text.starts_with("https://") || text.starts_with("http://")) {
    const bool pager = text.find("pagerduty.com") != std::string_view::npos ||
                       text.find("opsgenie.com") != std::string_view::npos;
    return Contact{pager ? "pager" : "url", std::string(text)};
  }
  return std::nullopt;
}

}  // namespace runbookc
