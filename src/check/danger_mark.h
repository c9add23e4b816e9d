// Whether a reader is warned of a command before pasting it.
#pragma once

#include <map>

#include "model/document.h"
#include "parse/introduction.h"

namespace runbookc {

class DangerMarks {
 public:
  explicit DangerMarks(const Document& document)
      : document_(document), introductions_(document.blocks) {}

  // Words of danger or an alert (`> [!WARNING]`) stand in the command's step, in what stands
  // directly above its block (blocks of code and HTML comments in between are passed over, and say
  // nothing), or in a comment of its own. Each step and block is read once, however many commands
  // it has.
  bool is_marked(const Command& command);

 private:
  bool is_step_marked(const Step& step) const;
  bool is_marked_above(Index code) const;

  const Document& document_;
  Introductions introductions_;
  std::map<Index, bool> steps_;
  std::map<Index, bool> blocks_;
};

}  // namespace runbookc
