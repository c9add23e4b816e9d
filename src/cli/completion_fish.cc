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

// fish shows a line's description beside each word of the same line, so the words get a line of
// their own; the last line says what the option is for.
std::string option_lines(const OptionSpec& option, std::string_view condition) {
  std::string start = "complete -c runbookc";
  if (!condition.empty()) start += " -n " + fish_quoted(condition);
  for (const std::string& name : option_names(option)) {
    const bool is_long = name.starts_with("--");
    start += fmt::format(" {} {}", is_long ? "-l" : "-s", name.substr(is_long ? 2 : 1));
  }
  const PlaceKind kind = place_kind(option);
  const std::string help = " -d " + fish_quoted(option.help);
  const std::string flags = value_flags(kind, option.words);
  if (kind != PlaceKind::words) return start + flags + help + "\n";
  return start + flags + "\n" + start + " -x" + help + "\n";
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
  for (const OptionSpec& option : set.common) out += option_lines(option, "");
  out += option_lines(kHelpOption, "");
  out += option_lines(kVersionOption, "__fish_use_subcommand");
  for (const CliCommand* command : set.commands) {
    out += fmt::format("complete -c runbookc -n __fish_use_subcommand -a {} -d {}\n", command->name,
                       fish_quoted(command->summary));
    const std::string there = fmt::format("__fish_seen_subcommand_from {}", command->name);
    for (const OptionSpec& option : command->options) out += option_lines(option, there);
    for (const PositionalSpec& spec : command->positionals) out += place_line(spec, there);
  }
  return out;
}

}  // namespace runbookc
