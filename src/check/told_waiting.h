// Whether a reader is told what to do while a command waits.
#pragma once

#include <cstdint>
#include <map>
#include <optional>

#include "model/document.h"
#include "parse/introduction.h"

namespace runbookc {

class ToldWaiting {
 public:
  // Both have to outlive it.
  ToldWaiting(const Document& document, const Introductions& introductions)
      : document_(document), introductions_(introductions) {}

  // The words before and behind the command's block, its step, the comments and what follows in the
  // block say what to type or how to leave: "press Ctrl-C", "inside the pod", "then exit", a prompt
  // of the inner shell or of another user, a question that it shows. So do the next item, a later
  // block of the section with the inner shell's prompt or `exit`, and behind a console a block in
  // its language. Of an editor, whatever stands directly behind the block says what to change. Each
  // step, block and section is read once, however many commands it has.
  bool is_told(const Command& command);

 private:
  struct InBlock {
    bool comment = false;       // one tells
    std::uint32_t leaving = 0;  // the last line, in the source, with a prompt or a way out; 0: none
  };

  bool in_step(Index step);
  std::uint32_t last_inside(Index section);
  const InBlock& in_block(Index index);

  const Document& document_;
  const Introductions& introductions_;
  std::map<Index, bool> steps_;
  std::map<Index, InBlock> blocks_;
  std::optional<std::map<Index, std::uint32_t>> sections_;  // the last such line of each
};

}  // namespace runbookc
