#include "shell/risk_reader.h"

#include <algorithm>
#include <array>
#include <map>

#include "base/ascii.h"
#include "base/near_miss.h"
#include "base/path.h"
#include "base/text.h"

namespace runbookc {
namespace {

const std::vector<std::string> kRootKeys = {"$schema", "programs"};
const std::vector<std::string> kProgramKeys = {
    "name",     "like",   "builtin",  "single_dash", "any_case", "strict_inner",
    "harmless", "values", "switches", "inner",       "rules"};
const std::vector<std::string> kRuleKeys = {"match",    "risk",     "why",     "interactive",
                                            "blocking", "unseen",   "bounded", "run",
                                            "run_with", "language", "example", "not"};

template <typename T>
struct Named {
  std::string_view name;
  T value;
};

constexpr std::array kRisks = {Named<Risk>{"read", Risk::read}, Named<Risk>{"mutate", Risk::mutate},
                               Named<Risk>{"destroy", Risk::destroy},
                               Named<Risk>{"unknown", Risk::unknown}};
constexpr std::array kSources = {
    Named<RunSource>{"words", RunSource::words}, Named<RunSource>{"script", RunSource::script},
    Named<RunSource>{"first", RunSource::first}, Named<RunSource>{"input", RunSource::input},
    Named<RunSource>{"find", RunSource::find}};
constexpr std::array kLanguages = {Named<ScriptLanguage>{"shell", ScriptLanguage::shell},
                                   Named<ScriptLanguage>{"sql", ScriptLanguage::sql},
                                   Named<ScriptLanguage>{"mysql", ScriptLanguage::mysql},
                                   Named<ScriptLanguage>{"mongo", ScriptLanguage::mongo},
                                   Named<ScriptLanguage>{"lines", ScriptLanguage::lines}};

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  const std::string spaced = collapse_space(text);
  for (const std::string_view piece : split(spaced, ' '))
    if (!piece.empty()) words.emplace_back(piece);
  return words;
}

class RiskReader {
 public:
  RiskProgramsOutcome read(const Value& root) {
    if (!expect(root, root.is_object(), "a map with 'programs'")) return std::move(outcome_);
    check_keys(root, kRootKeys);
    const Value* programs = root.find("programs");
    if (programs == nullptr)
      report(root, "'programs' is missing", "list what programs do under 'programs'");
    else
      return read_list(*programs);
    return std::move(outcome_);
  }

  // A name stands once in a list, since a second entry's options would hold for the first one, too.
  RiskProgramsOutcome read_list(const Value& programs) {
    if (expect(programs, programs.is_array(), "a list of programs"))
      for (const Value& program : programs.items) read_program(program);
    return std::move(outcome_);
  }

 private:
  void report(const Value& at, std::string message, std::string help) {
    outcome_.problems.push_back({at.span, std::move(message), std::move(help)});
  }

  bool expect(const Value& value, bool right, std::string_view what) {
    if (!right)
      report(value,
             "expected " + std::string(what) + ", found " + std::string(kind_name(value.kind)),
             "schemas/output/risk.json describes it");
    return right;
  }

  void check_keys(const Value& object, const std::vector<std::string>& known) {
    for (const Member& member : object.members) {
      if (std::ranges::find(known, member.key) != known.end()) continue;
      const auto meant = guesses_.nearest(member.key, known);
      outcome_.problems.push_back(
          {member.key_span, "'" + member.key + "' is no key here",
           meant ? "did you mean '" + *meant + "'?" : "known are " + join(known, ", ")});
    }
  }

  std::string text(const Value& object, std::string_view key) {
    const Value* value = object.find(key);
    if (value == nullptr || !expect(*value, value->is_string(), "a text")) return {};
    return value->text;
  }

  bool flag(const Value& object, std::string_view key) {
    const Value* value = object.find(key);
    if (value == nullptr) return false;
    expect(*value, value->kind == Value::Kind::boolean, "true or false");
    return value->boolean;
  }

  // A word that does not begin with a dash would be held for an option that nobody ever gives.
  std::vector<std::string> options(const Value& at, std::string_view written) {
    std::vector<std::string> words = words_of(written);
    for (const std::string& word : words)
      if (word != "*" && !word.starts_with('-'))
        report(at, "'" + word + "' is no option",
               "write it with its dashes: '" + std::string(word.size() == 1 ? "-" : "--") + word +
                   "'");
    return words;
  }

  std::vector<std::string> options(const Value& object, const char* key) {
    const Value* value = object.find(key);
    return value == nullptr ? std::vector<std::string>() : options(*value, text(object, key));
  }

  CommandPattern pattern(const Value& at, std::string_view written, bool any_case) {
    auto read = CommandPattern::parse(written, any_case);
    if (read) return std::move(*read);
    report(at, read.error().message, read.error().help);
    return {};
  }

  void read_program(const Value& value) {
    if (!expect(value, value.is_object(), "a program")) return;
    const std::size_t before = outcome_.problems.size();
    check_keys(value, kProgramKeys);
    RiskProgram program;
    read_names(value, program);
    program.like = text(value, "like");
    program.builtin = flag(value, "builtin");
    read_syntax(value, program);
    const Value* rules = value.find("rules");
    if (rules != nullptr && expect(*rules, rules->is_array(), "a list of rules"))
      for (const Value& rule : rules->items) read_rule(rule, program);
    const bool says = !program.rules.empty() || !program.like.empty();
    if (!says && outcome_.problems.size() == before)
      report(value, "a program without rules", "say under 'rules' what its commands do");
    outcome_.programs.push_back(std::move(program));
  }

  void read_names(const Value& value, RiskProgram& program) {
    const std::string name = text(value, "name");
    if (name.empty()) {
      report(value, "a program without a name", "give it its 'name'");
      return;
    }
    program.names = Alternatives(name);
    for (const std::string& one : program.names.all()) read_name(*value.find("name"), one);
  }

  void read_name(const Value& at, const std::string& name) {
    if (name.find('/') != std::string::npos && name.find('*') == std::string::npos)
      report(at, "'" + name + "' is a path, and programs are known by their names",
             "write '" + std::string(file_name(name)) + "', which holds in every folder");
    const auto [first, fresh] = names_.emplace(name, at.span.start.line);
    if (!fresh)
      report(at, "'" + name + "' has an entry already",
             "put its rules into the entry in line " + std::to_string(first->second));
  }

  void read_syntax(const Value& value, RiskProgram& program) {
    program.syntax.single_dash = flag(value, "single_dash");
    program.syntax.any_case = flag(value, "any_case");
    program.syntax.strict_inner = flag(value, "strict_inner");
    program.syntax.switches = options(value, "switches");
    const bool has_harmless = value.find("harmless") != nullptr;
    program.harmless = has_harmless ? options(value, "harmless") : words_of("--help --version");
    read_values(value.find("values"), program.syntax);
    read_inner(value.find("inner"), program.syntax);
  }

  // `"-n -o"`, or by subcommand: `{"": "-n", "exec, logs": "-c"}`.
  void read_values(const Value* values, ArgumentSyntax& syntax) {
    if (values == nullptr) return;
    if (values->is_string()) {
      syntax.values.push_back({{}, options(*values, values->text)});
    } else if (expect(*values, values->is_object(), "options, or options by subcommand")) {
      for (const Member& member : values->members)
        if (expect(member.value, member.value.is_string(), "options"))
          read_values_of(member, syntax);
    }
  }

  void read_values_of(const Member& member, ArgumentSyntax& syntax) {
    const std::vector<std::string> names = options(member.value, member.value.text);
    for (const std::string_view path : split(member.key, ','))
      syntax.values.push_back({pattern(member.value, path, syntax.any_case), names});
  }

  void read_inner(const Value* inner, ArgumentSyntax& syntax) {
    if (inner == nullptr) return;
    if (inner->is_number()) {
      syntax.inner.push_back({{}, operand_number(*inner)});
    } else if (expect(*inner, inner->is_object(), "a number, or numbers by subcommand")) {
      for (const Member& member : inner->members)
        for (const std::string_view path : split(member.key, ','))
          syntax.inner.push_back(
              {pattern(member.value, path, syntax.any_case), operand_number(member.value)});
    }
  }

  std::size_t operand_number(const Value& value) {
    const bool right = value.is_number() && value.number >= 0 && value.number < 100;
    return expect(value, right, "a number of operands") ? static_cast<std::size_t>(value.number)
                                                        : 0;
  }

  // The value that a word of the tables stands for.
  template <typename T, std::size_t N>
  std::optional<T> named(const Value& object, std::string_view key,
                         const std::array<Named<T>, N>& names) {
    const std::string word = text(object, key);
    const auto found = std::ranges::find(names, word, &Named<T>::name);
    if (found != names.end()) return found->value;
    std::string known;
    for (const Named<T>& name : names)
      known += (known.empty() ? "" : ", ") + std::string(name.name);
    report(*object.find(key), "'" + word + "' is no " + std::string(key), "one of " + known);
    return std::nullopt;
  }

  void read_run(const Value& value, RiskRule& rule) {
    if (value.find("run") == nullptr) return;
    const std::string source = text(value, "run");
    if (source.starts_with('-')) {
      rule.run = RunSource::options;
      rule.run_options = options(*value.find("run"), source);
    } else {
      rule.run = named(value, "run", kSources).value_or(RunSource::none);
    }
    rule.run_with = options(value, "run_with");
    if (value.find("language") != nullptr)
      rule.language = named(value, "language", kLanguages).value_or(ScriptLanguage::shell);
  }

  void read_rule(const Value& value, RiskProgram& program) {
    if (!expect(value, value.is_object(), "a rule")) return;
    check_keys(value, kRuleKeys);
    RiskRule rule;
    if (value.find("match") == nullptr)
      report(value, "a rule without 'match'", "say which words it is for; \"\" is for all");
    rule.pattern = pattern(value, text(value, "match"), program.syntax.any_case);
    if (value.find("risk") != nullptr) rule.risk = named(value, "risk", kRisks);
    rule.reason = reason_clause(text(value, "why"));
    rule.interactive = flag(value, "interactive");
    rule.blocking = flag(value, "blocking");
    rule.unseen = flag(value, "unseen");
    rule.bounded = flag(value, "bounded");
    read_run(value, rule);
    check_rule(value, rule);
    program.rules.push_back(std::move(rule));
  }

  void check_rule(const Value& value, const RiskRule& rule) {
    const bool says = value.find("risk") != nullptr || value.find("run") != nullptr ||
                      rule.interactive || rule.blocking || rule.unseen;
    if (!says) report(value, "a rule that says nothing", "give it a 'risk'");
    const bool warns = (rule.risk && *rule.risk != Risk::read) || rule.unseen;
    if (warns && rule.reason.empty())
      report(value, "a rule without a reason", "say in 'why' what the command does");
    if (value.find("example") == nullptr)
      report(value, "a rule without an example", "give a command that it is for in 'example'");
    check_commands(value.find("example"));
    check_commands(value.find("not"));
  }

  void check_commands(const Value* commands) {
    if (commands == nullptr || commands->is_string()) return;
    if (!expect(*commands, commands->is_array(), "a command, or a list of them")) return;
    for (const Value& command : commands->items) expect(command, command.is_string(), "a command");
  }

  RiskProgramsOutcome outcome_;
  NearMissBudget guesses_;
  std::map<std::string, std::uint32_t, std::less<>> names_;  // with the line of each
};

}  // namespace

RiskProgramsOutcome read_risk_programs(const Value& root) { return RiskReader().read(root); }

std::string reason_clause(std::string_view written) {
  std::string clause(trim(written));
  while (clause.ends_with('.')) clause.pop_back();
  // A name in capitals (`AWS`) stays.
  if (clause.size() > 1 && is_upper(clause[0]) && is_lower(clause[1]))
    clause[0] = static_cast<char>(clause[0] - 'A' + 'a');
  return clause;
}

RiskProgramsOutcome read_risk_program_list(const Value& list) {
  return RiskReader().read_list(list);
}

}  // namespace runbookc
