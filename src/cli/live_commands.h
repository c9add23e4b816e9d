// Which of the commands of runbooks a script may run.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cli/command_selection.h"
#include "shell/risk_table.h"

namespace runbookc {

enum class Obstacle : std::uint8_t {
  none,
  destroys,
  to_fill_in,
  not_valid,  // what a shell refuses, or reads otherwise than was meant
  incomplete,
  secret,
  control_characters,
  waits,         // for answers, or without end
  leaves_shell,  // `exit`, `exec`, `set +e`: what follows would not run, or run elsewhere or anyway
  not_seen,      // a download, or a program that stands in a variable
  relies,        // on a command that does not run
};

// "destroys", "waits or never ends": of one command or of many.
std::string_view obstacle_name(Obstacle obstacle);

// A command of a script, and why it must not run.
struct ScriptCommand {
  const PlacedCommand* placed = nullptr;
  Obstacle obstacle = Obstacle::none;
  std::string reason;  // as in "deletes files"; holds text of the document
};

// The chosen commands of one block, in order.
struct ScriptBlock {
  std::vector<ScriptCommand> commands;
  bool relies = false;  // some command on an earlier one
};

// The blocks of `commands`, which stand in the order of documents and places. What comes after a
// command that does not run does not either if it may rely on it; nor does what would be typed into
// a shell that is not opened, or that is left. `table` judges what functions would do when called.
std::vector<ScriptBlock> script_blocks(std::span<const PlacedCommand> commands,
                                       const RiskTable& table);

}  // namespace runbookc
