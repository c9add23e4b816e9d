#include "schema/wording.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <ranges>

#include "base/text.h"
#include "base/unicode.h"
#include "schema/program.h"
#include "schema/uri.h"

namespace runbookc {
namespace {

constexpr std::size_t kMaxListed = 12;
constexpr std::size_t kMaxShown = 60;

struct KindWords {
  std::uint8_t bit;
  std::string_view one;
  std::string_view many;
};
constexpr auto kKinds = std::to_array<KindWords>({{kStringType, "a string", "strings"},
                                                  {kNumberType, "a number", "numbers"},
                                                  {kIntegerType, "a whole number", "whole numbers"},
                                                  {kBooleanType, "true or false", "true or false"},
                                                  {kArrayType, "a list", "lists"},
                                                  {kObjectType, "a map of keys", "maps of keys"},
                                                  {kNullType, "nothing", "nothing"}});

std::string shortened(std::string_view text) {
  std::size_t end = std::min(text.size(), kMaxShown);
  while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return printable(text.substr(0, end)) + (end < text.size() ? "…" : "");
}

bool is_plain(std::string_view text) {
  const auto plain = [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
           c == '-' || c == '.' || c == '/';
  };
  const auto letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  const std::string lower = lower_ascii(text);
  return !text.empty() && letter(text.front()) && std::ranges::all_of(text, plain) &&
         lower != "true" && lower != "false" && lower != "null";
}

}  // namespace

std::string instance_pointer(const InstancePlace& place) {
  std::vector<std::string> tokens;
  for (const InstancePlace* at = &place; at->parent != nullptr; at = at->parent) {
    tokens.push_back(at->is_item ? std::to_string(at->index) : pointer_token(at->key));
  }
  std::string pointer;
  for (const std::string& token : tokens | std::views::reverse) pointer += "/" + token;
  return pointer;
}

std::string_view instance_name(const InstancePlace& place) {
  const InstancePlace* at = &place;
  while (at->is_item) at = at->parent;
  return at->key;
}

std::string_view found_kind(const Value& value) {
  if (value.is_null()) return "nothing";
  return value.is_object() ? "a map of keys" : kind_name(value.kind);
}

std::string wanted_kinds(std::uint8_t types, bool plural) {
  if ((types & kNumberType) != 0) types &= static_cast<std::uint8_t>(~kIntegerType);
  if (types != kNullType) types &= static_cast<std::uint8_t>(~kNullType);  // goes without saying
  std::vector<std::string> names;
  for (const KindWords& kind : kKinds) {
    if ((types & kind.bit) != 0) names.emplace_back(plural ? kind.many : kind.one);
  }
  return alternatives(names);
}

std::string shown(const Value& value) {
  switch (value.kind) {
    case Value::Kind::string:
      return fmt::format("'{}'", shortened(value.text));
    case Value::Kind::number:
    case Value::Kind::boolean:
      if (!value.text.empty()) return shortened(value.text);
      if (value.is_number()) return fmt::format("{}", value.number);
      return value.boolean ? "true" : "false";
    default:
      return std::string(found_kind(value));
  }
}

std::string named(std::string_view name, const Value& value) {
  return name.empty() ? shown(value) : fmt::format("{} {}", printable(name), shown(value));
}

std::string for_name(std::string_view name) {
  return name.empty() ? std::string() : fmt::format(" for '{}'", printable(name));
}

std::string written(std::string_view text) {
  if (is_plain(text)) return std::string(text);
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    if (c == '\n') {
      out += "\\n";
    } else {
      out += c;
    }
  }
  return out + "\"";
}

std::string only_text(const Value& value) {
  constexpr std::size_t kLongest = 60;  // bytes
  const bool is_one = value.is_array() && value.items.size() == 1 && value.items[0].is_string();
  if (!is_one || value.items[0].text.size() > kLongest) return "";
  return written(value.items[0].text);
}

std::string shown_list(std::span<const std::string> names) {
  const std::size_t listed = std::min(names.size(), kMaxListed);
  std::string out = join(names.first(listed), ", ");
  if (listed < names.size()) out += fmt::format(" and {} more", names.size() - listed);
  return out;
}

std::string alternatives(std::span<const std::string> names) {
  if (names.empty()) return "";
  if (names.size() == 1) return names.front();
  return join(names.first(names.size() - 1), ", ") + " or " + names.back();
}

}  // namespace runbookc
