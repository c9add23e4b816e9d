// URI references as JSON Schema uses them (RFC 3986 section 5).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace runbookc {

// `reference` resolved against `base`, which may be empty.
std::string resolve_uri(std::string_view base, std::string_view reference);

// Split at the first `#`; the fragment is without it and not decoded.
struct SplitUri {
  std::string_view absolute;
  std::string_view fragment;
};
SplitUri split_uri(std::string_view uri);

// The tokens of a JSON pointer (RFC 6901), decoded; nothing if it is neither "" nor begins with
// `/`.
std::optional<std::vector<std::string>> pointer_tokens(std::string_view pointer);
// One token as it stands in a pointer: `~` and `/` escaped.
std::string pointer_token(std::string_view key);

}  // namespace runbookc
