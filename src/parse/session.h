// A copied terminal session: commands at prompts, and what they printed.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shell/risk_table.h"

namespace runbookc {

// Where a line of a text that was taken out of a block stands in that block.
struct LineOrigin {
  std::uint32_t line = 0;     // from 0
  std::uint32_t skipped = 0;  // bytes of it that were left out before it: a prompt

  friend bool operator==(const LineOrigin&, const LineOrigin&) = default;
};

struct SessionCommand {
  std::string text;                   // its whole lines, prompts removed, LF between
  std::vector<LineOrigin> lines;      // of `text`
  std::vector<std::string> comments;  // lines `# …` at the prompt or directly before it
  std::vector<std::string> output;    // the lines until the next prompt

  friend bool operator==(const SessionCommand&, const SessionCommand&) = default;
};

// What tells root's prompt from a comment, since both are `# `.
struct RootPrompts {
  const RiskTable* table = nullptr;  // without it, no `# ` is a prompt
  bool from_start = false;           // nothing calls the text a script: `# ` may be its only prompt
};

// Reads `text` as a session, if its first line that is not blank or a comment has a prompt, or is
// shell beyond doubt and a later line has one. The shell grammar decides how far a command at a
// prompt goes; what continues it loses its `> `. One that is never complete goes on to the next
// prompt. `# ` before what is shell beyond doubt is a prompt behind a command that makes one root
// (`sudo -i`, `chroot /host`), and in a text without other prompts.
std::optional<std::vector<SessionCommand>> read_session(std::string_view text,
                                                        const RootPrompts& root = {});

// Whether the prompt behind a command is that of root, or of a shell somewhere else: `sudo -i`,
// `chroot /host`, `kubectl exec … -- bash`.
bool makes_root(std::string_view command);

}  // namespace runbookc
