// Programs that start another one: `sudo`, `env`, `timeout`, `kubectl exec`.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "shell/risk_table.h"
#include "shell/simple_command.h"

namespace runbookc {

// The words at each level of `sudo -E ssh host bash -s`, the given ones first; empty for none. Such
// programs are those of which the table says where the inner command begins. At most 16 levels.
std::vector<std::span<const ShellWord>> wrapped_levels(std::span<const ShellWord> words,
                                                       const RiskTable& table);

// The names, without folders, of the programs that the commands start on the reader's own machine,
// those that start others among them: of `sudo kubectl exec db -- psql` both `sudo` and `kubectl`.
// Each once, in their order.
std::vector<std::string> local_programs(std::span<const SimpleCommand> commands,
                                        const RiskTable& table);

}  // namespace runbookc
