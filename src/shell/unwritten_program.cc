#include "shell/unwritten_program.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "base/text.h"

namespace runbookc {
namespace {

std::string_view name_at(std::string_view text) {
  const auto end = std::ranges::find_if_not(text, is_word);
  return text.substr(0, static_cast<std::size_t>(end - text.begin()));
}

// What the first word of a command expands.
struct UnwrittenProgram {
  std::string_view name;          // of a variable, or ""
  std::string_view substitution;  // the program that `$(which …)` or `${NAME:-…}` names, or ""
};

// `${NAME:-value}`, `${NAME-value}`, `${NAME:=value}`.
UnwrittenProgram with_default(std::string_view braced) {
  UnwrittenProgram program{.name = name_at(braced), .substitution = {}};
  std::string_view rest = braced.substr(program.name.size());
  if (rest.starts_with(':')) rest.remove_prefix(1);
  if (rest.starts_with('-') || rest.starts_with('=')) program.substitution = trim(rest.substr(1));
  return program;
}

// `$(which psql)`.
UnwrittenProgram looked_up(std::string_view inside) {
  constexpr std::array<std::string_view, 3> kLookups = {"which ", "command -v ", "type -p "};
  for (const std::string_view lookup : kLookups)
    if (inside.starts_with(lookup))
      return {.name = {}, .substitution = trim(inside.substr(lookup.size()))};
  return {};
}

UnwrittenProgram unwritten_program(std::string_view word) {
  if (word.size() < 2 || word.front() != '$') return {};
  const std::string_view rest = word.substr(1);
  const bool closed = word.ends_with(rest.front() == '{' ? '}' : ')');
  if (rest.front() == '{' && closed) return with_default(rest.substr(1, rest.size() - 2));
  if (rest.front() == '(' && closed) return looked_up(rest.substr(1, rest.size() - 2));
  const std::string_view name = name_at(rest);
  return {.name = name.size() == rest.size() ? name : std::string_view(), .substitution = {}};
}

// `rest` behind the words of `value`, which is split at spaces as the shell does.
std::vector<ShellWord> command_with(std::string_view value, std::span<const ShellWord> rest) {
  std::vector<ShellWord> words;
  const std::string spaced = collapse_space(value);
  for (const std::string_view piece : split(spaced, ' ')) {
    if (piece.empty()) continue;
    ShellWord word;
    word.value = piece;
    word.literal = piece.find_first_of("$`*?[") == std::string_view::npos;
    words.push_back(std::move(word));
  }
  words.insert(words.end(), rest.begin(), rest.end());
  return known_words(words);
}

}  // namespace

std::vector<std::vector<ShellWord>> possible_commands(
    std::span<const ShellWord> words, const std::vector<const AssignedValues*>& values,
    const RiskTable& table) {
  const UnwrittenProgram program = unwritten_program(words.front().value);
  const auto rest = words.subspan(1);
  std::vector<std::vector<ShellWord>> commands;
  for (const AssignedValues* assigned : values)
    for (const std::string& value : assigned->of(program.name))
      commands.push_back(command_with(value, rest));
  if (!program.substitution.empty()) commands.push_back(command_with(program.substitution, rest));
  const std::string name = lower_ascii(program.name);  // `$KUBECTL`
  if (commands.empty() && table.find(name) != nullptr) commands.push_back(command_with(name, rest));
  if (commands.empty()) commands.push_back(known_words(rest));
  return commands;
}

std::vector<ShellWord> known_words(std::span<const ShellWord> words) {
  const auto known = std::ranges::find_if(words, [](const ShellWord& word) {
    return word.literal || !(word.value.starts_with('$') || word.value.starts_with('`'));
  });
  return {known, words.end()};
}

}  // namespace runbookc
