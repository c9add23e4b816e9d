// Options that people know from other tools, and what does the same here.
#pragma once

#include <span>
#include <string_view>

namespace runbookc {

struct ForeignOption {
  std::string_view command;  // of ours; "": any
  std::string_view names;    // "--fix,--write"
  std::string_view hint;     // command lines in it stand between backticks
};

// Of several for one option, the first of the command in question counts.
std::span<const ForeignOption> foreign_options();

// What to do instead of `option` ("--fix") after `command` ("": none); "" if nobody would expect
// it.
std::string_view foreign_option_hint(std::string_view option, std::string_view command);

}  // namespace runbookc
