#include "adopt/stated_lists.h"

#include <algorithm>
#include <array>

#include "adopt/alert_name.h"
#include "adopt/named_owners.h"
#include "adopt/stated_severity.h"
#include "adopt/stated_text.h"
#include "base/ascii.h"
#include "base/date.h"
#include "base/text.h"
#include "base/unicode.h"

namespace runbookc {
namespace {

constexpr std::size_t kLongestItem = 60;
constexpr std::size_t kMostItems = 20;

Value list_value(const std::vector<std::string>& items) {
  std::vector<Value> values;
  values.reserve(items.size());
  for (const std::string& item : items) values.push_back(string_value(item));
  return array_value(std::move(values));
}

bool is_url(std::string_view text) { return text.find("://") != std::string_view::npos; }

// At least one, which may be empty.
std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words(1);
  for (const char c : text) {
    if (is_word(c)) {
      words.back() += c;
    } else if (!words.back().empty()) {
      words.emplace_back();
    }
  }
  return words;
}

// Words of a list that is no list of names, or not yet one.
bool turns_meaning(std::string_view item) {
  constexpr std::array<std::string_view, 14> kTurns = {
      "not", "no",  "none", "except", "unless",   "unknown", "unassigned",
      "tbd", "tbc", "tba",  "todo",   "formerly", "former",  "pending"};
  return std::ranges::any_of(words_of(lower_ascii(item)), [&](const std::string& word) {
    return std::ranges::find(kTurns, word) != kTurns.end();
  });
}

// Words, and what stands in names of teams, services and groups of people.
bool is_plain_item(std::string_view item) {
  if (item.empty() || item.size() > kLongestItem) return false;
  while (!item.empty()) {
    const CodePoint next = decode_utf8(item);
    constexpr std::u32string_view kMarks = U" -_.&/@#+'()\u2019";
    if (!is_word_character(next.value) && kMarks.find(next.value) == std::u32string_view::npos) {
      return false;
    }
    item.remove_prefix(next.size);
  }
  return true;
}

StatedValue read_names(std::string_view text) {
  const std::vector<std::string> items = listed_items(text);
  if (items.size() > kMostItems) return {.value = {}, .doubt = "more than names"};
  for (const std::string& item : items) {
    if (std::string doubt = doubt_about_text(item); !doubt.empty()) {
      return {.value = {}, .doubt = std::move(doubt)};
    }
    if (is_url(item)) return {};
    if (!is_plain_item(item) || turns_meaning(item))
      return {.value = {}, .doubt = "more than names"};
  }
  return items.empty() ? StatedValue{} : StatedValue{.value = list_value(items), .doubt = ""};
}

// "#db #failover" are two tags, "db failover" one or two.
StatedValue read_tags(std::string_view text) {
  if (text.find_first_of("#,;") == std::string_view::npos &&
      trim(text).find(' ') != std::string::npos) {
    return {.value = {}, .doubt = "one tag or several"};
  }
  if (text.find('#') == std::string_view::npos) return read_names(text);
  return read_names(replace_all(replace_all(text, " #", ", "), "#", ""));
}

StatedValue read_people(std::string_view text) {
  const NamedOwners named = read_named_owners(text);
  if (!named.doubt.empty()) return {.value = {}, .doubt = named.doubt};
  return {.value = list_value(split_names(text)), .doubt = ""};
}

// "No", "No, it is a standard change": but not "No one but the CTO".
bool denies(std::string_view text) {
  constexpr std::array<std::string_view, 15> kExceptions = {
      "except", "unless", "but",     "only", "if",   "when", "without", "outside",
      "until",  "yet",    "however", "one",  "idea", "or",   "prod"};
  const std::vector<std::string> words = words_of(lower_ascii(text));
  if (words.front() != "no" && words.front() != "false" && words.front() != "none") return false;
  return std::ranges::none_of(words, [&](const std::string& word) {
    return std::ranges::find(kExceptions, word) != kExceptions.end() || word.starts_with("prod");
  });
}

StatedValue read_approval(std::string_view text) {
  constexpr std::array<std::string_view, 12> kOpen = {"yes", "required", "true",    "pending",
                                                      "not", "never",    "needed",  "approved",
                                                      "no",  "false",    "depends", "maybe"};
  if (says_none(text) || denies(text)) return {.value = string_value("none"), .doubt = ""};
  const std::string first = words_of(lower_ascii(text)).front();
  if (std::ranges::find(kOpen, first) != kOpen.end()) {
    return {.value = {}, .doubt = "it does not say whose"};
  }
  return read_people(text);
}

StatedValue read_alerts(std::string_view text, const ProjectTerms& terms) {
  const std::vector<std::string> items = listed_items(text);
  if (items.empty() || says_none(text) || is_url(text)) return {};
  if (std::string doubt = doubt_about_text(text); !doubt.empty()) {
    return {.value = {}, .doubt = std::move(doubt)};
  }
  const bool are_names = std::ranges::all_of(items, [&](const std::string& item) {
    return is_alert_name(item) || terms.alert_names.contains(item);
  });
  if (!are_names) return {.value = {}, .doubt = "it does not read as the name of an alert"};
  return {.value = list_value(items), .doubt = ""};
}

// Names are short; a sentence about services is none.
StatedValue read_services(std::string_view text) {
  for (const std::string& item : listed_items(text)) {
    if (std::ranges::count(item, ' ') > 3) return {.value = {}, .doubt = "more than names"};
  }
  return read_names(text);
}

StatedValue read_levels(std::string_view text, const std::vector<std::string>& scale) {
  StatedSeverity stated = read_severity(text, scale);
  if (!stated.doubt.empty()) return {.value = {}, .doubt = std::move(stated.doubt)};
  return {.value = list_value(stated.levels), .doubt = ""};
}

// "15-30 minutes", "~ 1 hour", "1h 30min": numbers and units, and nothing that bounds or denies.
StatedValue read_time(std::string_view text) {
  constexpr std::array<std::string_view, 25> kWords = {
      "min", "mins",  "minute", "minutes",       "m",       "h", "hr",  "hrs",  "hour", "hours",
      "s",   "sec",   "secs",   "second",        "seconds", "d", "day", "days", "week", "weeks",
      "to",  "about", "approx", "approximately", "and"};
  if (std::string doubt = doubt_about_text(text); !doubt.empty()) {
    return {.value = {}, .doubt = std::move(doubt)};
  }
  bool is_plain = text.size() <= 40 && std::ranges::any_of(text, is_digit) &&
                  std::ranges::any_of(text, is_letter);
  for (const std::string& word : words_of(lower_ascii(text))) {
    const std::string unit =
        word.substr(std::min(word.find_first_not_of("0123456789"), word.size()));
    is_plain = is_plain && (unit.empty() || std::ranges::find(kWords, unit) != kWords.end());
  }
  return is_plain ? StatedValue{.value = string_value(text), .doubt = ""}
                  : StatedValue{.value = {}, .doubt = "more than a time"};
}

StatedValue read_interval(std::string_view text) {
  if (parse_interval(text)) return {.value = string_value(lower_ascii(text)), .doubt = ""};
  const std::string doubt = doubt_about_text(text);
  return {.value = {}, .doubt = doubt.empty() ? "it does not read as an interval" : doubt};
}

// A draft is kept off the site: nobody should learn that from a tool that was told to adopt it.
StatedValue read_status(std::string_view text) {
  constexpr std::array<std::string_view, 5> kActive = {"active", "live", "published", "current",
                                                       "in use"};
  constexpr std::array<std::string_view, 4> kDeprecated = {"deprecated", "obsolete", "superseded",
                                                           "retired"};
  const std::string lower = lower_ascii(text);
  const auto is_one_of = [&](const auto& words) {
    return std::ranges::find(words, lower) != words.end();
  };
  if (is_one_of(kActive)) return {.value = string_value("active"), .doubt = ""};
  if (is_one_of(kDeprecated)) return {.value = string_value("deprecated"), .doubt = ""};
  if (lower == "draft") {
    return {.value = {}, .doubt = "`status: draft` would keep it off the site"};
  }
  const std::string doubt = doubt_about_text(text);
  return {.value = {}, .doubt = doubt.empty() ? "none of draft, active and deprecated" : doubt};
}

}  // namespace

StatedValue read_stated_value(ProseField field, std::string_view text, const ProjectTerms& terms) {
  text = trim(text);
  switch (field) {
    case ProseField::review_every:
      return read_interval(text);
    case ProseField::severity:
      return read_levels(text, terms.severities);
    case ProseField::services:
      return read_services(text);
    case ProseField::alerts:
      return read_alerts(text, terms);
    case ProseField::estimated_time:
      return read_time(text);
    case ProseField::approval_required:
      return read_approval(text);
    case ProseField::approved_by:
      return read_people(text);
    case ProseField::tags:
      return read_tags(text);
    case ProseField::status:
      return read_status(text);
    default:
      return read_names(text);
  }
}

}  // namespace runbookc
