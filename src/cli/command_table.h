// What a command of the tool is: its options as data, and the function that runs it. One file a
// command (command_check.cc …); cli/command_table.cc lists them.
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace runbookc {

struct Session;

inline constexpr int kExitFine = 0;
inline constexpr int kExitFindings = 1;
inline constexpr int kExitFailed = 2;  // usage, configuration or environment

// The words that may be given in a place, for those who complete them.
using WordList = std::vector<std::string> (*)();

struct OptionSpec {
  std::string_view names;  // "-j,--jobs": the last one is the key in Arguments
  std::string_view value;  // "N"; "" for a switch; FILE and DIR are completed as such
  std::string_view help;
  WordList words = nullptr;  // of its value; null: any
};

struct PositionalSpec {
  std::string_view name;  // "PATH"; "" : the command takes none
  std::string_view help;
  int least = 0;             // 0 or 1
  int most = 1;              // 1, or -1 for any number
  WordList words = nullptr;  // null: any; PATH and DIR are completed as files and folders
  bool free_words = false;   // what a person types, which may begin with `-`
};

// What was given on the command line, by the option's long name ("--format").
class Arguments {
 public:
  std::map<std::string, std::vector<std::string>, std::less<>> options;
  std::vector<std::string> positionals;

  bool has(std::string_view name) const { return options.contains(name); }
  // Every value in the order given; empty if the option was not.
  const std::vector<std::string>& all(std::string_view name) const;
  // The last one, or `fallback`.
  std::string last(std::string_view name, std::string_view fallback = "") const;
};

struct CliCommand {
  std::string_view name;
  std::string_view summary;
  std::string_view details;  // below the options in --help: examples; may be empty
  std::vector<OptionSpec> options;
  std::vector<PositionalSpec> positionals;
  // The exit code, or what went wrong (exit code 2).
  Result<int> (*run)(Session&, const Arguments&);
};

// One sentence on what the program is for.
inline constexpr std::string_view kToolSummary =
    "Checks operational runbooks, extracts their commands, and builds a site of them.";

std::span<const CliCommand* const> all_commands();      // in the order of --help
const CliCommand* find_command(std::string_view name);  // null if there is none
// Those that every command takes, but for the help.
std::span<const OptionSpec> common_options();

// What a command line may consist of, for those who describe it.
struct CommandSet {
  std::span<const CliCommand* const> commands;
  std::span<const OptionSpec> common;
};
CommandSet all_command_set();

// "-j,--jobs" as its names.
std::vector<std::string> option_names(const OptionSpec& option);

inline constexpr OptionSpec kHelpOption = {"-h,--help", "", "print this help and exit"};
inline constexpr OptionSpec kVersionOption = {"-V,--version", "", "print the version and exit"};

const CliCommand& init_command();
const CliCommand& adopt_command();
const CliCommand& new_command();
const CliCommand& check_command();
const CliCommand& fix_command();
const CliCommand& build_command();
const CliCommand& serve_command();
const CliCommand& index_command();
const CliCommand& commands_command();
const CliCommand& search_command();
const CliCommand& rules_command();
const CliCommand& explain_command();
const CliCommand& completions_command();
const CliCommand& manual_command();

}  // namespace runbookc
