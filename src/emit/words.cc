#include "emit/words.h"

#include <vector>

#include "base/near_miss.h"
#include "parse/json.h"

namespace runbookc {

namespace {

FilePlace place_of(const SourceFile& file, Span span) {
  return {file.path(), span.start.line, span.start.column};
}

Error word_error(const SourceFile& file, const Member& member, std::string_view fact) {
  return {"'" + member.key + "' " + std::string(fact), "", place_of(file, member.key_span)};
}

}  // namespace

Result<Words> Words::read(const SourceFile& file) {
  const auto root = parse_json(file, 2);
  if (!root.ok()) return root.error();
  if (!root->is_object())
    return Error{"this is not an object of strings", "", place_of(file, root->span)};
  Words words;
  for (const Member& member : root->members) {
    if (!member.value.is_string()) return word_error(file, member, "is not a string");
    if (member.value.text.find("{{") != std::string::npos) {
      return word_error(file, member, "contains '{{', which templates would read");
    }
    words.texts_.emplace(member.key, member.value.text);
    words.places_.emplace(member.key, place_of(file, member.key_span));
  }
  return words;
}

Status Words::complete(const Words& fallback) {
  for (const auto& [key, text] : texts_) {
    if (fallback.has(key)) continue;
    std::vector<std::string> known;
    known.reserve(fallback.texts_.size());
    for (const auto& [name, unused] : fallback.texts_) known.push_back(name);
    const auto meant = near_miss(key, known);
    return Error{"no word of the interface is called '" + key + "'",
                 meant ? "did you mean '" + *meant + "'?" : "", places_.find(key)->second};
  }
  texts_.insert(fallback.texts_.begin(), fallback.texts_.end());
  return Done{};
}

std::string_view Words::text(std::string_view key) const {
  const auto found = texts_.find(key);
  return found == texts_.end() ? key : std::string_view(found->second);
}

std::string Words::fill(
    std::string_view key,
    std::initializer_list<std::pair<std::string_view, std::string_view>> values) const {
  const std::string_view pattern = text(key);
  std::string out;
  std::size_t at = 0;
  while (at < pattern.size()) {
    const std::size_t open = pattern.find('{', at);
    const std::size_t close =
        open == std::string_view::npos ? std::string_view::npos : pattern.find('}', open);
    if (close == std::string_view::npos) break;
    out += pattern.substr(at, open - at);
    const std::string_view name = pattern.substr(open + 1, close - open - 1);
    for (const auto& [known, value] : values) {
      if (known == name) out += value;
    }
    at = close + 1;
  }
  return out += pattern.substr(at);
}

std::string Words::count(std::string_view key, std::size_t n) const {
  const std::string number = std::to_string(n);
  return fill(std::string(key) + (n == 1 ? ".one" : ".other"), {{"n", number}});
}

std::string Words::date(Date date) const {
  const std::chrono::year_month_day parts{date};
  const std::string day = std::to_string(unsigned{parts.day()});
  const std::string month = "month." + std::to_string(unsigned{parts.month()});
  const std::string year = std::to_string(int{parts.year()});
  return fill("date", {{"day", day}, {"month", text(month)}, {"year", year}});
}

}  // namespace runbookc
