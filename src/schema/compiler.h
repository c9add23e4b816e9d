// Schema values to a Program.
#pragma once

#include <memory>
#include <span>

#include "base/result.h"
#include "model/value.h"
#include "schema/json_schema.h"
#include "schema/program.h"

namespace runbookc {

Result<std::unique_ptr<JsonSchema::Program>> compile_program(const Value& schema,
                                                             std::span<const Value> others,
                                                             const JsonSchema::Options& options);

// Whether each node's same-value subschemas end, within a bounded depth; if not, the index of a
// node that is at fault.
std::optional<NodeIndex> find_endless_node(const std::vector<Node>& nodes);

}  // namespace runbookc
