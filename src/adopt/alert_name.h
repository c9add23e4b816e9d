// Names as monitoring gives them to alerts.
#pragma once

#include <string_view>

namespace runbookc {

// "KubePodNotReady", "etcdNoLeader": one word with capitals within, and no product that is written
// so ("PagerDuty").
bool is_alert_name(std::string_view name);

}  // namespace runbookc
