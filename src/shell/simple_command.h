// The simple commands of a script, as flat plain values: what the grammar finds, and what the
// judgement of risk reads.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "source/span.h"

namespace runbookc {

// A word as the program would get it. Offsets count bytes of the text that was parsed.
struct ShellWord {
  ByteRange range;      // with its quotes
  std::string value;    // quotes removed; expansions and substitutions stand as written
  bool literal = true;  // no expansion, substitution, glob or brace list in it: `value` is exact
  bool quoted = false;  // some part was quoted or escaped
  bool placeholder = false;  // a part of it is to be replaced by the reader

  friend bool operator==(const ShellWord&, const ShellWord&) = default;
};

struct ShellAssignment {
  std::string name;
  std::string subscript;  // of `name[…]=`, as written
  ShellWord value;        // literal if no expansion is in the value, whatever the subscript has
  bool append = false;    // `+=`

  friend bool operator==(const ShellAssignment&, const ShellAssignment&) = default;
};

// `op` as written, without the descriptor: `>`, `>>`, `<`, `<<-`, `<<<`, `>&`, `&>`, `<>`, `>|` …
struct ShellRedirection {
  std::string op;
  std::string descriptor;  // `2`, `{name}`, or "" where none is written
  ShellWord target;        // for a here-document its delimiter
  std::string document;    // the text of a here-document, as written
  ByteRange body;          // where that text stands
  bool expands = false;    // that text undergoes expansion (the delimiter is not quoted)

  friend bool operator==(const ShellRedirection&, const ShellRedirection&) = default;
};

// What encloses a command, at any level.
struct CommandSurroundings {
  bool substitution = false;     // `$(…)`, `<(…)`, `>(…)` or backquotes: it yields text of a word
  bool document = false;         // a here-document that expands
  bool function = false;         // the body of a function: it runs when that is called
  bool loop = false;             // it may run many times, or never
  bool loop_head = false;        // what `while` or `until` asks
  bool endless = false;          // in a `for ((;;))` that asks nothing
  bool subshell = false;         // `(…)`: what it does to its shell ends with it
  ByteRange function_name = {};  // of the innermost function around it; empty if there is none

  friend bool operator==(const CommandSurroundings&, const CommandSurroundings&) = default;
};

struct PipelineStage {
  std::uint32_t pipeline = 0;
  std::uint32_t stage = 0;  // from 0

  friend bool operator==(const PipelineStage&, const PipelineStage&) = default;
};

// One simple command: `A=1 program word … >file`. `words` is empty for mere assignments, and for
// the redirections of a compound command, as in `done <file`, which are listed as one of their own.
struct SimpleCommand {
  ByteRange range;
  // Before the program, or by `declare`, `export`, `local`, `readonly` and `typeset`, whose `words`
  // have them too.
  std::vector<ShellAssignment> assignments;
  std::vector<ShellWord> words;  // the program first
  std::vector<ShellRedirection> redirections;
  bool compound =
      false;  // no command of its own: the redirections behind a compound one (`done >f`)
  bool background = false;      // `&` ends its list, or one around it: nobody waits for it
  std::uint32_t statement = 0;  // index of the top-level statement that it belongs to
  // One number for all simple commands that are stages of a pipeline of several; what is inside a
  // compound stage has numbers of its own.
  std::optional<std::uint32_t> pipeline = {};
  // The compound command nearest around it that is such a stage: in `{ a; b; } | sh` the output of
  // both feeds `sh`, whose `pipeline` is that number.
  std::optional<PipelineStage> outer = {};
  CommandSurroundings around = {};

  friend bool operator==(const SimpleCommand&, const SimpleCommand&) = default;
};

}  // namespace runbookc
