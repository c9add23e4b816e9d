// What a rule of the risk tables asks of a command's words.
//
// A pattern is a list of parts with spaces between them; alternatives are separated by `|`, and `*`
// in a name stands for any bytes:
//
//   delete pod|pods   operands, from the first on; more may follow
//   *                 any one operand
//   **                any number of operands
//   $                 and no more operands
//   --all|-A          one of these options is there, and not as `--all=false`
//   --output=|json    one is there, with no value or with this one
//   !--force          none is there
//   --                the end of options is marked
//   ~of=/dev/*        some operand is like this; `!~` none is
//   each:/tmp/*       all operands that the parts before leave are like this, and there is one
//   <                 standard input is fed by a pipe or a redirection; `!<` it is not
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "shell/simple_command.h"
#include "shell/wildcard.h"

namespace runbookc {

struct ProgramArguments;

// `maybe`: it hangs on a word that is not written out (`$VERB`).
enum class PatternMatch : std::uint8_t { no, maybe, yes };

class CommandPattern {
 public:
  // An Error names the part that cannot be read. With `any_case`, operands compare without case.
  static Result<CommandPattern> parse(std::string_view written, bool any_case = false);

  PatternMatch match(const ProgramArguments& arguments) const;
  // Only what it asks of operands.
  PatternMatch match_operands(std::span<const ShellWord> operands) const;

  std::size_t operand_count() const { return operands_.size(); }
  bool asks_for_options() const { return !conditions_.empty(); }

 private:
  struct OperandPart {
    enum class Kind : std::uint8_t { name, one, any, each } kind = Kind::name;
    Alternatives names;
  };
  struct Condition {
    enum class Kind : std::uint8_t { option, some_operand, fed } kind = Kind::option;
    bool negated = false;
    bool has_values = false;
    Alternatives names;
    Alternatives values;
  };

  static Result<Condition> parse_condition(std::string_view part);
  bool holds(const Condition& condition, const ProgramArguments& arguments) const;
  PatternMatch match_part(const OperandPart& part, const ShellWord& word) const;
  PatternMatch match_rest(std::span<const ShellWord> rest) const;
  std::string folded(const ShellWord& word) const;

  std::vector<OperandPart> operands_;
  std::vector<Condition> conditions_;
  bool closed_ = false;  // ends in `$`
  bool any_case_ = false;
};

}  // namespace runbookc
