#include "cli/usage_error.h"

#include <fmt/format.h>

#include <string>
#include <vector>

#include "base/near_miss.h"
#include "base/text.h"
#include "base/unicode.h"
#include "cli/foreign_option.h"

namespace runbookc {
namespace {

constexpr std::size_t kMostWordsShown = 12;

std::string did_you_mean(std::string_view word, const std::vector<std::string>& known) {
  const auto nearest = near_miss(word, known);
  return nearest ? fmt::format("did you mean '{}'? ", *nearest) : "";
}

// "runbookc check", as it is typed.
std::string tool_name(const CliCommand* command) {
  return command == nullptr ? "runbookc" : fmt::format("runbookc {}", command->name);
}

std::string lists_the_options(const CliCommand* command) {
  return fmt::format("`{} --help` lists the options", tool_name(command));
}

Error unknown_command(std::string_view word) {
  std::vector<std::string> names;
  for (const CliCommand* command : all_commands()) names.emplace_back(command->name);
  return {fmt::format("'{}' is not a command", word),
          did_you_mean(word, names) + "`runbookc --help` lists the commands"};
}

// "--no-baseline" for "--baseline": near, but the very opposite.
bool is_opposite(std::string_view a, std::string_view b) {
  constexpr std::string_view kNo = "--no-";
  const auto negates = [&](std::string_view no, std::string_view yes) {
    return no.starts_with(kNo) && yes.starts_with("--") && no.substr(kNo.size()) == yes.substr(2);
  };
  return negates(a, b) || negates(b, a);
}

Error unknown_option(std::string_view word, const CliCommand* command) {
  std::vector<std::string> names = {"--help", "--version"};
  for (const OptionSpec& option : common_options()) names.emplace_back(option_key(option));
  if (command != nullptr) {
    for (const OptionSpec& option : command->options) names.emplace_back(option_key(option));
  }
  const std::string_view name = word.substr(0, word.find('='));
  std::erase_if(names, [&](const std::string& known) { return is_opposite(known, name); });
  const bool free_words = command != nullptr && !command->positionals.empty() &&
                          command->positionals.front().free_words;
  const std::string lead = free_words
                               ? fmt::format("put -- before words that begin with -: `{} -- {}`; ",
                                             tool_name(command), word)
                               : "";
  const std::string_view hint = foreign_option_hint(name, command == nullptr ? "" : command->name);
  return {fmt::format("there is no option '{}' for `{}`", name, tool_name(command)),
          hint.empty() ? did_you_mean(name, names) + lead + lists_the_options(command)
                       : lead + std::string(hint)};
}

// "a REV", "an N".
std::string with_article(std::string_view value) {
  const bool sounds_open =
      value == "N" || std::string_view("AEIO").find(value.front()) != std::string_view::npos;
  return fmt::format("{} {}", sounds_open ? "an" : "a", value);
}

// What `spec` may be: the words, if they are few.
std::string described(const PositionalSpec& spec) {
  const auto words = spec.words == nullptr ? std::vector<std::string>() : spec.words();
  if (words.empty() || words.size() > kMostWordsShown) {
    return fmt::format("{} is {}", spec.name, spec.help);
  }
  return fmt::format("the {}s are {}", to_lower(spec.name), join(words, ", "));
}

}  // namespace

std::string_view option_key(const OptionSpec& option) {
  const auto comma = option.names.rfind(',');
  return comma == std::string_view::npos ? option.names : option.names.substr(comma + 1);
}

Error unexpected_word(std::string_view word, const CliCommand* command) {
  if (word.size() > 1 && word.front() == '-') return unknown_option(word, command);
  if (command == nullptr) return unknown_command(word);
  return {fmt::format("`{}` does not take '{}'", tool_name(command), word),
          fmt::format("`{} --help` shows what it takes", tool_name(command))};
}

Error missing_value(const OptionSpec& option, const CliCommand* command) {
  const auto words = option.words == nullptr ? std::vector<std::string>() : option.words();
  const bool few = !words.empty() && words.size() <= kMostWordsShown;
  return {fmt::format("{} needs {}", option_key(option), with_article(option.value)),
          (few ? fmt::format("it is one of {}; ", join(words, ", ")) : "") +
              lists_the_options(command)};
}

Error missing_words(const CliCommand& command, std::size_t count) {
  std::vector<std::string> names;
  std::string first;
  for (std::size_t i = count; i < command.positionals.size(); ++i) {
    const PositionalSpec& spec = command.positionals[i];
    if (spec.least == 0) continue;
    if (names.empty()) first = described(spec);
    names.emplace_back(spec.name);
  }
  return {fmt::format("`{}` needs {}{}", tool_name(&command), join(names, " and "),
                      count > 0 ? ", too" : ""),
          fmt::format("{}; `{} --help` says more", first, tool_name(&command))};
}

}  // namespace runbookc
