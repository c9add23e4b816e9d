// What programs do: the rules by which commands are judged (data/risk, and what a project adds).
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/string_hash.h"
#include "model/command.h"
#include "shell/arguments.h"
#include "shell/command_pattern.h"
#include "shell/wildcard.h"

namespace runbookc {

// Where a rule finds a command or a script that the program runs in turn.
enum class RunSource : std::uint8_t {
  none,
  words,    // the words of the inner command
  script,   // the same, joined with spaces: a remote or second shell reads them
  first,    // the first of these words, else the first operand, is a script
  options,  // the values of `run_options`
  input,    // what is fed to standard input, if it can be told
  find,     // between `-exec` and `;` or `+`
};

enum class ScriptLanguage : std::uint8_t { shell, sql, mysql, mongo, lines };

// Rules are asked in order; the first that matches and says a risk, or finds what it runs, decides.
struct RiskRule {
  CommandPattern pattern;
  std::optional<Risk> risk;  // nothing, and nothing run: adds its flags to what another decides
  std::string reason;
  bool interactive = false;
  bool blocking = false;
  bool unseen = false;   // runs code that nobody judges, whatever else it says
  bool bounded = false;  // ends what it runs after a time
  RunSource run = RunSource::none;
  std::vector<std::string> run_options;
  std::vector<std::string> run_with;  // options whose value is the program of the inner words
  ScriptLanguage language = ScriptLanguage::shell;  // `lines`: operands of the same program
};

struct RiskProgram {
  Alternatives names;
  ArgumentSyntax syntax;
  bool builtin = false;               // of the shell: no tool that one installs
  std::vector<std::string> harmless;  // options with which it only prints: `--help`
  std::string like;                   // a program whose rules follow its own; ""
  std::vector<RiskRule> rules;
};

// Names that stand for languages and redirections in the tables, beside `>` and `>>`.
inline constexpr std::string_view kSqlProgram = "(sql)";
inline constexpr std::string_view kEmptyingProgram = ":>";
inline constexpr std::string_view kMongoProgram = "(mongo)";

class RiskTable {
 public:
  // Earlier programs of a name come before later ones: put the project's own first. An Error names
  // a program whose `like` is not there.
  static Result<RiskTable> build(std::vector<RiskProgram> programs);

  // Null if nothing is known of it. `name` is without folders.
  const RiskProgram* find(std::string_view name) const;
  std::span<const RiskProgram> programs() const { return programs_; }

 private:
  void add_wildcards(std::size_t index, const Alternatives& names);

  std::vector<RiskProgram> programs_;
  StringMap<std::size_t> by_name_;
  std::vector<std::size_t> with_wildcards_;
  std::array<bool, 256> wildcard_starts_{};  // the bytes that a name must begin with to match one
};

}  // namespace runbookc
