// By what commands are judged: the risk tables, and what a project itself holds for dangerous.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "shell/risk_table.h"

namespace runbookc {

struct CommandJudge {
  RiskTable table;
  // Why a command, as it is pasted, destroys whatever the table says; "" if it does not. Called on
  // several threads at once. May be empty.
  std::function<std::string(std::string_view)> danger = {};
};

}  // namespace runbookc
