// The judgement of a document's statements, one after the other.
#pragma once

#include "parse/command_judge.h"
#include "parse/shell_statements.h"
#include "shell/risk.h"

namespace runbookc {

// Remembers what functions and aliases do, whichever block defines them, and what is assigned in
// the block. Linear in the text of the statements.
class StatementJudge {
 public:
  // `judge` has to outlive it.
  explicit StatementJudge(const CommandJudge& judge);

  void begin_block() { context_.values = {}; }

  // What the body of a function does counts where that is called; only its programs are listed
  // where it is defined.
  RiskVerdict judge(const BlockStatement& statement);

 private:
  std::vector<std::string> define(const BlockStatement& statement);

  RiskContext context_;
};

}  // namespace runbookc
