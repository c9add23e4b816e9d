// Which brackets in shell text ask the reader for a value.
#pragma once

#include <string_view>
#include <vector>

#include "source/span.h"

namespace runbookc {

// The places of `<pod-name>`, `<your cluster>`, `<a|b>`, sorted and disjoint, brackets included,
// and outside quotes those of `[user|group]` and `[project name]`, which were a pipe and two words.
// `<file`, `< file`, `cat <in >out`, `<(cmd)`, `<<EOF` and `<<<x` are redirections. The text
// between is at most 60 bytes on one line, begins with a letter and ends with no blank. Quotes hide
// no placeholder: in them `<node 2>/x` is one, which outside is two redirections. Escaped is none,
// nor is an element of XML that is closed in the same quotes or here-document, or one that is
// quoted on a line with a file of XML; nor `(?<name>…)` in a pattern.
std::vector<ByteRange> placeholder_ranges(std::string_view text);

}  // namespace runbookc
