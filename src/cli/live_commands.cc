#include "cli/live_commands.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/text.h"
#include "cli/shell_end.h"
#include "model/document.h"
#include "report/safe_text.h"
#include "shell/defined_functions.h"
#include "shell/grammar.h"
#include "shell/judged_commands.h"
#include "shell/placeholder_ranges.h"
#include "shell/risk.h"

namespace runbookc {
namespace {

struct Verdict {
  Obstacle obstacle = Obstacle::none;
  std::string reason = {};
  bool ends_block = false;  // what follows in its block is for another shell, or for none
};

// Whether the shell goes on behind it with a new statement: no here-document, quote or backslash
// that takes the rest of the script.
bool ends_itself(const std::string& text) {
  const ShellScript script = parse_shell(text + "\n:\n");
  return !script.error && !script.statements.empty() &&
         script.statements.back().range.size() == 1 &&
         script.statements.back().range.begin == text.size() + 1;
}

// A terminal obeys control characters and bidirectional marks, CI runners the start of a line. What
// stands for a NUL (CommonMark 2.3) is not what the file says.
bool is_plain(std::string_view text) {
  constexpr std::string_view kReplacement = "\xEF\xBF\xBD";
  return text.find(kReplacement) == std::string_view::npos &&
         std::ranges::all_of(split_lines(text),
                             [](std::string_view line) { return safe_code_line(line) == line; });
}

// What its functions and aliases would do: the judgement of a definition asks only what runs at
// once.
RiskVerdict judge_definitions(const Command& command, std::vector<SimpleCommand> commands,
                              const RiskTable& table) {
  const RiskContext context{table, read_commands, {}};
  RiskVerdict verdict;
  for (const DefinedFunction& function :
       defined_functions(command.text, 0, commands, read_commands)) {
    if (function.bomb) add_verdict(verdict, bomb_verdict());
    if (function.alias) add_verdict(verdict, judge_risk(function.body, context));
  }
  for (SimpleCommand& simple : commands) simple.around.function = false;
  add_verdict(verdict, judge_risk(commands, context));
  return verdict;
}

bool starts_with_option(std::span<const SimpleCommand> commands) {
  return !commands.empty() && !commands[0].words.empty() &&
         commands[0].words[0].value.starts_with('-');
}

// What rules say of the command's own text: problems are sorted by place.
Verdict problem_of(const Document& document, const Command& command) {
  const auto first = std::ranges::lower_bound(document.problems, command.span.start, {},
                                              [](const Problem& p) { return p.span.start; });
  for (auto at = first; at != document.problems.end(); ++at) {
    // What breaks a continuation may stand in the line below.
    const bool below = at->kind == ProblemKind::continuation_broken &&
                       at->span.start.line <= command.span.end.line + 1;
    if (at->span.start >= command.span.end && !below) {
      if (at->span.start.line > command.span.end.line + 1) break;
      continue;
    }
    if (at->kind == ProblemKind::continuation_broken)
      return {Obstacle::not_valid, at->message, true};
    if (at->kind == ProblemKind::command_typography || at->kind == ProblemKind::command_truncated)
      return {Obstacle::not_valid, at->message};
    if (at->kind == ProblemKind::pipe_to_shell) return {Obstacle::not_seen, at->message};
    if (at->kind == ProblemKind::secret) return {Obstacle::secret, "a secret, which is not shown"};
  }
  return {};
}

// Without the `exit` of `cd x || exit`: where that runs, what relies on the command must not.
std::span<const SimpleCommand> without_guard(std::string_view text,
                                             std::span<const SimpleCommand> commands) {
  if (commands.size() < 2 || commands.back().words.empty()) return commands;
  if (commands.back().words.front().value != "exit") return commands;
  const std::string_view before = trim_end(text.substr(0, commands.back().range.begin));
  const bool last = trim(text.substr(commands.back().range.end)).empty();
  return last && before.ends_with("||") ? commands.first(commands.size() - 1) : commands;
}

Verdict shell_verdict(const Command& command, std::span<const SimpleCommand> commands) {
  if (command.interactive) return {Obstacle::waits, "waits for answers", true};
  if (command.blocking) return {Obstacle::waits, "does not end by itself"};
  const ShellEnd end = shell_end(without_guard(command.text, commands));
  if (end == ShellEnd::ends) return {Obstacle::leaves_shell, "ends the shell", true};
  if (end == ShellEnd::goes_on)
    return {Obstacle::leaves_shell, "switches off the stop at the first failure"};
  if (starts_with_option(commands)) return {Obstacle::not_valid, "begins with an option"};
  if (command.unseen) return {Obstacle::not_seen, "runs a program that is not written out"};
  return {};
}

// Which side of the merge holds, and where it begins in a broken fence, nobody has said yet.
bool is_half_merged(const Document& document) {
  return std::ranges::find(document.problems, ProblemKind::merge_conflict, &Problem::kind) !=
         document.problems.end();
}

// Why the command by itself must not run as it is.
Verdict judge(const PlacedCommand& placed, const RiskTable& table) {
  const Command& command = *placed.command;
  if (is_half_merged(*placed.document))
    return {Obstacle::not_valid, "its page holds a merge that was not finished", true};
  const std::vector<SimpleCommand> commands =
      judged_commands(parse_shell(command.text, placeholder_ranges(command.text)));
  const bool wrong = command.syntax == SyntaxVerdict::error;
  if (wrong) return {Obstacle::not_valid, command.syntax_message, true};
  Verdict shell = shell_verdict(command, commands);
  if (command.risk == Risk::destroy)
    return {Obstacle::destroys, command.risk_reason, shell.ends_block};
  const RiskVerdict defined = judge_definitions(command, commands, table);
  if (defined.risk == Risk::destroy) return {Obstacle::destroys, "defines what does"};
  if (Verdict problem = problem_of(*placed.document, command); problem.obstacle != Obstacle::none) {
    problem.ends_block |= shell.ends_block;
    return problem;
  }
  if (!command.placeholders.empty())
    return {Obstacle::to_fill_in, command.placeholders[0].text, shell.ends_block};
  if (shell.obstacle != Obstacle::none) return shell;
  if (defined.unseen) return {Obstacle::not_seen, "defines what runs what is not written out"};
  if (!ends_itself(command.text)) return {Obstacle::incomplete, "", true};
  if (!is_plain(command.text)) return {Obstacle::control_characters, ""};
  return {};
}

const CodeBlock& block_of(const PlacedCommand& placed) {
  return placed.document->code_blocks[placed.command->code_block];
}

bool is_script(const PlacedCommand& placed) {
  return trim_start(block_of(placed).text).starts_with("#!");
}

bool in_one_block(const PlacedCommand& a, const PlacedCommand& b) {
  return a.document == b.document && a.command->code_block == b.command->code_block;
}

// Whether a command of the block between two of the chosen ones was not chosen. `after`: null for
// the first one.
bool skips(const PlacedCommand& placed, const PlacedCommand* after) {
  const Command* first = placed.document->commands.data();
  if (after != nullptr) return placed.command != after->command + 1;
  return placed.command != first && (placed.command - 1)->code_block == placed.command->code_block;
}

// Of the commands of one block, all chosen ones.
ScriptBlock plan_block(std::span<const PlacedCommand> commands, const RiskTable& table) {
  ScriptBlock block;
  bool gap = false;
  bool ended = false;
  for (std::size_t i = 0; i < commands.size(); ++i) {
    const PlacedCommand& placed = commands[i];
    gap |= skips(placed, i == 0 ? nullptr : &commands[i - 1]);
    Verdict verdict = judge(placed, table);
    if (verdict.obstacle == Obstacle::none && ended)
      verdict = {Obstacle::relies, "comes after a command that is for another shell, or not whole"};
    if (verdict.obstacle == Obstacle::none && gap && !placed.command->standalone)
      verdict = {Obstacle::relies, "may rely on a command above it that does not run here"};
    ended |= verdict.ends_block;
    gap |= verdict.obstacle != Obstacle::none;
    block.relies |= !placed.command->standalone;
    block.commands.push_back({&placed, verdict.obstacle, std::move(verdict.reason)});
  }
  if (!gap || !is_script(commands[0])) return block;
  for (ScriptCommand& command : block.commands) {
    if (command.obstacle == Obstacle::none)
      command = {command.placed, Obstacle::relies, "is a part of a script that does not run here"};
  }
  return block;
}

}  // namespace

std::string_view obstacle_name(Obstacle obstacle) {
  static constexpr std::array<std::string_view, 11> kNames = {"runs",
                                                              "destroys",
                                                              "to be filled in",
                                                              "not valid",
                                                              "not complete",
                                                              "holds a secret",
                                                              "holds what a terminal would obey",
                                                              "waits or never ends",
                                                              "leaves the shell",
                                                              "runs what nobody has seen",
                                                              "relies on what does not run"};
  return kNames[static_cast<std::size_t>(obstacle)];
}

std::vector<ScriptBlock> script_blocks(std::span<const PlacedCommand> commands,
                                       const RiskTable& table) {
  std::vector<ScriptBlock> blocks;
  for (std::size_t begin = 0; begin < commands.size();) {
    std::size_t end = begin + 1;
    while (end < commands.size() && in_one_block(commands[begin], commands[end])) ++end;
    blocks.push_back(plan_block(commands.subspan(begin, end - begin), table));
    begin = end;
  }
  return blocks;
}

}  // namespace runbookc
