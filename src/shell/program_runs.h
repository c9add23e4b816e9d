// What one program would run in turn: the words of other commands, and texts.
#pragma once

#include <span>
#include <vector>

#include "shell/arguments.h"
#include "shell/risk_table.h"
#include "shell/standard_input.h"

namespace runbookc {

struct ProgramRuns {
  std::vector<std::span<const ShellWord>> commands;  // of the words given
  std::vector<std::vector<ShellWord>> made;          // commands put together of words in two places
  std::vector<SharedText> texts;                     // none is null

  bool any() const { return !commands.empty() || !made.empty() || !texts.empty(); }
};

// `words` are those of the whole command, `arguments` what they were read as. Linear in them; a
// text that flows in is shared.
ProgramRuns program_runs(const RiskRule& rule, const ProgramArguments& arguments,
                         std::span<const ShellWord> words, const StandardInput& input);

// Behind the `A=1 B=2` that some programs take before the command that they run.
std::span<const ShellWord> without_assignments(std::span<const ShellWord> words);

// The values with a space between each two.
std::string joined_words(std::span<const ShellWord> words);

}  // namespace runbookc
