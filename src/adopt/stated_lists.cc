#include "adopt/stated_lists.h"

#include <algorithm>
#include <array>

#include "adopt/stated_text.h"
#include "base/ascii.h"
#include "base/date.h"
#include "base/text.h"

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

StatedValue read_names(std::string_view text) {
  std::vector<std::string> items = listed_items(text);
  if (items.size() > kMostItems || std::ranges::any_of(items, [](const std::string& item) {
        return item.size() > kLongestItem;
      })) {
    return {.value = {}, .doubt = "more than names"};
  }
  for (const std::string& item : items) {
    if (const std::string doubt = doubt_about_text(item); !doubt.empty())
      return {.value = {}, .doubt = doubt};
    if (is_url(item)) return {};
  }
  return items.empty() ? StatedValue{} : StatedValue{.value = list_value(items), .doubt = ""};
}

StatedValue read_approval(std::string_view text) {
  if (says_none(text)) return {.value = string_value("none"), .doubt = ""};
  if (equals_ignoring_case(text, "yes") || equals_ignoring_case(text, "required")) {
    return {.value = {}, .doubt = "it does not say whose"};
  }
  return read_names(text);
}

// One word, as monitoring names things.
bool is_alert_name(std::string_view text) {
  return text.size() <= kLongestItem && std::ranges::any_of(text, is_upper) &&
         std::ranges::all_of(text, [](char c) { return is_word(c) || c == '-' || c == ':'; });
}

StatedValue read_alerts(std::string_view text) {
  const std::vector<std::string> items = listed_items(text);
  if (items.empty() || !std::ranges::all_of(items, is_alert_name)) return {};
  return {.value = list_value(items), .doubt = ""};
}

// Names are short; a sentence about services is none.
StatedValue read_services(std::string_view text) {
  for (const std::string& item : listed_items(text)) {
    if (std::ranges::count(item, ' ') > 3) return {.value = {}, .doubt = "more than names"};
  }
  return read_names(text);
}

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

StatedValue read_severity(std::string_view text, const std::vector<std::string>& scale) {
  const std::vector<std::string> words = words_of(text);
  std::vector<std::string> found;
  for (const std::string& level : scale) {
    const bool named = std::ranges::any_of(
        words, [&](const std::string& word) { return equals_ignoring_case(word, level); });
    if (named) found.push_back(level);
  }
  if (!found.empty()) return {.value = list_value(found), .doubt = ""};
  const std::string doubt = doubt_about_text(text);
  return {.value = {}, .doubt = doubt.empty() ? "none of the project's severities" : doubt};
}

StatedValue read_time(std::string_view text) {
  constexpr std::array<std::string_view, 6> kUnits = {"min", "hour", "day", "sec", "hr", "week"};
  const std::string lower = lower_ascii(text);
  const bool is_time = text.size() <= 40 && std::ranges::any_of(text, is_digit) &&
                       std::ranges::any_of(kUnits, [&](std::string_view unit) {
                         return lower.find(unit) != std::string::npos;
                       });
  return is_time ? StatedValue{.value = string_value(text), .doubt = ""} : StatedValue{};
}

StatedValue read_interval(std::string_view text) {
  if (parse_interval(text)) return {.value = string_value(lower_ascii(text)), .doubt = ""};
  const std::string doubt = doubt_about_text(text);
  return {.value = {}, .doubt = doubt.empty() ? "it does not read as an interval" : doubt};
}

// A draft is kept off the site: nobody should learn that from a tool that was told to adopt it.
StatedValue read_status(std::string_view text) {
  const std::string lower = lower_ascii(text);
  if (lower == "active" || lower == "deprecated")
    return {.value = string_value(lower), .doubt = ""};
  if (lower == "draft") {
    return {.value = {}, .doubt = "`status: draft` would keep it off the site"};
  }
  return {};
}

}  // namespace

StatedValue read_stated_value(ProseField field, std::string_view text,
                              const std::vector<std::string>& severities) {
  text = trim(text);
  switch (field) {
    case ProseField::review_every:
      return read_interval(text);
    case ProseField::severity:
      return read_severity(text, severities);
    case ProseField::services:
      return read_services(text);
    case ProseField::alerts:
      return read_alerts(text);
    case ProseField::estimated_time:
      return read_time(text);
    case ProseField::approval_required:
      return read_approval(text);
    case ProseField::status:
      return read_status(text);
    default:
      return read_names(text);
  }
}

}  // namespace runbookc
