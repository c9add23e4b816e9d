#include "cli/arguments.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <deque>
#include <exception>

#include "base/near_miss.h"
#include "base/text.h"
#include "base/version.h"

namespace runbookc {
namespace {

using Parsed = std::variant<CommandLine, Information>;

constexpr std::string_view kExitCodes =
    "Exit codes: 0 nothing to complain about, 1 findings, 2 usage, configuration or environment.";

std::string key_of(const OptionSpec& option) {
  const auto comma = option.names.rfind(',');
  return std::string(comma == std::string_view::npos ? option.names
                                                     : option.names.substr(comma + 1));
}

// CLI11 writes into these; deques, because it keeps their addresses.
struct Slots {
  struct Slot {
    std::string key;
    bool is_switch = false;
    std::vector<std::string> values;
    std::int64_t count = 0;
  };
  std::deque<Slot> slots;
  struct Positional {
    std::string word;                // of a place for one word
    std::vector<std::string> words;  // of a place for several
  };
  std::deque<Positional> positionals;
};

void add_option(CLI::App& app, const OptionSpec& option, Slots& slots, std::string_view group) {
  auto& slot = slots.slots.emplace_back();
  slot.key = key_of(option);
  slot.is_switch = option.value.empty();
  const std::string names(option.names);
  const std::string help(option.help);
  CLI::Option* added = slot.is_switch ? app.add_flag(names, slot.count, help)
                                      : app.add_option(names, slot.values, help);
  if (!slot.is_switch) {
    added->type_name(std::string(option.value))
        ->expected(1)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)
        ->allow_extra_args(false);
  }
  added->group(std::string(group));
}

void add_positional(CLI::App& app, const PositionalSpec& spec, Slots& slots) {
  auto& place = slots.positionals.emplace_back();
  const std::string name(spec.name);
  const std::string help(spec.help);
  CLI::Option* added = spec.most == 1 ? app.add_option(name, place.word, help)
                                      : app.add_option(name, place.words, help);
  added->type_name("");
  if (spec.least > 0) added->required();
}

void add_common(CLI::App& app, Slots& slots) {
  for (const OptionSpec& option : common_options()) {
    add_option(app, option, slots, "Common options");
  }
  app.set_help_flag(std::string(kHelpOption.names), std::string(kHelpOption.help))
      ->group("Common options");
}

void add_command(CLI::App& app, const CliCommand& command, Slots& slots) {
  CLI::App* sub = app.add_subcommand(std::string(command.name), std::string(command.summary));
  sub->allow_extras();
  sub->positionals_at_end(false);
  for (const OptionSpec& option : command.options) add_option(*sub, option, slots, "Options");
  for (const PositionalSpec& spec : command.positionals) add_positional(*sub, spec, slots);
  add_common(*sub, slots);
  std::string footer(command.details);
  if (!footer.empty()) footer += "\n\n";
  sub->footer(footer + std::string(kExitCodes));
}

Arguments collect(const Slots& slots) {
  Arguments out;
  for (const Slots::Slot& slot : slots.slots) {
    if (slot.is_switch && slot.count > 0) out.options[slot.key];
    if (!slot.values.empty()) {
      auto& values = out.options[slot.key];
      values.insert(values.end(), slot.values.begin(), slot.values.end());
    }
  }
  for (const Slots::Positional& place : slots.positionals) {
    if (!place.word.empty()) out.positionals.push_back(place.word);
    out.positionals.insert(out.positionals.end(), place.words.begin(), place.words.end());
  }
  return out;
}

std::string did_you_mean(std::string_view word, const std::vector<std::string>& known) {
  const auto nearest = near_miss(word, known);
  return nearest ? fmt::format("did you mean '{}'? ", *nearest) : "";
}

Error unknown_command(std::string_view word) {
  std::vector<std::string> names;
  for (const CliCommand* command : all_commands()) names.emplace_back(command->name);
  return {fmt::format("'{}' is not a command", word),
          did_you_mean(word, names) + "`runbookc --help` lists the commands"};
}

Error unknown_option(std::string_view word, const CliCommand* command) {
  std::vector<std::string> names = {"--help", "--version"};
  for (const OptionSpec& option : common_options()) names.push_back(key_of(option));
  if (command != nullptr) {
    for (const OptionSpec& option : command->options) names.push_back(key_of(option));
  }
  const std::string_view name = word.substr(0, word.find('='));
  const std::string where = command == nullptr ? "" : fmt::format(" {}", command->name);
  return {fmt::format("there is no option '{}' for `runbookc{}`", name, where),
          fmt::format("{}`runbookc{} --help` lists the options", did_you_mean(name, names), where)};
}

Error unexpected_word(std::string_view word, const CliCommand& command) {
  return {fmt::format("`runbookc {}` does not take '{}'", command.name, word),
          fmt::format("`runbookc {} --help` shows what it takes", command.name)};
}

// What CLI11 did not understand: the first word of it is the one to name.
Error unexpected(std::string_view word, const CliCommand* command) {
  if (word.size() > 1 && word.front() == '-') return unknown_option(word, command);
  return command == nullptr ? unknown_command(word) : unexpected_word(word, *command);
}

Result<Parsed> parse(CLI::App& app, Slots& slots, std::vector<std::string> words) {
  std::ranges::reverse(words);  // CLI11 takes them from the end
  const std::string usage = "`runbookc --help` shows how to use it";
  try {
    app.parse(std::move(words));
  } catch (const CLI::CallForHelp&) {
    const auto subs = app.get_subcommands();
    return Parsed(Information{subs.empty() ? app.help() : subs.front()->help(), kExitFine});
  } catch (const CLI::CallForVersion&) {
    return Parsed(Information{fmt::format("runbookc {}\n", tool_version()), kExitFine});
  } catch (const CLI::ParseError& error) {
    return Error{error.what(), usage};
  }
  const auto subs = app.get_subcommands();
  CommandLine line;
  for (const CliCommand* command : all_commands()) {
    if (!subs.empty() && subs.front()->get_name() == command->name) line.command = command;
  }
  std::vector<std::string> extras = app.remaining(true);
  std::erase(extras, "--");  // CLI11 heeds it, and then counts it among what it did not take
  if (!extras.empty()) return unexpected(extras.front(), line.command);
  if (line.command == nullptr) return Parsed(Information{app.help(), kExitFailed});
  line.arguments = collect(slots);
  return Parsed(std::move(line));
}

}  // namespace

Result<Parsed> parse_arguments(int argc, const char* const* argv) {
  try {
    CLI::App app(std::string(kToolSummary), "runbookc");
    Slots slots;
    app.allow_extras();
    app.require_subcommand(0, 1);
    app.set_version_flag(std::string(kVersionOption.names), "", std::string(kVersionOption.help))
        ->group("Common options");
    add_common(app, slots);
    for (const CliCommand* command : all_commands()) add_command(app, *command, slots);
    app.footer("Start with `runbookc init`, or with `runbookc check some/folder`.\n" +
               std::string(kExitCodes));
    return parse(app, slots, std::vector<std::string>(argv + std::min(argc, 1), argv + argc));
  } catch (const std::exception& error) {
    return Error{error.what(), "`runbookc --help` shows how to use it"};
  }
}

}  // namespace runbookc
