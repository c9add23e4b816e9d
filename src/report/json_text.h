// JSON on one line, harmless wherever it is printed.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

namespace runbookc {

// Valid UTF-8 (a byte that is not becomes U+FFFD) without a line break. Control characters,
// bidirectional overrides and what a CI runner would obey (`##[error]`, which runners look for
// anywhere in a line) stand as `\uXXXX`, so that a reader of the JSON gets every character back.
std::string json_text(const nlohmann::ordered_json& json);

}  // namespace runbookc
