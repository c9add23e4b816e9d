#include "parse/commands.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "base/excerpt.h"
#include "base/text.h"
#include "parse/code_roles.h"
#include "parse/editor_command.h"
#include "parse/other_text.h"
#include "parse/placeholders.h"
#include "parse/printed_text.h"
#include "parse/prompts.h"
#include "parse/session.h"
#include "parse/shell_problems.h"
#include "parse/shell_statements.h"
#include "parse/statement_judge.h"
#include "parse/text_places.h"
#include "shell/shell_effects.h"
#include "shell/wrapped_words.h"

namespace runbookc {
namespace {

// In code points. Each command of a block has a description of its own, which all may share.
constexpr std::size_t kLongestDescription = 300;

void add_output(std::string& to, std::string_view output) {
  if (!to.empty()) to += '\n';
  to += output;
}

// Reads the statements of a block in their order, and remembers what they leave behind.
class BlockCommands {
 public:
  // `risks` judges the blocks before this one, too; null if `judge` is.
  BlockCommands(ShellBlock block, const CommandJudge* judge, StatementJudge* risks)
      : block_(std::move(block)), judge_(judge), risks_(risks) {
    if (risks != nullptr) risks->begin_block();
  }

  std::vector<Command> read() {
    std::vector<Command> commands;
    bool output = false;
    std::uint32_t next_line = 0;
    for (const BlockStatement& statement : block_.statements) {
      const bool apart = statement.span.start.line > next_line || !statement.description.empty();
      run_ = statement.heading.empty() && statement.span.start.line <= next_line &&
                     !statement.after_blank
                 ? run_
                 : statement.heading;
      next_line = statement.span.end.line + 1;
      if (is_sentence(statement)) continue;
      inside_ = inside_ && !statement.after_blank;
      const bool typed = is_typed_inside(statement);
      output = is_output(statement, output && !apart) || typed;
      others_ = others_ || output || !statement.output.empty();
      printed_ = printed_ && !typed && (block_.closed || !statement.after_blank);
      if (!output) {
        commands.push_back(read_statement(statement));
        mixed_ = mixed_ || !commands.back().expected_output.empty();
      } else if (!commands.empty() && printed_) {
        add_output(commands.back().expected_output, statement.indentation + statement.text);
        mixed_ = true;
      }
    }
    return commands;
  }

  // Whether what the commands print stood among them, as far as it was read.
  bool mixed() const { return mixed_; }
  // Whether anything that is no command did.
  bool has_others() const { return others_; }

 private:
  bool is_plain() const { return judge_ != nullptr && !block_.session && !block_.script; }
  bool is_sentence(const BlockStatement& statement) const {
    return is_plain() && reads_as_sentence(statement.text, judge_->table);
  }
  // SQL behind `psql`, `\q`, what stands at the prompt `db=#`: for the program that waits for it.
  bool is_typed_inside(const BlockStatement& statement) const {
    if (!is_plain()) return false;
    if (!repl_language(statement.text).empty()) return true;
    return inside_ &&
           (statement.text.starts_with('\\') || other_than_shell(statement.text, nullptr) == "SQL");
  }
  // Where there are prompts, they tell.
  bool is_output(const BlockStatement& statement, bool after_output) const {
    return is_plain() && (reads_as_output(statement.text, judge_->table, after_output) ||
                          (after_output && statement.error.has_value()));
  }

  Command read_statement(const BlockStatement& statement) {
    Command command;
    command.text = statement.text;
    const std::string& comment = statement.description.empty() ? run_ : statement.description;
    command.description = excerpt(comment, kLongestDescription);
    command.span = statement.span;
    command.placeholders =
        find_placeholders(statement.text, judge_ != nullptr ? &judge_->table : nullptr);
    set_syntax(command, statement);
    const ShellEffects effects = shell_effects(statement.text, statement.begin, statement.commands);
    command.environment = environment_of(statement);
    command.standalone = !block_.script && !relies_on_others(statement, effects);
    if (risks_ != nullptr) judge(command, statement);
    remember(statement, effects);
    inside_ = !leaves(command) && (inside_ || opens(command));
    printed_ = !opens(command) && !opens_editor(command.text);
    command.expected_output = output_of(statement, command);
    return command;
  }

  // At prompts. An arrow is that of the program which the command opened; a fence that is not
  // closed goes on with the rest of the page.
  std::string output_of(const BlockStatement& statement, const Command& command) const {
    std::string_view output = statement.output;
    if (!block_.closed) output = output.substr(0, output.find("\n\n"));
    const bool heading = !block_.closed && output.starts_with('#');
    const bool arrow = command.interactive && output.starts_with("> ");
    if (heading || arrow) return {};
    if (command.interactive) output = output.substr(0, output.find("\n> "));
    return std::string(output);
  }

  void set_tools(Command& command, const BlockStatement& statement) const {
    const std::set<std::string_view> known(command.programs.begin(), command.programs.end());
    for (std::string& name : local_programs(statement.commands, judge_->table))
      if (known.contains(name)) command.tools.push_back(std::move(name));
  }

  static void set_syntax(Command& command, const BlockStatement& statement) {
    command.syntax = statement.error ? SyntaxVerdict::error : SyntaxVerdict::ok;
    if (!statement.error) return;
    command.syntax_message = statement.error->message;
    command.syntax_span = statement.error->span;
  }

  // Each once. Commands at prompts are texts of their own: what earlier ones set counts here.
  std::vector<std::string> environment_of(const BlockStatement& statement) const {
    std::vector<std::string> names;
    std::set<std::string_view> seen;
    for (const std::string& name : statement.needed)
      if (!sources_ && !variables_.contains(name) && seen.insert(name).second)
        names.push_back(name);
    return names;
  }

  // Whether what follows is typed into something that the command opened: a shell elsewhere, a
  // database. Copied alone it would run in the wrong place.
  static bool opens(const Command& command) {
    return command.interactive && (command.risk == Risk::unknown || makes_root(command.text) ||
                                   command.text.find(" run ") != std::string::npos);
  }
  static bool leaves(const Command& command) {
    return command.text == "exit" || command.text == "logout";
  }

  bool relies_on_others(const BlockStatement& statement, const ShellEffects& effects) const {
    if (sources_ || inside_) return true;
    for (const std::string& name : statement.uses)
      if (variables_.contains(name)) return true;
    bool runs = false;
    for (const SimpleCommand& command : statement.commands) {
      if (command.words.empty()) continue;
      if (functions_.contains(command.words[0].value)) return true;
      runs = true;
    }
    const bool only_sets = effects.exports && statement.commands.size() == 1;
    return runs && !only_sets && (moves_ || exports_);
  }

  void remember(const BlockStatement& statement, const ShellEffects& effects) {
    variables_.insert(statement.sets.begin(), statement.sets.end());
    functions_.insert(effects.functions.begin(), effects.functions.end());
    exports_ |= effects.exports;
    moves_ |= effects.moves;
    sources_ |= effects.sources;
  }

  void judge(Command& command, const BlockStatement& statement) {
    RiskVerdict verdict = risks_->judge(statement);
    command.risk = verdict.risk;
    command.risk_reason = verdict.reason;
    command.interactive = verdict.interactive;
    command.blocking = verdict.blocking;
    command.unseen = verdict.unseen;
    command.programs = std::move(verdict.programs);
    set_tools(command, statement);
    if (statement.error && is_worse(Risk::unknown, command.risk)) {
      command.risk = Risk::unknown;
      command.risk_reason = "is not valid shell";
    }
    const std::string reason = judge_->danger ? judge_->danger(command.text) : std::string();
    if (reason.empty()) return;
    command.risk = Risk::destroy;
    command.risk_reason = reason;
  }

  ShellBlock block_;
  const CommandJudge* judge_;
  StatementJudge* risks_;
  std::set<std::string, std::less<>> variables_;
  std::set<std::string, std::less<>> functions_;
  std::string run_;  // the comment above the lines that follow each other here
  bool mixed_ = false;
  bool others_ = false;
  bool printed_ = true;  // what is no command was printed by the last one
  bool inside_ = false;
  bool exports_ = false;
  bool moves_ = false;
  bool sources_ = false;
};

// A comment behind the language of a fence, else the sentence before it.
std::string describe_block(const Introductions& introductions, const CodeBlock& code) {
  const std::size_t comment = code.info.find(" # ");
  if (comment != std::string::npos)
    return excerpt(trim(std::string_view(code.info).substr(comment + 3)), kLongestDescription);
  return excerpt(telling_sentence(introductions.lead(code.block)), kLongestDescription);
}

// Whether it stands in one of the document's commands from `first` on.
bool is_in_command(const Document& document, std::size_t first, const Problem& problem) {
  const auto behind = std::upper_bound(
      document.commands.begin() + static_cast<std::ptrdiff_t>(first), document.commands.end(),
      problem.span.start,
      [](const Position& place, const Command& command) { return place < command.span.start; });
  return behind != document.commands.begin() + static_cast<std::ptrdiff_t>(first) &&
         problem.span.start <= std::prev(behind)->span.end;
}

// Dots in what programs print stand for nothing that one pastes.
void add_problems(Document& document, std::vector<Problem> problems, std::size_t first,
                  bool others) {
  for (Problem& problem : problems)
    if (!others || problem.kind != ProblemKind::command_truncated ||
        is_in_command(document, first, problem))
      document.problems.push_back(std::move(problem));
}

// The block is shown as any other text.
void report_too_many(Document& document, CodeBlock& code, std::size_t most) {
  code.role = CodeRole::other;
  code.role_reason = "holds more commands than the limit";
  Problem problem;
  problem.kind = ProblemKind::limit_exceeded;
  problem.span = {code.span.start, code.span.start};
  problem.message = fmt::format("the document has more than {} commands", most);
  problem.help = "this block is shown as text; link the script, or split the document";
  problem.subject = "commands";
  document.problems.push_back(std::move(problem));
}

void add_commands(Document& document, const Introductions& introductions, Index index,
                  const CommandJudge* judge, StatementJudge* risks, std::size_t most) {
  CodeBlock& code = document.code_blocks[index];
  const std::size_t left = most - document.commands.size();
  ShellBlock block = read_shell_block(code, judge != nullptr ? &judge->table : nullptr, left);
  if (block.too_many || block.statements.size() > left) {
    report_too_many(document, code, most);
    return;
  }
  std::vector<Problem> problems = std::move(block.problems);
  const std::size_t first = document.commands.size();
  code.prompted = block.session;
  BlockCommands reader(std::move(block), judge, risks);
  const std::string description = describe_block(introductions, code);
  for (Command& command : reader.read()) {
    command.language = code.language;
    command.section = code.section;
    command.step = code.step;
    command.code_block = index;
    if (command.description.empty()) command.description = description;
    document.commands.push_back(std::move(command));
  }
  code.mixed = reader.mixed();
  add_problems(document, std::move(problems), first, reader.has_others());
}

// The output block says what the last command of the block before it prints.
void add_output(Document& document, const Introductions& introductions, const CodeBlock& code) {
  const Index shell = code_before(document, introductions, code);
  if (shell == kNone || document.commands.empty()) return;
  Command& last = document.commands.back();
  if (last.code_block != shell || last.interactive) return;
  add_output(last.expected_output, trim_end(code.text));
}

void add_template(Document& document, Index index) {
  const CodeBlock& code = document.code_blocks[index];
  document.templates.push_back({.text = std::string(trim_end(code.text)),
                                .span = code.content,
                                .code_block = index,
                                .placeholders = find_message_placeholders(code.text)});
}

// In whatever language it is.
void add_secrets(Document& document, const CodeBlock& code) {
  const std::vector<std::string_view> lines = split_lines(code.text);
  TextPlaces places(code, lines, code.text, {});
  for (ShellProblem& found : find_secret_problems(code.text)) {
    found.problem.span = places.span(found.range);
    document.problems.push_back(std::move(found.problem));
  }
}

}  // namespace

std::vector<Command> extract_commands(const CodeBlock& code, const CommandJudge* judge) {
  std::optional<StatementJudge> risks;
  if (judge != nullptr) risks.emplace(*judge);
  const RiskTable* table = judge != nullptr ? &judge->table : nullptr;
  ShellBlock block = read_shell_block(code, table, code.text.size() + 1);
  return BlockCommands(std::move(block), judge, risks ? &*risks : nullptr).read();
}

void find_commands(Document& document, const Introductions& introductions,
                   const CommandJudge* judge, std::size_t most) {
  document.commands.clear();
  document.templates.clear();
  std::optional<StatementJudge> risks;
  if (judge != nullptr) risks.emplace(*judge);
  for (Index i = 0; i < document.code_blocks.size(); ++i) {
    add_secrets(document, document.code_blocks[i]);
    switch (document.code_blocks[i].role) {
      case CodeRole::shell:
        add_commands(document, introductions, i, judge, risks ? &*risks : nullptr, most);
        break;
      case CodeRole::output:
        add_output(document, introductions, document.code_blocks[i]);
        break;
      case CodeRole::message:
        add_template(document, i);
        break;
      case CodeRole::other:
        break;
    }
  }
}

}  // namespace runbookc
