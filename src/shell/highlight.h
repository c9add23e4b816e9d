// What to colour in shell text, for people who read it on a page.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "source/span.h"

namespace runbookc {

enum class HighlightKind : std::uint8_t {
  program,   // what runs; in `sudo kubectl` both words
  option,    // `-n`, `--namespace` without its `=value`
  string,    // quoted text, with its quotes
  variable,  // `$NAME`, `${NAME…}`, the name that an assignment or `for` sets
  comment,
  op,       // pipes, lists, redirections, parentheses
  keyword,  // `if`, `done`, `{`, `[[` …
};

struct Highlight {
  ByteRange range;
  HighlightKind kind = HighlightKind::program;

  friend bool operator==(const Highlight&, const Highlight&) = default;
};

// Sorted and disjoint; plain words and what here-documents hold, but for variables, have none. A
// reading by the eye: it never fails, and what is no valid shell gets colours, too. No range begins
// or ends inside one of `placeholders` (sorted, disjoint), which are text of words. Takes linear
// time, and nesting costs no call stack.
std::vector<Highlight> highlight_shell(std::string_view text,
                                       const std::vector<ByteRange>& placeholders = {});

}  // namespace runbookc
