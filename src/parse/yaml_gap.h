// White space and comments between two tokens of a YAML text.
#pragma once

#include <cstddef>
#include <string_view>

namespace runbookc {

struct YamlGap {
  std::size_t at = 0;          // the first byte that is neither white space nor comment, or the end
  bool new_line = false;       // a line ended on the way
  bool tab = false;            // a tab stands before `at` on its line
  bool tight_comment = false;  // a `#` without white space before it stands at `at`
};

// Skips from `at`; `line_start` says that `at` begins a line.
YamlGap skip_yaml_gap(std::string_view text, std::size_t at, bool line_start);

// Bytes from the start of the line to `at`.
std::size_t yaml_column(std::string_view text, std::size_t at);

// Whether text[at] is `indicator` (`-`, `?`, `:`) with white space or the end after it.
bool yaml_indicator_at(std::string_view text, std::size_t at, char indicator);

// Whether a line `---` or `...` starts at `at`, the start of a line.
bool yaml_marker_at(std::string_view text, std::size_t at, std::string_view marker);

}  // namespace runbookc
