#include "parse/shortcode.h"

#include <algorithm>

#include "base/text.h"

namespace runbookc {
namespace {

constexpr std::string_view kBlanks = " \t\r\n";

// Single quotes are none to Hugo, but some write them: around a whole value, and only there.
bool is_in_single_quotes(std::string_view text) {
  const std::size_t end = text.starts_with('\'') ? text.find('\'', 1) : std::string_view::npos;
  if (end == std::string_view::npos) return false;
  return end + 1 == text.size() || kBlanks.find(text[end + 1]) != std::string_view::npos;
}

// Takes the next word off `rest`: what stands in quotes, or goes up to a blank.
ShortcodeArgument take_value(std::string_view& rest) {
  ShortcodeArgument argument;
  const char quote = rest.front();
  argument.quoted = quote == '"' || quote == '`' || is_in_single_quotes(rest);
  if (argument.quoted) rest.remove_prefix(1);
  const std::size_t end =
      std::min(argument.quoted ? rest.find(quote) : rest.find_first_of(kBlanks), rest.size());
  argument.value = rest.substr(0, end);
  rest.remove_prefix(std::min(end + (argument.quoted ? 1 : 0), rest.size()));
  return argument;
}

// `name=` in front of a value.
std::string_view take_name(std::string_view& rest) {
  const std::size_t end = rest.find_first_of(" \t\r\n=\"`");
  if (end == std::string_view::npos || end == 0 || rest[end] != '=') return {};
  const std::string_view name = rest.substr(0, end);
  rest.remove_prefix(end + 1);
  return name;
}

}  // namespace

Shortcode read_shortcode(std::string_view inner) {
  Shortcode shortcode;
  std::string_view rest = trim(inner);
  if (rest.ends_with(" /")) rest = trim_end(rest.substr(0, rest.size() - 1));
  shortcode.closing = rest.starts_with('/');
  if (shortcode.closing) rest = trim_start(rest.substr(1));
  const std::size_t name_end = std::min(rest.find_first_of(kBlanks), rest.size());
  shortcode.name = rest.substr(0, name_end);
  rest = trim_start(rest.substr(name_end));
  while (!rest.empty() && shortcode.arguments.size() < Shortcode::kMostArguments) {
    const std::string_view name = take_name(rest);
    if (rest.empty()) break;
    ShortcodeArgument argument = take_value(rest);
    argument.name = name;
    shortcode.arguments.push_back(argument);
    rest = trim_start(rest);
  }
  return shortcode;
}

std::string_view argument_of(const Shortcode& shortcode, std::string_view name,
                             std::size_t position) {
  std::size_t seen = 0;
  std::string_view by_position;
  for (const ShortcodeArgument& argument : shortcode.arguments) {
    if (!argument.name.empty() && argument.name == name) return argument.value;
    if (argument.name.empty() && seen++ == position) by_position = argument.value;
  }
  return by_position;
}

bool is_reference(const Shortcode& shortcode) {
  return !shortcode.closing && (shortcode.name == "ref" || shortcode.name == "relref");
}

}  // namespace runbookc
