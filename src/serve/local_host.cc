#include "serve/local_host.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/text.h"

namespace runbookc {

bool names_loopback(std::string_view host, std::uint16_t port) {
  constexpr std::uint16_t kPortOfHttp = 80;  // which browsers leave out
  constexpr auto kNames = std::to_array<std::string_view>({"localhost", "127.0.0.1", "[::1]"});
  return std::ranges::any_of(kNames, [&](std::string_view name) {
    if (host.size() < name.size()) return false;
    if (!equals_ignoring_case(host.substr(0, name.size()), name)) return false;
    const std::string_view rest = host.substr(name.size());
    return rest == ":" + std::to_string(port) || (rest.empty() && port == kPortOfHttp);
  });
}

}  // namespace runbookc
