#include <fmt/format.h>

#include "base/text.h"
#include "cli/completion_place.h"
#include "cli/completion_script.h"

namespace runbookc {
namespace {

constexpr std::string_view kHead =
    "# fish completion for runbookc, written by `runbookc completions fish`\n"
    "complete -c runbookc -f\n";

// In fish's single quotes a backslash escapes itself and the quote.
std::string fish_quoted(std::string_view text) {
  return "'" + replace_all(replace_all(text, "\\", "\\\\"), "'", "\\'") + "'";
}

// The flags that say what an option's value, or a word of a command, may be.
std::string value_flags(PlaceKind kind, WordList words) {
  switch (kind) {
    case PlaceKind::nothing:
      return "";
    case PlaceKind::words:
      return " -x -a " + fish_quoted(join(words(), " "));
    case PlaceKind::file:
      return " -r -F";
    case PlaceKind::folder:
      return " -x -a '(__fish_complete_directories)'";
    case PlaceKind::free:
      return " -x";
  }
  return "";
}

std::string option_line(const OptionSpec& option, std::string_view condition) {
  std::string out = "complete -c runbookc";
  if (!condition.empty()) out += " -n " + fish_quoted(condition);
  for (const std::string& name : option_names(option)) {
    const bool is_long = name.starts_with("--");
    out += fmt::format(" {} {}", is_long ? "-l" : "-s", name.substr(is_long ? 2 : 1));
  }
  return fmt::format("{}{} -d {}\n", out, value_flags(place_kind(option), option.words),
                     fish_quoted(option.help));
}

// fish offers a command's words in no order, so a place counts for all that follow.
std::string place_line(const PositionalSpec& spec, std::string_view condition) {
  const PlaceKind kind = place_kind(spec);
  if (kind == PlaceKind::free) return "";
  const std::string flags = kind == PlaceKind::file ? " -F" : value_flags(kind, spec.words);
  return fmt::format("complete -c runbookc -n {}{}\n", fish_quoted(condition), flags);
}

}  // namespace

std::string fish_completion(const CommandSet& set) {
  std::string out(kHead);
  for (const OptionSpec& option : set.common) out += option_line(option, "");
  out += option_line(kHelpOption, "");
  out += option_line(kVersionOption, "__fish_use_subcommand");
  for (const CliCommand* command : set.commands) {
    out += fmt::format("complete -c runbookc -n __fish_use_subcommand -a {} -d {}\n", command->name,
                       fish_quoted(command->summary));
    const std::string there = fmt::format("__fish_seen_subcommand_from {}", command->name);
    for (const OptionSpec& option : command->options) out += option_line(option, there);
    for (const PositionalSpec& spec : command->positionals) out += place_line(spec, there);
  }
  return out;
}

}  // namespace runbookc
