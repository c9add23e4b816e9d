// Text of documents, made harmless for terminals and CI logs.
#pragma once

#include <string>
#include <string_view>

namespace runbookc {

// `utf8` on one line, with control characters and bidirectional overrides visible
// (base/unicode.h), and without anything that a CI runner takes for a command anywhere in a line:
// `##[error]` (GitHub, Azure), `##vso[`, `##teamcity[`.
std::string safe_text(std::string_view utf8);

// Whether `text` begins with such a command.
bool starts_runner_command(std::string_view text);
inline constexpr std::string_view kBrokenHash = "\\u{23}";  // stands for its first `#`

// The same for text that begins a line, where `::error::` would be obeyed as well, also behind
// white space: its first colon is broken.
std::string safe_line(std::string_view utf8);
inline constexpr std::string_view kBrokenColon = "\\u{3a}";

// The same for a line of code, in which tabs stay tabs.
std::string safe_code_line(std::string_view utf8);

// The same for a path that begins a line: `./` comes before it, so that it still leads to the file.
std::string safe_path(std::string_view path);

}  // namespace runbookc
