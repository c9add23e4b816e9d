#include "shell/endless_loop.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace runbookc {
namespace {

template <std::size_t size>
bool runs_one_of(const SimpleCommand& command, const std::array<std::string_view, size>& names) {
  return !command.words.empty() &&
         std::ranges::find(names, command.words.front().value) != names.end();
}

// `while false` never runs: who writes `false` there means `until`.
bool asks_nothing(const SimpleCommand& command) {
  constexpr std::array<std::string_view, 4> kConstant = {"true", ":", "sleep", "false"};
  return command.around.loop_head && !command.background && runs_one_of(command, kConstant);
}

bool leaves(const SimpleCommand& command) {
  constexpr std::array<std::string_view, 4> kLeaving = {"break", "exit", "return", "exec"};
  return command.around.loop && runs_one_of(command, kLeaving);
}

bool is_endless_file(const ShellWord& word) {
  constexpr std::array<std::string_view, 4> kFiles = {"/dev/zero", "/dev/random", "/dev/urandom",
                                                      "/dev/full"};
  return std::ranges::find(kFiles, word.value) != kFiles.end();
}

bool prints_on(const SimpleCommand& command) {
  if (command.words.empty() || command.background || command.around.function) return false;
  const std::string_view program = command.words.front().value;
  return program == "yes" ||
         (program == "cat" && std::ranges::any_of(command.words, is_endless_file));
}

}  // namespace

bool prints_without_end(std::span<const SimpleCommand> commands) {
  for (std::size_t i = 0; i < commands.size(); ++i) {
    // Whoever reads a pipe may close it.
    const bool read = commands[i].outer || (commands[i].pipeline && i + 1 < commands.size() &&
                                            commands[i + 1].pipeline == commands[i].pipeline);
    if (!read && prints_on(commands[i])) return true;
  }
  return false;
}

bool has_endless_loop(std::span<const SimpleCommand> commands) {
  if (std::ranges::any_of(commands, leaves)) return false;
  if (std::ranges::any_of(commands, [](const SimpleCommand& command) {
        return command.around.endless && !command.background;
      }))
    return true;
  for (std::size_t i = 0; i < commands.size(); ++i) {
    // The last command of a head decides.
    const bool last = i + 1 == commands.size() || !commands[i + 1].around.loop_head;
    if (last && asks_nothing(commands[i])) return true;
  }
  return false;
}

}  // namespace runbookc
