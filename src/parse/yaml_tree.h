// Events and source, read together, to a tree with places.
//
// Between two events there may stand only what YAML 1.2 puts there: white space, comments, and the
// one indicator that leads from the first to the second. Whatever else is found there was read by
// libyaml in a way of its own, and is refused.
#pragma once

#include <optional>
#include <vector>

#include "parse/yaml.h"
#include "parse/yaml_events.h"

namespace runbookc {

// `text` is the part of `file` that starts at byte `base`, and `events` reads it.
// Adds what is wrong to `problems`; returns the tree if nothing but repeated keys is.
std::optional<Value> build_yaml_tree(const SourceFile& file, std::uint32_t base,
                                     std::string_view text, YamlEventReader& events,
                                     std::vector<YamlProblem>& problems);

}  // namespace runbookc
