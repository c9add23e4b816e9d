// Command lines of runbookc as people read and copy them, taken out of documents and scripts.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace runbookc {

struct WrittenCommand {
  std::string text;                // "runbookc check --format json"
  std::vector<std::string> words;  // {"check", "--format", "json"}
};

// In fences and in code spans.
std::vector<WrittenCommand> commands_in_markdown(std::string_view text);
// On lines of their own, after `run:`, `entry:` or as an item of a list; and in code spans.
std::vector<WrittenCommand> commands_in_script(std::string_view text);

// The words of one shell command, up to where it ends.
std::vector<std::string> shell_words(std::string_view text);

}  // namespace runbookc
