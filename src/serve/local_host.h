// Whether a request was meant for this machine.
#pragma once

#include <cstdint>
#include <string_view>

namespace runbookc {

// Whether `host`, a value of the header `Host`, names loopback at `port`: `localhost`, `127.0.0.1`
// or `[::1]`. A page elsewhere can make its own host name resolve to 127.0.0.1 and then read what
// we answer (DNS rebinding), but its requests say that name.
bool names_loopback(std::string_view host, std::uint16_t port);

}  // namespace runbookc
