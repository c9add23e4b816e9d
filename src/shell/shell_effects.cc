#include "shell/shell_effects.h"

namespace runbookc {
namespace {

bool in_function_name(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         std::string_view("_-.:").find(c) != std::string_view::npos;
}

std::size_t skip_blanks(std::string_view text, std::size_t at) {
  while (at < text.size() && text[at] == ' ') ++at;
  return at;
}

void add_aliases(const SimpleCommand& command, ShellEffects& effects) {
  for (std::size_t i = 1; i < command.words.size(); ++i) {
    const std::string& word = command.words[i].value;
    if (const std::size_t equals = word.find('='); equals != std::string::npos && equals > 0)
      effects.functions.push_back(word.substr(0, equals));
  }
}

void add_effects(const SimpleCommand& command, ShellEffects& effects) {
  if (command.words.empty() || command.around.substitution || command.around.function) return;
  const std::string_view program = command.words[0].value;
  if (program == "alias") add_aliases(command, effects);
  effects.exports |= program == "export";
  effects.moves |= program == "cd" || program == "pushd" || program == "popd";
  effects.sources |= program == "source" || program == "." || program == "eval";
}

// The name of the function that the statement is, or "". The body may hold no command.
std::string_view defined_function(std::string_view statement) {
  constexpr std::string_view kWord = "function ";
  const bool keyword = statement.starts_with(kWord);
  const std::size_t begin = skip_blanks(statement, keyword ? kWord.size() : 0);
  std::size_t end = begin;
  while (end < statement.size() && in_function_name(statement[end])) ++end;
  const std::size_t open = skip_blanks(statement, end);
  const std::size_t close = skip_blanks(statement, open + 1);
  const bool parentheses = open < statement.size() && statement[open] == '(' &&
                           close < statement.size() && statement[close] == ')';
  return end > begin && (keyword || parentheses) ? statement.substr(begin, end - begin)
                                                 : std::string_view();
}

// Of a function that is defined somewhere in the statement; each once for neighbours.
void add_functions(std::string_view statement, std::uint32_t begin,
                   std::span<const SimpleCommand> commands, ShellEffects& effects) {
  const std::string_view whole = defined_function(statement);
  if (!whole.empty()) effects.functions.emplace_back(whole);
  for (const SimpleCommand& command : commands) {
    const ByteRange range = command.around.function_name;
    if (range.size() == 0 || range.begin < begin || range.end - begin > statement.size()) continue;
    const std::string_view name = statement.substr(range.begin - begin, range.size());
    if (effects.functions.empty() || effects.functions.back() != name)
      effects.functions.emplace_back(name);
  }
}

}  // namespace

ShellEffects shell_effects(std::string_view statement, std::uint32_t begin,
                           std::span<const SimpleCommand> commands) {
  ShellEffects effects;
  if (statement.starts_with('(') && !statement.starts_with("((")) return effects;
  for (const SimpleCommand& command : commands) add_effects(command, effects);
  add_functions(statement, begin, commands, effects);
  return effects;
}

}  // namespace runbookc
