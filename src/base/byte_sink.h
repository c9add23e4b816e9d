// Where bytes go while they are made.
#pragma once

#include <functional>
#include <string_view>

namespace runbookc {

// Takes the next bytes of one output; the view lasts for the call.
using ByteSink = std::function<void(std::string_view)>;

}  // namespace runbookc
