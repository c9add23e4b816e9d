// Several names that were written as one: `platform, dba`, `P1/P2`.
#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace runbookc {

// `key: [platform, dba]`, as it was meant. "" unless `text` is several names (with `,`, `;`, `/`,
// `&` or "and" between them) and each of them is known.
std::string as_yaml_list(std::string_view key, std::string_view text,
                         const std::function<bool(std::string_view)>& is_known);

}  // namespace runbookc
