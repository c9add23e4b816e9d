#include "shell/wrapped_words.h"

#include <algorithm>
#include <set>

#include "base/path.h"
#include "shell/arguments.h"
#include "shell/program_runs.h"

namespace runbookc {
namespace {

using Words = std::span<const ShellWord>;

constexpr std::size_t kMostLevels = 16;

const RiskProgram* program_of(Words words, const RiskTable& table) {
  return words.empty() ? nullptr : table.find(file_name(words.front().value));
}

Words inner_words(const RiskProgram& program, Words words) {
  if (program.syntax.inner.empty()) return {};
  return without_assignments(read_arguments(words.subspan(1), program.syntax).inner);
}

// One that takes a command at once, as words, or as text that the same machine runs: `ssh` takes a
// host first, and `kubectl exec` is one of many things that kubectl does.
bool stays_here(const RiskProgram& program) {
  const auto at_once = [](const InnerCommand& inner) { return inner.path.operand_count() == 0; };
  const auto first = [](const InnerCommand& inner) { return inner.at == 0; };
  const auto runs_words = [](const RiskRule& rule) { return rule.run == RunSource::words; };
  return std::ranges::all_of(program.syntax.inner, at_once) &&
         (std::ranges::any_of(program.rules, runs_words) ||
          std::ranges::all_of(program.syntax.inner, first));
}

}  // namespace

std::vector<std::span<const ShellWord>> wrapped_levels(std::span<const ShellWord> words,
                                                       const RiskTable& table) {
  std::vector<Words> levels;
  while (!words.empty() && levels.size() < kMostLevels) {
    levels.push_back(words);
    const RiskProgram* program = program_of(words, table);
    words = program == nullptr ? Words() : inner_words(*program, words);
  }
  return levels;
}

std::vector<std::string> local_programs(std::span<const SimpleCommand> commands,
                                        const RiskTable& table) {
  std::vector<std::string> programs;
  std::set<std::string, std::less<>> seen;
  for (const SimpleCommand& command : commands) {
    const std::vector<Words> levels = wrapped_levels(command.words, table);
    for (std::size_t i = 0; i < levels.size(); ++i) {
      const std::string_view name = file_name(levels[i].front().value);
      if (!name.starts_with('-') && seen.emplace(name).second) programs.emplace_back(name);
      // What has an inner level is known.
      if (i + 1 < levels.size() && !stays_here(*program_of(levels[i], table))) break;
    }
  }
  return programs;
}

}  // namespace runbookc
