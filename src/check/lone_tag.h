// Whether a tag in prose stands for a word of its own, or is a part of a command, path or setting.
#pragma once

#include <cstddef>
#include <string_view>

namespace runbookc {

// Whether the bytes from `begin` to `end` of the Markdown `text` can be put in backticks by
// themselves: white space or a bracket around them, punctuation at most behind them, and in their
// paragraph, item or table row no prompt, no program that people call by name, no option, path,
// variable or setting. In `grep <x> /var/log/<y>` the backticks would split what belongs together.
// No for what stands in a very long paragraph: it looks at a bounded number of bytes.
bool is_lone_tag(std::string_view text, std::size_t begin, std::size_t end);

// Whether a word of `utf8` is a part of a command: a program that people call by name, an option, a
// path, a variable or a setting. What stands in backticks does not count.
bool holds_command(std::string_view utf8);

// Whether they stand among words in quotes that name something (`the '<service> Overview' button`),
// and are no part of a command, so that backticks would be wrong.
bool is_in_quoted_name(std::string_view text, std::size_t begin, std::size_t end);

}  // namespace runbookc
