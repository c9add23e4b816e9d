// What a command would do to the system that it is pasted into.
//
// From harmless to harmful: read, unknown, mutate, destroy. The worst part of a command decides, so
// that a pipeline with an unknown program and a deletion destroys, and one with an unknown program
// and a listing is unknown. `destroy` is what no other command brings back with what is at hand:
// data, a resource with its data, or the access to a machine. What restarts, stops or changes is
// `mutate`.
#pragma once

#include <map>
#include <span>
#include <string>
#include <vector>

#include "shell/assigned_values.h"
#include "shell/defined_functions.h"
#include "shell/risk_table.h"
#include "shell/risk_verdict.h"
#include "shell/simple_command.h"

namespace runbookc {

// What a function of the same script does when it is called.
struct FunctionEffect {
  RiskVerdict verdict = {};  // without that of the functions that it calls
  // The names that it runs in its own shell, each once: those that no table knows, and those that a
  // function may be called as, since it may be defined later.
  std::vector<std::string> calls = {};
  std::vector<SimpleCommand> alias = {};  // for an alias: what stands for its name
};

struct RiskContext {
  const RiskTable& table;
  // The simple commands of a script text, those in substitutions and compounds too. Without it
  // texts are handed back as `scripts`, and count as unknown.
  ScriptReader read_script = {};
  std::map<std::string, FunctionEffect, std::less<>> functions = {};
  AssignedValues values = {};  // before these commands
  // How many names and words of functions and aliases are followed; more is unknown.
  std::size_t follow_at_most = 100'000;
};

// Judges the simple commands of one statement (stages of pipelines in their order). A command
// without words is a redirection on its own, which empties a file: what a compound redirects
// (`{ …; } >file`, `done >file`) is a command whose word is `{`. Commands
// that run commands are followed 16 deep, and are unknown further down. Of texts that these run, 16
// times what `commands` say is followed in all, and the rest is unknown; so cost is linear in what
// they say, and memory too: a text is freed when its commands are judged.
//
// A function stands for the program of its name, for `sudo name` and the like beside it. A program
// that is not written out (`$SUDO rm x`) is unknown, or what it would be with a value that is
// assigned or its default, as the program of the variable's name, or as one that runs the command
// behind it, if that is worse.
RiskVerdict judge_risk(std::span<const SimpleCommand> commands, const RiskContext& context);

// The same for the body of a function.
FunctionEffect judge_function(std::span<const SimpleCommand> body, const RiskContext& context);

}  // namespace runbookc
