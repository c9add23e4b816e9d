// How messages name a command.
#pragma once

#include <string>

#include "model/command.h"

namespace runbookc {

// Its first line, cut to a few words' length: "kubectl delete namespace orders …".
std::string shown_command(const Command& command);

}  // namespace runbookc
