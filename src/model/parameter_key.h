// How a placeholder is known to be a parameter.
#pragma once

#include <string>
#include <string_view>

namespace runbookc {

// `<cluster-id>`, `[Cluster ID]` and CLUSTER_ID ask for the same value: their keys are equal.
std::string parameter_key(std::string_view name);

}  // namespace runbookc
