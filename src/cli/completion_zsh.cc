#include <fmt/format.h>

#include "base/text.h"
#include "cli/completion_place.h"
#include "cli/completion_script.h"

namespace runbookc {
namespace {

constexpr std::string_view kHead = R"(#compdef runbookc
# zsh completion for runbookc, written by `runbookc completions zsh`
_runbookc() {
  local context state state_descr line
  typeset -A opt_args
  local -a shared commands
  shared=(
)";

constexpr std::string_view kAfterShared = R"(  )
  commands=(
)";

constexpr std::string_view kDispatch = R"(  )
  _arguments -C $shared VERSION '1:command:->command' '*::argument:->argument'
  case $state in
    command) _describe command commands ;;
    argument)
      case $words[1] in
)";

// Read as a file of $fpath it is the body of the function; sourced, it announces it.
constexpr std::string_view kTail = R"(      esac ;;
  esac
}
if [[ $funcstack[1] == _runbookc ]]; then
  _runbookc "$@"
else
  compdef _runbookc runbookc
fi
)";

// Text inside a specification, where brackets and colons divide it.
std::string spec_text(std::string_view text) {
  std::string out;
  for (const char byte : text) {
    if (byte == '[' || byte == ']' || byte == ':' || byte == '\\') out += '\\';
    out += byte;
  }
  return out;
}

std::string action(PlaceKind kind, WordList words) {
  switch (kind) {
    case PlaceKind::words:
      return "(" + join(words(), " ") + ")";
    case PlaceKind::file:
      return "_files";
    case PlaceKind::folder:
      return "_files -/";
    default:
      return "";
  }
}

// One specification for each name of an option: '*--format=[help]:FORMAT:(text json)'.
std::string option_specs(const OptionSpec& option, std::string_view separator) {
  const PlaceKind kind = place_kind(option);
  std::string out;
  for (const std::string& name : option_names(option)) {
    std::string spec = "*" + name;
    if (kind != PlaceKind::nothing) spec += name.starts_with("--") ? "=" : "+";
    spec += "[" + spec_text(option.help) + "]";
    if (kind != PlaceKind::nothing) {
      spec += fmt::format(":{}:{}", spec_text(option.value), action(kind, option.words));
    }
    out += fmt::format("{}{}", separator, shell_quoted(spec));
  }
  return out;
}

std::string shared_specs(const CommandSet& set) {
  std::string out;
  for (const OptionSpec& option : set.common) out += option_specs(option, "\n    ");
  out += option_specs(kHelpOption, "\n    ");
  return out.substr(1) + "\n";
}

std::string command_list(const CommandSet& set) {
  std::string out;
  for (const CliCommand* command : set.commands) {
    out += "    " + shell_quoted(fmt::format("{}:{}", command->name, spec_text(command->summary))) +
           "\n";
  }
  return out;
}

std::string command_branch(const CliCommand& command) {
  constexpr std::string_view kSeparator = " \\\n            ";
  std::string out = fmt::format("        {}) _arguments $shared", command.name);
  for (const OptionSpec& option : command.options) out += option_specs(option, kSeparator);
  int place = 1;
  for (const PositionalSpec& spec : command.positionals) {
    const std::string where = spec.most == 1 ? fmt::format("{}", place++) : "*";
    out += kSeparator;
    out += shell_quoted(
        fmt::format("{}:{}:{}", where, spec_text(spec.name), action(place_kind(spec), spec.words)));
  }
  return out + " ;;\n";
}

}  // namespace

std::string zsh_completion(const CommandSet& set) {
  std::string out =
      fmt::format("{}{}{}{}", kHead, shared_specs(set), kAfterShared, command_list(set));
  out += replace_all(kDispatch, "VERSION", trim(option_specs(kVersionOption, " ")));
  for (const CliCommand* command : set.commands) out += command_branch(*command);
  return out + std::string(kTail);
}

}  // namespace runbookc
