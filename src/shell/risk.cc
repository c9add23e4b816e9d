#include "shell/risk.h"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

#include "base/path.h"
#include "shell/endless_loop.h"
#include "shell/program_runs.h"
#include "shell/program_variable.h"
#include "shell/script_calls.h"
#include "shell/sql_statements.h"
#include "shell/standard_input.h"
#include "shell/temporary_file.h"
#include "shell/unwritten_program.h"

namespace runbookc {
namespace {

constexpr std::size_t kDeepest = 16;
constexpr std::string_view kNotWrittenOut = "hangs on a word that is not written out";

// A program as people name it: `/usr/bin/psql` is psql, but `./deploy.sh` stays.
std::string_view shown_name(std::string_view program) {
  return program.starts_with('/') ? file_name(program) : program;
}

std::string unknown_program(std::string_view name) {
  constexpr std::size_t kLongestShown = 40;
  if (name.size() > kLongestShown) return "runs a program that is not known";
  return "runs '" + std::string(shown_name(name)) + "', which is not known";
}

// What the commands say, in bytes.
std::size_t written_size(std::span<const SimpleCommand> commands) {
  std::size_t size = 0;
  for (const SimpleCommand& command : commands) {
    for (const ShellWord& word : command.words) size += word.value.size();
    for (const ShellRedirection& redirection : command.redirections)
      size += redirection.target.value.size() + redirection.document.size();
  }
  return size;
}

// What is run by what is run is judged before what follows it, so that a text which was read is
// kept no longer than its own commands take.
class RiskJudge {
 public:
  explicit RiskJudge(const RiskContext& context) : context_(context) {}

  FunctionEffect judge(std::span<const SimpleCommand> commands) {
    text_left_ = kDeepest * written_size(commands) + kSmallText;
    Batch batch;
    Task outer;
    outer.own_shell = true;
    add_commands(batch, commands, outer);
    batches_.push_back(std::move(batch));
    while (!batches_.empty()) {
      Batch& top = batches_.back();
      if (top.next == top.tasks.size())
        batches_.pop_back();
      else
        judge_task(std::exchange(top.tasks[top.next++], {}));
    }
    return std::move(effect_);
  }

  // Unknown programs and functions are left to those who call what is judged.
  void judge_as_function() { function_ = true; }

 private:
  static constexpr std::size_t kSmallText = 512;
  static constexpr std::size_t kWordSize = 8;  // of one that costs as much as a name

  struct Task {
    std::span<const ShellWord> words;  // of the commands given, or of a batch
    std::span<const ShellRedirection> redirections;
    StandardInput input;
    std::size_t depth = 0;
    bool bounded = false;         // something ends it after a time
    bool own_shell = false;       // functions and aliases are known
    bool guess = false;           // it may be what is meant, and counts if it is bad
    bool expanded = false;        // its program is an alias of itself: `ls='ls -l'`
    bool prints_nothing = false;  // what it redirects is emptied
  };

  // What is run at one place, with the words of it that are not those of the commands given.
  struct Batch {
    std::vector<std::vector<SimpleCommand>> scripts;
    std::vector<std::vector<ShellWord>> statements;
    std::vector<Task> tasks;
    std::size_t next = 0;
  };

  // `outer` is what runs them; they read its input where nothing else is fed to them.
  void add_commands(Batch& batch, std::span<const SimpleCommand> commands, const Task& outer) {
    own_values_.add(commands);
    const bool endless = has_endless_loop(commands) || prints_without_end(commands);
    effect_.verdict.blocking |= endless && !outer.bounded && !outer.guess;
    if (std::ranges::any_of(commands, sets_program))
      fold_unseen("sets a variable whose text other programs run");
    std::vector<StandardInput> inputs = standard_inputs(commands);
    for (std::size_t i = 0; i < commands.size(); ++i) {
      Task task = outer;
      task.words = commands[i].words;
      task.redirections = commands[i].redirections;
      if (inputs[i].fed) task.input = std::move(inputs[i]);
      task.bounded |= commands[i].background;
      task.prints_nothing = prints_nothing(commands[i]);
      batch.tasks.push_back(std::move(task));
    }
  }

  static void add_statements(Batch& batch, std::vector<std::vector<ShellWord>> statements,
                             const Task& outer) {
    for (std::vector<ShellWord>& words : statements) {
      batch.tasks.push_back(outer);
      batch.tasks.back().words = words;  // a vector's words stay where they are when it is moved
      batch.statements.push_back(std::move(words));
    }
  }

  void fold(Risk risk, std::string_view reason) {
    if (guessing_ && !is_worse(risk, Risk::unknown)) return;
    RiskVerdict part;
    part.risk = risk;
    part.reason = reason;
    add_verdict(effect_.verdict, part);
  }

  // What runs cannot be told: however bad the rest is, this holds as well.
  void fold_unseen(std::string_view reason) {
    effect_.verdict.unseen = true;
    fold(Risk::unknown, reason);
  }

  // The batches above are judged first: the redirections come last.
  void judge_task(const Task& task) {
    guessing_ = task.guess;
    Batch written;
    for (const ShellRedirection& redirection : task.redirections) {
      std::vector<ShellWord> words = written_file(redirection);
      if (words.empty()) continue;
      if (task.prints_nothing && words.front().value == ">") words.front().value = kEmptyingProgram;
      std::vector<std::vector<ShellWord>> statement;
      statement.push_back(std::move(words));
      Task outer;
      outer.depth = task.depth;
      outer.guess = task.guess;
      add_statements(written, std::move(statement), outer);
    }
    if (!written.tasks.empty()) batches_.push_back(std::move(written));
    judge_words(task);
  }

  void judge_words(const Task& task) {
    if (task.words.empty()) return;
    const ShellWord& word = task.words.front();
    const bool literal = word.literal || word.value == "[";  // alone it is no glob
    const bool written_out = literal && !word.placeholder && !word.value.empty();
    const RiskProgram* program = find_program(word.value);
    // Options are for a program that stands elsewhere: `docker run IMAGE --verbose`.
    if (word.value.starts_with('-') ||
        (!written_out && (program == nullptr || !word.value.starts_with('$')))) {
      // `$EDITOR` has an entry of its own; `$CMD` has none.
      fold_unseen("runs a program that is not written out");
      if (!word.placeholder) guess(task);
      return;
    }
    if (written_out && stands_for_function(task, program)) return;
    if (written_out && (program == nullptr || !program->builtin)) add_program(word.value);
    if (program != nullptr && removes_temporary_files(task.words, {&own_values_, &context_.values}))
      fold(Risk::mutate, "removes a temporary file of its own");
    else if (program != nullptr)
      judge_program(*program, task);
    else if (!function_ || !task.own_shell)
      fold(Risk::unknown, unknown_program(word.value));
  }

  // What the program may be. A guess of a guess would multiply them: its unknown words are skipped.
  void guess(const Task& task) {
    if (task.depth >= kDeepest) return;
    Task outer;
    outer.input = task.input;
    outer.depth = task.depth + 1;
    outer.guess = true;
    Batch batch;
    std::vector<std::vector<ShellWord>> commands;
    if (task.guess)
      commands.push_back(known_words(task.words));
    else
      commands = possible_commands(task.words, {&own_values_, &context_.values}, context_.table);
    add_statements(batch, std::move(commands), outer);
    if (!batch.tasks.empty()) batches_.push_back(std::move(batch));
  }

  // By its path, if that has an entry (`/etc/init.d/…`), else by its name.
  const RiskProgram* find_program(std::string_view path) const {
    const RiskProgram* program = context_.table.find(path);
    const std::string_view name = file_name(path);
    return program != nullptr || name == path ? program : context_.table.find(name);
  }

  // Whether nothing but the function or alias of that name is run.
  bool stands_for_function(const Task& task, const RiskProgram* program) {
    const std::string& name = task.words.front().value;
    const auto found = context_.functions.find(name);
    const bool known = found != context_.functions.end();
    if (function_ && (task.own_shell || known) && name.find('/') == std::string::npos &&
        called_.insert(name).second)
      effect_.calls.push_back(name);
    if (!known || task.expanded) return false;
    const bool alias = !found->second.alias.empty();
    if (alias && task.own_shell)
      expand_alias(found->second.alias, task);
    else if (!alias && !function_)
      call_function(name);
    return task.own_shell || (!alias && program == nullptr);
  }

  // The words behind the name follow the last command of what stands for it.
  void expand_alias(const std::vector<SimpleCommand>& alias, const Task& task) {
    const std::string& name = task.words.front().value;
    if (task.depth >= kDeepest || !follows(written_size(alias) / kWordSize + task.words.size())) {
      fold_unseen("is wrapped too deeply to follow");
      return;
    }
    std::vector<SimpleCommand> commands = alias;
    std::vector<ShellWord>& words = commands.back().words;
    words.insert(words.end(), task.words.begin() + 1, task.words.end());
    Task outer = task;
    outer.redirections = {};
    outer.depth = task.depth + 1;
    Batch batch;
    add_commands(batch, batch.scripts.emplace_back(std::move(commands)), outer);
    for (Task& inner : batch.tasks)
      inner.expanded = !inner.words.empty() && inner.words.front().value == name;
    batches_.push_back(std::move(batch));
  }

  bool follows(std::size_t cost) {
    effect_.verdict.followed += cost;
    return effect_.verdict.followed <= context_.follow_at_most;
  }

  // With the functions that it calls. Each once, however often it is called: the second time says
  // nothing new.
  void call_function(const std::string& name) {
    std::vector<std::string_view> due = {name};
    while (!due.empty()) {
      const std::string_view next = due.back();
      due.pop_back();
      if (!called_.emplace(next).second) continue;
      const FunctionEffect& effect = context_.functions.find(next)->second;
      if (!follows(1 + effect.calls.size() + effect.verdict.programs.size())) {
        fold_unseen("calls more functions than are followed");
        return;
      }
      add_effect(effect);
      for (const std::string& call : effect.calls)
        if (const auto found = context_.functions.find(call);
            found != context_.functions.end() && found->second.alias.empty())
          due.push_back(call);
    }
  }

  void add_effect(const FunctionEffect& effect) {
    const RiskVerdict& verdict = effect.verdict;
    effect_.verdict.unseen |= verdict.unseen;
    fold(verdict.risk, verdict.reason);
    if (!guessing_) {
      effect_.verdict.interactive |= verdict.interactive;
      effect_.verdict.blocking |= verdict.blocking;
    }
    for (const std::string& program : verdict.programs)
      if (!context_.functions.contains(program)) add_program(program);
    for (const std::string& call : effect.calls)
      if (!context_.functions.contains(call) && find_program(call) == nullptr)
        fold(Risk::unknown, unknown_program(call));
  }

  // A made-up one, as in `bash -c -e x`, is none.
  void add_program(std::string_view name) {
    const std::string shown(shown_name(name));
    if (guessing_ || shown.starts_with('-')) return;
    if (seen_programs_.insert(shown).second) effect_.verdict.programs.push_back(shown);
  }

  // How a program runs by a rule, whatever it does.
  void note_manner(const RiskRule& rule, const Task& task) {
    effect_.verdict.interactive |= rule.interactive && !guessing_ && !task.input.text;
    effect_.verdict.blocking |= rule.blocking && !guessing_ && !task.bounded;
    effect_.verdict.unseen |= rule.unseen;
  }

  void judge_program(const RiskProgram& program, const Task& task) {
    const auto words = task.words.subspan(1);
    ProgramArguments arguments = read_arguments(words, program.syntax);
    arguments.fed = task.input.fed;
    if (is_harmless(program, arguments)) return;
    Risk possible = Risk::read;
    bool doubtful = false;
    for (const RiskRule& rule : program.rules) {
      const PatternMatch match = rule.pattern.match(arguments);
      if (match == PatternMatch::no) continue;
      ProgramRuns runs = program_runs(rule, arguments, task.words, task.input);
      if (rule.run != RunSource::none && !runs.any()) continue;
      const bool note = !rule.risk && rule.run == RunSource::none;
      if (match == PatternMatch::maybe) {
        doubtful = true;
        if (rule.risk && is_worse(*rule.risk, possible)) possible = *rule.risk;
        continue;
      }
      note_manner(rule, task);
      if (note && rule.unseen) fold(Risk::unknown, rule.reason);
      if (note) continue;
      const Risk risk = rule.risk.value_or(Risk::read);
      const bool sure = !is_worse(possible, risk);
      effect_.verdict.unseen |= !sure;
      fold(sure ? risk : Risk::unknown, sure ? std::string_view(rule.reason) : kNotWrittenOut);
      follow(std::move(runs), rule, task);
      return;
    }
    effect_.verdict.unseen |= doubtful;
    fold(Risk::unknown, doubtful ? kNotWrittenOut : "does something that is not known");
  }

  // `--help` (and `-help`, where one dash begins a word) wherever it stands, the others alone:
  // `eksctl create cluster --version 1.29` is no question.
  static bool is_harmless(const RiskProgram& program, const ProgramArguments& arguments) {
    return std::ranges::any_of(arguments.options, [&](const Option& option) {
      return std::ranges::find(program.harmless, option.name) != program.harmless.end() &&
             !option.off() && (option.name.ends_with("-help") || arguments.operands.empty());
    });
  }

  void follow(ProgramRuns runs, const RiskRule& rule, const Task& task) {
    Task inner;
    inner.input = task.input;
    inner.depth = task.depth + 1;
    inner.bounded = task.bounded || rule.bounded;
    inner.own_shell = task.own_shell && task.words.front().value == "eval";
    inner.guess = task.guess;
    if (!(runs.commands.empty() && runs.made.empty()) && inner.depth > kDeepest) {
      fold_unseen("is wrapped too deeply to follow");
      return;
    }
    Batch batch;
    for (const auto& words : runs.commands) {
      batch.tasks.push_back(inner);
      batch.tasks.back().words = words;
    }
    add_statements(batch, std::move(runs.made), inner);
    // A script that flows in leaves nothing for its commands to read.
    if (rule.run == RunSource::input) inner.input.text.reset();
    for (const SharedText& text : runs.texts) {
      if (rule.run == RunSource::input && was_fed(text, rule, inner, task)) continue;
      if (!takes(text->size())) break;
      if (rule.language == ScriptLanguage::shell)
        follow_script(batch, *text, inner);
      else
        follow_statements(batch, statements_of(*text, rule.language, task.words.front()), inner);
    }
    if (!batch.tasks.empty()) batches_.push_back(std::move(batch));
  }

  // Whether the same text flowed into such a program before: the second time says nothing new.
  bool was_fed(const SharedText& text, const RiskRule& rule, const Task& inner, const Task& task) {
    const bool named = rule.language == ScriptLanguage::lines;
    const std::string& program = task.words.front().value;
    return !fed_.emplace(text, rule.language, named ? program : "", inner.bounded, inner.guess)
                .second;
  }

  // Commands that each read the same text, on several levels, would cost its length to the power of
  // these. What is written once and handed on at each level stays within.
  bool takes(std::size_t text) {
    if (text > text_left_) fold_unseen("runs more text than is followed");
    const bool enough = text <= text_left_;
    text_left_ -= enough ? text : 0;
    return enough;
  }

  static std::vector<std::vector<ShellWord>> statements_of(const std::string& text,
                                                           ScriptLanguage language,
                                                           const ShellWord& program) {
    if (language == ScriptLanguage::mongo) return script_calls(text, kMongoProgram);
    if (language == ScriptLanguage::lines) return line_commands(text, program.value);
    return sql_statements(text, kSqlProgram, language == ScriptLanguage::mysql);
  }

  // `\\! command` of a client of a database is a command of the shell.
  void follow_statements(Batch& batch, std::vector<std::vector<ShellWord>> statements,
                         const Task& inner) {
    constexpr std::string_view kShell = "\\!";
    const auto of_shell = [&](const std::vector<ShellWord>& words) {
      return words.size() > 1 && words[1].value.starts_with(kShell);
    };
    for (const std::vector<ShellWord>& words : statements)
      if (of_shell(words))
        follow_script(batch, joined_words(std::span(words).subspan(1)).substr(kShell.size()),
                      inner);
    std::erase_if(statements, of_shell);
    add_statements(batch, std::move(statements), inner);
  }

  void follow_script(Batch& batch, const std::string& text, const Task& inner) {
    if (!context_.read_script || inner.depth > kDeepest) {
      effect_.verdict.scripts.push_back(text);
      fold_unseen("runs a script that is not read");
      return;
    }
    const std::vector<SimpleCommand>& commands =
        batch.scripts.emplace_back(context_.read_script(text));
    add_commands(batch, commands, inner);
    if (std::ranges::any_of(defined_functions(text, 0, commands, {}), &DefinedFunction::bomb))
      add_verdict(effect_.verdict, bomb_verdict());
    if (!text.starts_with("$(") && !text.starts_with('`')) return;
    for (const SharedText& printed : texts_of_substitutions(commands))
      if (takes(printed->size()))
        add_commands(batch, batch.scripts.emplace_back(context_.read_script(*printed)), inner);
  }

  const RiskContext& context_;
  FunctionEffect effect_;
  AssignedValues own_values_;
  std::vector<Batch> batches_;
  std::size_t text_left_ = 0;
  std::set<std::tuple<SharedText, ScriptLanguage, std::string, bool, bool>> fed_;
  std::set<std::string> seen_programs_;
  std::set<std::string, std::less<>> called_;
  bool function_ = false;
  bool guessing_ = false;
};

}  // namespace

RiskVerdict judge_risk(std::span<const SimpleCommand> commands, const RiskContext& context) {
  return RiskJudge(context).judge(commands).verdict;
}

FunctionEffect judge_function(std::span<const SimpleCommand> body, const RiskContext& context) {
  RiskJudge judge(context);
  judge.judge_as_function();
  return judge.judge(body);
}

}  // namespace runbookc
