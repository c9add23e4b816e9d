// The commands of a shell block as they would be pasted, before they are judged.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/block.h"
#include "model/document.h"
#include "shell/risk_table.h"
#include "shell/shell_script.h"

namespace runbookc {

struct StatementError {
  std::string message;
  Span span;  // in the source
};

// One top-level statement.
struct BlockStatement {
  std::string text;          // exactly what is pasted
  std::string indentation;   // the blanks before it, if it is the first of its line
  bool after_blank = false;  // an empty line stands before it
  std::string description;   // the comments before and behind it
  std::string heading;       // those before it alone
  Span span;                 // in the source
  std::uint32_t begin = 0;   // where it stands in the text that was parsed: what places count from
  std::vector<SimpleCommand> commands;
  std::vector<std::string> uses;    // variables that it expands
  std::vector<std::string> needed;  // those of them that nothing before it in the same text sets
  std::vector<std::string> sets;    // variables
  std::optional<StatementError> error;
  std::string output;  // what a session shows that it printed
};

struct ShellBlock {
  bool session = false;  // with prompts
  bool script = false;   // it begins with `#!`
  bool too_many = false;
  bool closed = true;  // false: the fence is not, and the rest of the page may stand in it
  std::vector<BlockStatement> statements;
  std::vector<Problem> problems;  // of its text beyond grammar, with places in the source
};

// Linear in the block's text. Statements that only stand for others (`...`) are left out. `table`
// may be null: then `# ` is never a prompt, and fewer problems are found. Of a text with more than
// `most` statements none is read.
ShellBlock read_shell_block(const CodeBlock& code, const RiskTable* table, std::size_t most);

}  // namespace runbookc
