#include "cli/shell_end.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "shell/judged_commands.h"
#include "shell/program_runs.h"
#include "shell/wildcard.h"

namespace runbookc {
namespace {

using Words = std::span<const ShellWord>;

constexpr std::size_t kDeepest = 16;

// Without `builtin` and the like, which change nothing about what runs.
Words without_prefixes(Words words) {
  static const Alternatives prefixes("builtin|command|-p|--");
  const auto begin = std::ranges::find_if_not(
      words, [](const ShellWord& word) { return prefixes.contain(word.value); });
  return {begin, words.end()};
}

bool is_in_shell(const SimpleCommand& command) {
  const CommandSurroundings& around = command.around;
  return !around.substitution && !around.document && !around.function && !around.subshell &&
         !command.background && !command.pipeline && !command.outer;
}

// `$$` is the shell that runs the script, whichever shell of it says so.
bool kills_shell(Words words) {
  static const Alternatives programs("kill|pkill|killall");
  static const Alternatives targets(
      "$$|-$$|${$}|-${$}|$PPID|-$PPID|${PPID}|$BASHPID|${BASHPID}|0|-1|bash|sh");
  return programs.contain(words.front().value) &&
         std::ranges::any_of(words.subspan(1),
                             [](const ShellWord& word) { return targets.contain(word.value); });
}

// Of `set`, and of `shopt`, whose `-o` names the same options.
ShellEnd end_of_options(Words words) {
  const bool shopt = words.front().value == "shopt";
  const auto some = [&](const Alternatives& names) {
    return std::ranges::any_of(words.subspan(1),
                               [&](const ShellWord& word) { return names.contain(word.value); });
  };
  static const Alternatives no_execution("noexec");
  static const Alternatives no_execution_flag("-*n*");
  static const Alternatives stop("errexit");
  static const Alternatives off("+o|+*o");
  static const Alternatives stop_off("+e*|+*e|+*e*");
  static const Alternatives shopt_off("-u|-*u*");
  if (some(no_execution) || (!shopt && some(no_execution_flag))) return ShellEnd::ends;
  const bool switched_off = shopt ? some(shopt_off) : some(off);
  if ((some(stop) && switched_off) || (!shopt && some(stop_off))) return ShellEnd::goes_on;
  return ShellEnd::none;
}

ShellEnd end_of(Words words) {
  static const Alternatives leaving("exit|logout|return|suspend");
  const std::string_view program = words.front().value;
  if (program == "set" || program == "shopt") return end_of_options(words);
  const bool ends = leaving.contain(program) || (program == "exec" && words.size() > 1);
  return ends ? ShellEnd::ends : ShellEnd::none;
}

// What `eval` and `trap` run in this shell; "" for others.
std::string text_of(Words words) {
  const std::string_view program = words.front().value;
  if (program != "eval" && program != "trap") return {};
  const Words rest = without_prefixes(words.subspan(1));
  if (program == "eval") return joined_words(rest);
  return rest.empty() ? std::string() : rest.front().value;
}

}  // namespace

ShellEnd shell_end(std::span<const SimpleCommand> commands) {
  std::vector<SimpleCommand> now(commands.begin(), commands.end());
  ShellEnd end = ShellEnd::none;
  for (std::size_t depth = 0; depth < kDeepest && !now.empty(); ++depth) {
    std::vector<SimpleCommand> next;
    for (const SimpleCommand& command : now) {
      const Words words = without_prefixes(command.words);
      if (words.empty()) continue;
      if (kills_shell(words)) return ShellEnd::ends;
      if (!is_in_shell(command)) continue;
      end = std::max(end, end_of(words));
      for (SimpleCommand& inner : read_commands(text_of(words))) next.push_back(std::move(inner));
    }
    now = std::move(next);
  }
  return end;
}

}  // namespace runbookc
