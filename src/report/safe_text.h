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

// The same as safe_text for text that begins a line, where `::error::` would be obeyed as well. For
// a path the result still leads to the same file.
std::string safe_path(std::string_view path);

}  // namespace runbookc
