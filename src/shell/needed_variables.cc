#include "shell/needed_variables.h"

#include <algorithm>
#include <array>
#include <limits>
#include <string_view>
#include <unordered_map>

namespace runbookc {
namespace {

using Names = std::vector<std::string>;
constexpr std::uint32_t kNever = std::numeric_limits<std::uint32_t>::max();

// What bash or a login sets. Names that begin with `BASH` are bash's, too.
constexpr std::array<std::string_view, 45> kSetBefore = {
    "COLUMNS",      "COMP_CWORD", "COMP_WORDS", "COPROC", "COPROC_PID", "DIRSTACK", "EPOCHREALTIME",
    "EPOCHSECONDS", "EUID",       "FUNCNAME",   "GROUPS", "HISTCMD",    "HOME",     "HOSTNAME",
    "HOSTTYPE",     "IFS",        "LANG",       "LINENO", "LINES",      "LOGNAME",  "MACHTYPE",
    "MAIL",         "MAPFILE",    "OLDPWD",     "OPTARG", "OPTERR",     "OPTIND",   "OSTYPE",
    "PATH",         "PIPESTATUS", "PPID",       "PS1",    "PS2",        "PS4",      "PWD",
    "RANDOM",       "REPLY",      "SECONDS",    "SHELL",  "SHELLOPTS",  "SHLVL",    "SRANDOM",
    "TERM",         "UID",        "USER"};

static_assert(std::ranges::is_sorted(kSetBefore));

bool is_set_before(std::string_view name) {
  return name == "_" || name.starts_with("BASH") || std::ranges::binary_search(kSetBefore, name);
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }

std::string leading_name(std::string_view text) {
  const auto end =
      std::ranges::find_if_not(text, [](char c) { return is_letter(c) || (c >= '0' && c <= '9'); });
  const bool named = !text.empty() && is_letter(text[0]);
  return named ? std::string(text.begin(), end) : "";
}

bool is_name(const ShellWord& word) {
  return !word.value.empty() && leading_name(word.value).size() == word.value.size();
}

// The arguments of `command` that are names and belong to no option; `valued` are the letters of
// the options that take the next word.
Names named_arguments(const SimpleCommand& command, std::string_view valued) {
  Names names;
  for (std::size_t i = 1; i < command.words.size(); ++i) {
    const std::string& word = command.words[i].value;
    if (word.size() > 1 && word[0] == '-')
      i += valued.find(word.back()) != std::string_view::npos ? 1 : 0;
    else if (is_name(command.words[i]))
      names.push_back(word);
  }
  return names;
}

// `export X`, which sets nothing, is `assigned`: it needs a `=`.
Names declared(const SimpleCommand& command, bool assigned) {
  Names names;
  for (std::size_t i = 1; i < command.words.size(); ++i) {
    const std::string& word = command.words[i].value;
    std::string name = leading_name(word);
    const bool sets = name.size() < word.size() ? word.find('=') != std::string::npos : !assigned;
    if (!name.empty() && sets) names.push_back(std::move(name));
  }
  return names;
}

Names printed(const SimpleCommand& command) {
  const auto& words = command.words;
  const bool into = words.size() > 2 && words[1].value == "-v";
  const std::string name = into ? leading_name(words[2].value) : "";
  return name.empty() ? Names{} : Names{name};
}

// `let 'x = 1'`; what it only reads does no harm here.
Names let(const SimpleCommand& command) {
  Names names;
  for (std::size_t i = 1; i < command.words.size(); ++i)
    if (std::string name = leading_name(command.words[i].value); !name.empty())
      names.push_back(std::move(name));
  return names;
}

Names set_by_program(const SimpleCommand& command) {
  const std::string& program = command.words[0].value;
  if (program == "export") return declared(command, true);
  constexpr std::array<std::string_view, 4> kDeclaring = {"declare", "local", "readonly",
                                                          "typeset"};
  if (std::ranges::find(kDeclaring, program) != kDeclaring.end()) return declared(command, false);
  if (program == "read") return named_arguments(command, "dinNptu");
  if (program == "mapfile" || program == "readarray") return named_arguments(command, "dnOsuCc");
  if (program == "printf") return printed(command);
  if (program == "getopts" && command.words.size() > 2) return {command.words[2].value};
  if (program == "let") return let(command);
  return {};
}

bool sets_anything(const SimpleCommand& command) {
  if (command.words.empty()) return false;
  const std::string& program = command.words[0].value;
  return program == "source" || program == "." || program == "eval";
}

// From which place on each name is set.
using Places = std::unordered_map<std::string, std::uint32_t>;

struct Known {
  Places everywhere;
  Places in_substitutions;
  std::uint32_t anything = kNever;

  void add(const std::string& name, std::uint32_t at, const CommandSurroundings& around) {
    Places& places = around.substitution ? in_substitutions : everywhere;
    std::uint32_t& place = places.try_emplace(name, kNever).first->second;
    place = std::min(place, at);
  }
};

// `A=1 B=$A`: each is set before the next is read. A program sets at its end.
void add_command(Known& known, const SimpleCommand& command) {
  if (command.words.empty()) {
    for (const ShellAssignment& assignment : command.assignments)
      known.add(assignment.name, assignment.value.range.end, command.around);
  } else {
    for (const std::string& name : variables_set_by(command))
      known.add(name, command.range.end, command.around);
  }
  for (const ShellRedirection& redirection : command.redirections)  // `{fd}>file`
    if (redirection.descriptor.starts_with('{'))
      known.add(leading_name(std::string_view(redirection.descriptor).substr(1)), command.range.end,
                command.around);
  if (sets_anything(command) && !command.around.substitution)
    known.anything = std::min(known.anything, command.range.end);
}

Known known_variables(const ShellScript& script) {
  Known known;
  for (const SimpleCommand& command : script.commands) add_command(known, command);
  for (const ShellVariable& variable : script.variables)
    if (variable.use == VariableUse::set)
      known.add(variable.name, variable.range.end, variable.around);
  return known;
}

bool is_set_at(const Places& places, const ShellVariable& variable) {
  const auto place = places.find(variable.name);
  if (place == places.end()) return false;
  return variable.around.function || place->second <= variable.range.begin;
}

}  // namespace

std::vector<std::string> variables_set_by(const SimpleCommand& command) {
  if (!command.words.empty()) return set_by_program(command);
  Names names;
  for (const ShellAssignment& assignment : command.assignments) names.push_back(assignment.name);
  return names;
}

std::vector<ShellVariable> needed_variables(const ShellScript& script) {
  const Known known = known_variables(script);
  std::vector<ShellVariable> needed;
  for (const ShellVariable& variable : script.variables) {
    if (variable.use != VariableUse::needed || is_set_before(variable.name)) continue;
    const bool anything = known.anything != kNever &&
                          (variable.around.function || known.anything <= variable.range.begin);
    const bool set = is_set_at(known.everywhere, variable) ||
                     (variable.around.substitution && is_set_at(known.in_substitutions, variable));
    if (!anything && !set) needed.push_back(variable);
  }
  return needed;
}

}  // namespace runbookc
