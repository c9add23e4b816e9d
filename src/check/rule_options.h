// Reading a rule's options from runbookc.yaml. What has the wrong kind counts as not given.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/value.h"

namespace runbookc {

// A list of texts, or one text alone.
std::vector<std::string> text_list_option(const Value& options, std::string_view name);

}  // namespace runbookc
