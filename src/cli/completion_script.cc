#include "cli/completion_script.h"

#include <algorithm>
#include <array>

namespace runbookc {
namespace {

struct ShellKind {
  Shell shell;
  std::string_view name;
  std::string (*script)(const CommandSet&);
};

constexpr std::array<ShellKind, 3> kShells = {{{Shell::bash, "bash", bash_completion},
                                               {Shell::zsh, "zsh", zsh_completion},
                                               {Shell::fish, "fish", fish_completion}}};

}  // namespace

std::vector<std::string> shell_names() {
  std::vector<std::string> names;
  for (const ShellKind& kind : kShells) names.emplace_back(kind.name);
  return names;
}

std::optional<Shell> find_shell(std::string_view name) {
  const auto* const found = std::ranges::find(kShells, name, &ShellKind::name);
  return found == kShells.end() ? std::nullopt : std::optional(found->shell);
}

std::string completion_script(Shell shell, const CommandSet& set) {
  return std::ranges::find(kShells, shell, &ShellKind::shell)->script(set);
}

}  // namespace runbookc
