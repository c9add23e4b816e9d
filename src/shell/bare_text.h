// Which bytes of shell text stand in words, and which of those are not quoted.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "shell/shell_script.h"

namespace runbookc {

enum class TextState : std::uint8_t {
  outside,  // between words, in comments and in here-documents
  bare,     // in a word, where the shell reads each character itself
  quoted,   // between quotes of a word, or escaped
};

// Of one kind in one text, no more than this many slips are told: whoever writes more knows by
// then.
inline constexpr std::size_t kMostShellSlips = 1000;

// The state of each byte of `text`, of which `script` was read. Where the script has an error, the
// words of the statement that fails count too, as far as quotes tell. Linear: a byte is looked at
// once for each of the (at most 16) substitutions around it.
std::vector<TextState> text_states(std::string_view text, const ShellScript& script);

}  // namespace runbookc
