// Where a command was cut short for the eye: `...` in place of text.
#pragma once

#include <string_view>
#include <vector>

#include "shell/shell_script.h"

namespace runbookc {

struct Ellipsis {
  ByteRange range;
  bool value = false;  // it is all of a value: `X="..."`, `--token=...`

  friend bool operator==(const Ellipsis&, const Ellipsis&) = default;
};

// The first ellipsis in the words of each statement, in order. `./...` is a pattern of Go's,
// `a...b` a range of git's, and what is said between quotes is text, unless nothing else stands in
// them, in a pair of brackets there, or in an alternative (`"a|..."`). A filter of jq or yq is
// none. At most kMostShellSlips. Linear.
std::vector<Ellipsis> find_ellipses(std::string_view text, const ShellScript& script);

}  // namespace runbookc
