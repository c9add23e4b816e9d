// What the tokens of a YAML text stand between: lines, white space, comments.
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

// Whether a line break, the end, a space or a tab stands at `at`.
bool yaml_blank_at(std::string_view text, std::size_t at);

// The end of the line that holds `at`, its ending (LF or CRLF) not included; and the next line.
std::size_t yaml_line_end(std::string_view text, std::size_t at);
std::size_t yaml_next_line(std::string_view text, std::size_t at);

// Bytes from the start of the line to `at`.
std::size_t yaml_column(std::string_view text, std::size_t at);

// Whether only spaces and dashes stand before `at` on its line.
bool begins_yaml_line(std::string_view text, std::size_t at);

// Whether text[at] is `indicator` (`-`, `?`, `:`) with white space or the end after it.
bool yaml_indicator_at(std::string_view text, std::size_t at, char indicator);

// Whether a line `---` or `...` starts at `at`, the start of a line.
bool yaml_marker_at(std::string_view text, std::size_t at, std::string_view marker);

}  // namespace runbookc
