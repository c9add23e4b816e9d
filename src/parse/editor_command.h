// Commands that open an editor.
#pragma once

#include <string_view>

namespace runbookc {

// Whether `command` opens one: `vi FILE`, `sudoedit FILE`, `kubectl edit configmap x`, `crontab
// -e`. What stands behind it is what one writes there, and nothing that it prints.
bool opens_editor(std::string_view command);

}  // namespace runbookc
