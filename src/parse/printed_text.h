// Telling what programs print, and prose, from commands.
#pragma once

#include <string_view>

#include "shell/risk_table.h"

namespace runbookc {

// `2026-09-28T17:59`, klog's `I1130 12:15`, `12:15:18.6`
bool starts_with_time(std::string_view line);

// `NAME    READY   STATUS`: capitals in columns.
bool is_table_head(std::string_view line);

// At least three, with tabs or two blanks between.
bool has_columns(std::string_view line);

// Whether a statement of a block without prompts is what the command before it printed: its first
// word is no program that `table` knows, and its first line has the look of output (`web-1 1/1`,
// `Date: Sun`, `* Connected to …`). `after_output`: so was the statement before it, and then not to
// know its program is enough.
bool reads_as_output(std::string_view statement, const RiskTable& table, bool after_output);

// Whether a statement is prose between commands: "Make sure that the job ended."
bool reads_as_sentence(std::string_view statement, const RiskTable& table);

}  // namespace runbookc
