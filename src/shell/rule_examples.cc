#include "shell/rule_examples.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string>
#include <system_error>
#include <utility>

#include "base/path.h"
#include "shell/judged_commands.h"
#include "shell/risk.h"
#include "shell/standard_input.h"

namespace runbookc {
namespace {

bool is_note(const RiskRule& rule) { return !rule.risk && rule.run == RunSource::none; }

// Entries for languages and redirections (`(sql)`, `:>`) have no commands for examples.
bool names_commands(const RiskProgram& program) {
  const std::string& name = program.names.all().front();
  return !name.empty() && std::string_view("({>:").find(name.front()) == std::string_view::npos;
}

// Each of the rules, and no other, destroys, with its number for the reason: so the judgement of a
// command tells which one decided it.
RiskProgram numbered(const RiskProgram& program, const RiskProgram& known) {
  RiskProgram copy = program;
  copy.syntax = known.syntax;
  copy.harmless = known.harmless;
  copy.like.clear();
  for (std::size_t i = 0; i < copy.rules.size(); ++i) {
    if (is_note(copy.rules[i])) continue;
    copy.rules[i].risk = Risk::destroy;
    copy.rules[i].reason = std::to_string(i);
  }
  return copy;
}

// The number of a rule that `numbered` gave for its reason.
std::optional<std::size_t> number(std::string_view reason) {
  std::size_t value = 0;
  const auto read = std::from_chars(reason.data(), reason.data() + reason.size(), value);
  return read.ec == std::errc() && read.ptr == reason.data() + reason.size() ? std::optional(value)
                                                                             : std::nullopt;
}

bool takes_value(const ArgumentSyntax& syntax, std::string_view option) {
  return std::ranges::any_of(syntax.values, [&](const ValueOptions& scope) {
    return std::ranges::any_of(scope.names, [&](std::string_view name) {
      return name == "*" || name == option || (name.ends_with('?') && name.starts_with(option));
    });
  });
}

class ExampleCheck {
 public:
  ExampleCheck(const RiskProgram& program, const RiskProgram& known)
      : program_(program), known_(known) {
    auto table = RiskTable::build({numbered(program, known)});
    if (table) table_ = std::move(*table);
  }

  std::vector<RiskProblem> run(const Value& rules) {
    for (std::size_t i = 0; i < program_.rules.size(); ++i) {
      const Value& rule = rules.items[i];
      for (const Value* example : texts(rule.find("example"))) check_example(*example, rule, i);
      for (const Value* counter : texts(rule.find("not"))) check_counter(*counter, i);
    }
    return std::move(problems_);
  }

 private:
  static std::vector<const Value*> texts(const Value* value) {
    if (value == nullptr) return {};
    if (value->is_string()) return {value};
    std::vector<const Value*> all;
    for (const Value& item : value->items) all.push_back(&item);
    return all;
  }

  // The commands of `text` from the program on, be it behind `sudo` or `xargs`; nothing if it
  // stands in none.
  std::vector<SimpleCommand> own_commands(std::string_view text) const {
    std::vector<SimpleCommand> commands = read_commands(text);
    bool found = false;
    for (SimpleCommand& command : commands) {
      const auto own = std::ranges::find_if(command.words, [&](const ShellWord& word) {
        return program_.names.contain(word.value) || program_.names.contain(file_name(word.value));
      });
      found |= own != command.words.end();
      if (own != command.words.end()) command.words.erase(command.words.begin(), own);
    }
    if (!found) commands.clear();
    return commands;
  }

  bool notes(const RiskRule& rule, std::span<const SimpleCommand> commands) const {
    const std::vector<StandardInput> inputs = standard_inputs(commands);
    for (std::size_t i = 0; i < commands.size(); ++i) {
      if (commands[i].words.empty()) continue;
      const auto words = std::span<const ShellWord>(commands[i].words).subspan(1);
      ProgramArguments arguments = read_arguments(words, known_.syntax);
      arguments.fed = inputs[i].fed;
      if (rule.pattern.match(arguments) == PatternMatch::yes) return true;
    }
    return false;
  }

  // The number of the rule that decides, as a text; another text if none does.
  std::string deciding(std::span<const SimpleCommand> commands) const {
    return judge_risk(commands, {table_, {}, {}}).reason;
  }

  bool decides(std::size_t rule, std::span<const SimpleCommand> commands) const {
    return is_note(program_.rules[rule]) ? notes(program_.rules[rule], commands)
                                         : number(deciding(commands)) == rule;
  }

  void check_example(const Value& example, const Value& rule, std::size_t index) {
    const std::vector<SimpleCommand> commands = own_commands(example.text);
    if (commands.empty()) {
      report_stranger(example);
    } else if (!decides(index, commands)) {
      if (!report_option_without_value(rule, index)) report_other(example, commands, index);
    }
  }

  void check_counter(const Value& counter, std::size_t index) {
    const std::vector<SimpleCommand> commands = own_commands(counter.text);
    if (commands.empty())
      report_stranger(counter);
    else if (decides(index, commands))
      problems_.push_back({counter.span,
                           "the rule is for '" + counter.text + "', and says that it is not",
                           "narrow 'match', for instance with !--option, or correct 'not'"});
  }

  void report_stranger(const Value& example) {
    problems_.push_back(
        {example.span, "'" + example.text + "' does not run '" + program_.names.all().front() + "'",
         "write a command of this program"});
  }

  bool report_option_without_value(const Value& rule, std::size_t index) {
    const std::vector<std::string>& options = program_.rules[index].run_options;
    const auto option = std::ranges::find_if_not(
        options, [&](const std::string& name) { return takes_value(known_.syntax, name); });
    if (option == options.end()) return false;
    problems_.push_back({rule.find("run")->span, "'" + *option + "' takes no value to run",
                         "add '" + *option + "' to the program's 'values'"});
    return true;
  }

  void report_other(const Value& example, std::span<const SimpleCommand> commands,
                    std::size_t index) {
    const std::optional<std::size_t> by = number(deciding(commands));
    const bool earlier = !is_note(program_.rules[index]) && by && *by < index;
    if (earlier) {
      problems_.push_back({example.span,
                           "another rule decides '" + example.text + "' before this one",
                           "move this rule up, or narrow the other one"});
      return;
    }
    problems_.push_back({example.span, "the rule does not match its example '" + example.text + "'",
                         "correct 'match', or write a command that it is for"});
  }

  const RiskProgram& program_;
  const RiskProgram& known_;
  RiskTable table_;
  std::vector<RiskProblem> problems_;
};

}  // namespace

std::vector<RiskProblem> check_rule_examples(const Value& list,
                                             std::span<const RiskProgram> programs,
                                             const RiskTable& table) {
  std::vector<RiskProblem> problems;
  for (std::size_t i = 0; i < programs.size(); ++i) {
    const Value* rules = list.items[i].find("rules");
    const RiskProgram* known = table.find(programs[i].names.all().front());
    if (rules == nullptr || known == nullptr || !names_commands(programs[i])) continue;
    for (RiskProblem& problem : ExampleCheck(programs[i], *known).run(*rules))
      problems.push_back(std::move(problem));
  }
  return problems;
}

}  // namespace runbookc
