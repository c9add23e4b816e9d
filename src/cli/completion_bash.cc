#include <fmt/format.h>

#include "base/text.h"
#include "cli/completion_place.h"
#include "cli/completion_script.h"

namespace runbookc {
namespace {

constexpr std::string_view kHead =
    R"(# bash completion for runbookc, written by `runbookc completions bash`
_runbookc() {
  local current=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]}
  local command='' place=0 kind='' words='' i
  COMPREPLY=()
  # Bash makes a word of its own of an equals sign.
  if [[ $current == = ]]; then
    current=''
  elif [[ $before == = ]]; then
    before=${COMP_WORDS[COMP_CWORD - 2]}
  fi
  for ((i = 1; i < COMP_CWORD; i++)); do
    case $command:${COMP_WORDS[i]} in
)";

constexpr std::string_view kAfterValues = R"(        [[ ${COMP_WORDS[i + 1]} == = ]] && i=$((i + 1))
        i=$((i + 1)) ;;
      *:=) i=$((i + 1)) ;;
      *:-*) ;;
      :*) command=${COMP_WORDS[i]} ;;
      *) place=$((place + 1)) ;;
    esac
  done
  case $command:$before in
)";

constexpr std::string_view kOptions = R"(    *)
      if [[ $current == -* ]]; then
        case $command in
)";

constexpr std::string_view kPlaces = R"(        esac
      else
        case $command:$place in
)";

constexpr std::string_view kTail = R"(        esac
      fi ;;
  esac
  case $kind in
    files)
      compopt -o filenames 2>/dev/null
      mapfile -t COMPREPLY < <(compgen -f -- "$current") ;;
    folders)
      compopt -o filenames 2>/dev/null
      mapfile -t COMPREPLY < <(compgen -d -- "$current") ;;
    *) mapfile -t COMPREPLY < <(compgen -W "$words" -- "$current") ;;
  esac
}
complete -F _runbookc runbookc
)";

// What completes a place, as the body of a branch.
std::string answer(PlaceKind kind, WordList words) {
  switch (kind) {
    case PlaceKind::words:
      return "words=" + shell_quoted(join(words(), " "));
    case PlaceKind::file:
      return "kind=files";
    case PlaceKind::folder:
      return "kind=folders";
    default:
      return "return";
  }
}

// "*:-j | *:--jobs", the pattern of an option after a command ("*": after any).
std::string pattern(std::string_view command, const OptionSpec& option) {
  std::string out;
  for (const std::string& name : option_names(option)) {
    out += fmt::format("{}{}:{}", out.empty() ? "" : " | ", command, name);
  }
  return out;
}

// Calls `visit(command name or "*", option)` for each option that takes a value.
template <typename Visit>
void each_valued(const CommandSet& set, Visit visit) {
  const auto visit_all = [&](std::string_view name, std::span<const OptionSpec> options) {
    for (const OptionSpec& option : options) {
      if (place_kind(option) != PlaceKind::nothing) visit(name, option);
    }
  };
  visit_all("*", set.common);
  for (const CliCommand* command : set.commands) visit_all(command->name, command->options);
}

std::string valued_patterns(const CommandSet& set) {
  std::string out;
  each_valued(set, [&](std::string_view name, const OptionSpec& option) {
    out += (out.empty() ? "      " : " | \\\n        ") + pattern(name, option);
  });
  return out + ")\n";
}

std::string value_branches(const CommandSet& set) {
  std::string out;
  each_valued(set, [&](std::string_view name, const OptionSpec& option) {
    out += fmt::format("    {}) {} ;;\n", pattern(name, option),
                       answer(place_kind(option), option.words));
  });
  return out;
}

std::string option_branch(std::string_view command, std::span<const OptionSpec> own,
                          const CommandSet& set, const OptionSpec& last) {
  std::vector<std::string> names;
  const auto add = [&](const OptionSpec& option) {
    for (std::string& name : option_names(option)) names.push_back(std::move(name));
  };
  for (const OptionSpec& option : own) add(option);
  for (const OptionSpec& option : set.common) add(option);
  add(last);
  return fmt::format("          {}) words={} ;;\n", command.empty() ? "''" : command,
                     shell_quoted(join(names, " ")));
}

std::string option_branches(const CommandSet& set) {
  const std::vector<OptionSpec> version = {kVersionOption};
  std::string out = option_branch("", version, set, kHelpOption);
  for (const CliCommand* command : set.commands) {
    out += option_branch(command->name, command->options, set, kHelpOption);
  }
  return out;
}

std::string place_branches(const CommandSet& set) {
  std::vector<std::string> names;
  for (const CliCommand* command : set.commands) names.emplace_back(command->name);
  std::string out = fmt::format("          :*) words={} ;;\n", shell_quoted(join(names, " ")));
  for (const CliCommand* command : set.commands) {
    int place = 0;
    for (const PositionalSpec& spec : command->positionals) {
      const std::string where = spec.most == 1 ? fmt::format("{}", place++) : "*";
      out += fmt::format("          {}:{}) {} ;;\n", command->name, where,
                         answer(place_kind(spec), spec.words));
    }
  }
  return out;
}

}  // namespace

std::string bash_completion(const CommandSet& set) {
  return fmt::format("{}{}{}{}{}{}{}{}{}", kHead, valued_patterns(set), kAfterValues,
                     value_branches(set), kOptions, option_branches(set), kPlaces,
                     place_branches(set), kTail);
}

}  // namespace runbookc
