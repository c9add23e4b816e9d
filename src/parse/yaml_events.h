// What yaml-cpp reads in a text, as a flat list: the raw material of parse/yaml.h.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "parse/yaml.h"

namespace runbookc {

struct YamlEvent {
  enum class Kind : std::uint8_t { null, scalar, alias, map_start, map_end, list_start, list_end };

  Kind kind = Kind::null;
  bool flow = false;   // of map_start and list_start: `{` and `[`
  std::size_t at = 0;  // the byte where yaml-cpp saw it
  std::string text;    // of a scalar, decoded
};

struct YamlEvents {
  enum class Stop : std::uint8_t { none, syntax, depth, nodes };

  std::vector<YamlEvent> events;  // of the first document, as far as it was read
  Stop stop = Stop::none;         // why reading ended early
  std::size_t stop_at = 0;        // and where, in bytes
};

// Precondition: `text` is valid UTF-8 without control characters. Ends on every input.
YamlEvents read_yaml_events(std::string_view text, const YamlLimits& limits);

}  // namespace runbookc
