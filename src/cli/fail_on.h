// --fail-on: which findings make a run fail.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "cli/command_table.h"
#include "diag/diagnostic.h"

namespace runbookc {

inline constexpr OptionSpec kFailOnOption = {
    "--fail-on", "SEVERITY", "exit with 1 for findings this bad: error (default), warning, never",
    [] { return std::vector<std::string>{"error", "warning", "never"}; }};

// The severity asked for, `off` for never; nothing if the option was not given.
Result<std::optional<Severity>> read_fail_on(const Arguments& arguments);

// Whether any finding is at or above `least`; `off`: never.
bool fails(const std::vector<Diagnostic>& diagnostics, Severity least);

}  // namespace runbookc
