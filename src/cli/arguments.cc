#include "cli/arguments.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <deque>
#include <exception>
#include <iterator>
#include <memory>

#include "base/version.h"
#include "cli/usage_error.h"

namespace runbookc {
namespace {

using Parsed = std::variant<CommandLine, Information>;

constexpr std::string_view kExitCodes =
    "Exit codes: 0 nothing to complain about, 1 findings, 2 usage, configuration or environment.";

std::string usage_of(const CliCommand& command) {
  std::string out = fmt::format("Usage: runbookc {} [OPTIONS]", command.name);
  for (const PositionalSpec& spec : command.positionals) {
    const std::string name = fmt::format("{}{}", spec.name, spec.most == 1 ? "" : "...");
    out += spec.least > 0 ? " " + name : fmt::format(" [{}]", name);
  }
  return out + "\n";
}

// CLI11's help, but with usage lines that can be typed and even gaps.
class HelpFormatter : public CLI::Formatter {
 public:
  HelpFormatter() { label("Positionals", "Arguments"); }

  std::string make_usage(const CLI::App* app, std::string) const override {
    const CliCommand* command = find_command(app->get_name());
    return "\n" + (command == nullptr ? "Usage: runbookc [OPTIONS] COMMAND\n" : usage_of(*command));
  }

  std::string make_help(const CLI::App* app, std::string name,
                        CLI::AppFormatMode mode) const override {
    return make_description(app) + make_usage(app, std::move(name)) + make_positionals(app) +
           option_groups(app) + make_subcommands(app, mode) + "\n" + make_footer(app);
  }

 private:
  std::string option_groups(const CLI::App* app) const {
    std::string out;
    for (const std::string& group : app->get_groups()) {
      const auto options = app->get_options([&](const CLI::Option* option) {
        return option->get_group() == group && option->nonpositional();
      });
      if (!group.empty() && !options.empty()) out += make_group(group, false, options);
    }
    return out;
  }
};

// CLI11 writes into these; deques, because it keeps their addresses.
struct Slots {
  struct Slot {
    const OptionSpec* option = nullptr;
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
  slot.option = &option;
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
  added->option_text(" ");  // nothing after its name: the usage line says the rest
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
  sub->group("Commands");
  sub->allow_extras();
  sub->positionals_at_end(false);
  for (const OptionSpec& option : command.options) add_option(*sub, option, slots, "Options");
  for (const PositionalSpec& spec : command.positionals) add_positional(*sub, spec, slots);
  add_common(*sub, slots);
  sub->set_version_flag(std::string(kVersionOption.names))->group("");
  std::string footer(command.details);
  if (!footer.empty()) footer += "\n\n";
  sub->footer(footer + std::string(kExitCodes));
}

// What follows `--` is no option, whatever it looks like. CLI11 hands it to the program itself once
// a command has a positional, so it gets marked words instead: none that it was given holds this
// byte.
constexpr char kLiteralMark = '\0';

std::vector<std::string> marked_words(std::vector<std::string> words) {
  const auto hyphens = std::ranges::find(words, "--");
  if (hyphens == words.end()) return words;
  for (auto word = hyphens + 1; word != words.end(); ++word) word->insert(0, 1, kLiteralMark);
  words.erase(hyphens);
  return words;
}

std::string unmarked(std::string_view word) {
  return std::string(word.starts_with(kLiteralMark) ? word.substr(1) : word);
}

Arguments collect(const Slots& slots) {
  Arguments out;
  for (const Slots::Slot& slot : slots.slots) {
    const std::string key(option_key(*slot.option));
    if (slot.is_switch && slot.count > 0) out.options[key];
    if (!slot.values.empty()) {
      auto& values = out.options[key];
      std::ranges::transform(slot.values, std::back_inserter(values), unmarked);
    }
  }
  for (const Slots::Positional& place : slots.positionals) {
    if (!place.word.empty()) out.positionals.push_back(unmarked(place.word));
    std::ranges::transform(place.words, std::back_inserter(out.positionals), unmarked);
  }
  return out;
}

bool takes_next_word(const std::string& word) {
  return std::ranges::any_of(common_options(), [&](const OptionSpec& option) {
    return !option.value.empty() && std::ranges::count(option_names(option), word) > 0;
  });
}

// Where the command stands, or would: behind the common options and their values.
std::size_t command_place(const std::vector<std::string>& words) {
  std::size_t at = 0;
  while (at < words.size() && words[at].starts_with('-')) at += takes_next_word(words[at]) ? 2 : 1;
  return std::min(at, words.size());
}

// `help`, `help COMMAND` and `version`, as other programs take them, in terms of the options.
std::vector<std::string> without_spoken_words(std::vector<std::string> words) {
  const auto word = words.begin() + static_cast<std::ptrdiff_t>(command_place(words));
  if (word == words.end()) return words;
  if (*word == "version" && word + 1 == words.end()) *word = "--version";
  if (*word != "help") return words;
  auto next = words.erase(word);
  if (next != words.end() && *next == "help") next = words.erase(next);
  words.insert(next == words.end() ? next : next + 1, "--help");
  return words;
}

// The option that CLI11 found no value for; it names it at the beginning of what it says.
Error explained(const CLI::ArgumentMismatch& error, const Slots& slots, const CliCommand* command) {
  const std::string said = error.what();
  const std::string name = said.substr(0, said.find(':'));
  const auto slot = std::ranges::find_if(slots.slots, [&](const Slots::Slot& one) {
    return !one.is_switch && option_key(*one.option) == name;
  });
  if (slot != slots.slots.end()) return missing_value(*slot->option, command);
  return {said, "`runbookc --help` shows how to use it"};
}

// The option whose value CLI11 took to be the option after it; null if there is none.
const OptionSpec* option_without_value(const Slots& slots) {
  std::vector<std::string> names = option_names(kHelpOption);
  for (const Slots::Slot& slot : slots.slots) {
    for (std::string& name : option_names(*slot.option)) names.push_back(std::move(name));
  }
  for (const Slots::Slot& slot : slots.slots) {
    const bool takes_option = std::ranges::any_of(slot.values, [&](const std::string& value) {
      return value.starts_with('-') &&
             std::ranges::count(names, value.substr(0, value.find('='))) > 0;
    });
    if (takes_option) return slot.option;
  }
  return nullptr;
}

const CliCommand* command_in(const CLI::App& app) {
  const auto subs = app.get_subcommands();
  return subs.empty() ? nullptr : find_command(subs.front()->get_name());
}

// The places that have to be filled come first, one word each.
std::size_t least_words(const CliCommand& command) {
  return static_cast<std::size_t>(std::ranges::count_if(
      command.positionals, [](const PositionalSpec& spec) { return spec.least > 0; }));
}

Result<Parsed> read_line(const CLI::App& app, const Slots& slots) {
  const CliCommand* command = command_in(app);
  const OptionSpec* without_value = option_without_value(slots);
  if (without_value != nullptr) return missing_value(*without_value, command);
  const std::vector<std::string> extras = app.remaining(true);
  if (!extras.empty()) return unexpected_word(unmarked(extras.front()), command);
  if (command == nullptr) return Parsed(Information{app.help(), kExitFailed});
  CommandLine line{.command = command, .arguments = collect(slots)};
  const std::size_t count = line.arguments.positionals.size();
  if (count < least_words(*command)) return missing_words(*command, count);
  return Parsed(std::move(line));
}

Result<Parsed> parse(CLI::App& app, const Slots& slots, std::vector<std::string> words) {
  std::ranges::reverse(words);  // CLI11 takes them from the end
  try {
    app.parse(std::move(words));
  } catch (const CLI::CallForHelp&) {
    const auto subs = app.get_subcommands();
    const auto extras = app.remaining(false);
    if (subs.empty() && !extras.empty()) return unexpected_word(unmarked(extras.front()), nullptr);
    return Parsed(Information{subs.empty() ? app.help() : subs.front()->help(), kExitFine});
  } catch (const CLI::CallForVersion&) {
    return Parsed(Information{fmt::format("runbookc {}\n", tool_version()), kExitFine});
  } catch (const CLI::ArgumentMismatch& error) {
    return explained(error, slots, command_in(app));
  } catch (const CLI::ParseError& error) {
    const CliCommand* command = command_in(app);
    return Error{error.what(), fmt::format("`runbookc{}{} --help` shows how to use it",
                                           command == nullptr ? "" : " ",
                                           command == nullptr ? "" : command->name)};
  }
  return read_line(app, slots);
}

}  // namespace

Result<Parsed> parse_arguments(int argc, const char* const* argv) {
  try {
    CLI::App app(std::string(kToolSummary), "runbookc");
    app.formatter(std::make_shared<HelpFormatter>());
    Slots slots;
    app.allow_extras();
    app.require_subcommand(0, 1);
    app.set_version_flag(std::string(kVersionOption.names), "", std::string(kVersionOption.help))
        ->group("Common options");
    add_common(app, slots);
    for (const CliCommand* command : all_commands()) add_command(app, *command, slots);
    app.footer("Start with `runbookc init`, or with `runbookc check some/folder`.\n" +
               std::string(kExitCodes));
    return parse(app, slots,
                 marked_words(without_spoken_words({argv + std::min(argc, 1), argv + argc})));
  } catch (const std::exception& error) {
    return Error{error.what(), "`runbookc --help` shows how to use it"};
  }
}

}  // namespace runbookc
