// The fields that a schema describes, one after the other: what people look up.
#pragma once

#include <string>
#include <vector>

#include "model/value.h"

namespace runbookc {

struct SchemaField {
  std::string path;         // "title", "parameters[].name", "site.edit_url"
  std::string accepts;      // "a string or a list", "'draft', 'active' or 'deprecated'"; may be ""
  std::string description;  // as the schema says it
  std::string example;      // its first, as YAML on one line; "" if there is none
  std::string fallback;     // its default, likewise
  bool required = false;    // by the map that it stands in
};

// In the schema's order, what stands in a field right after it, down to a few levels and to some
// thousand fields. References within the schema are followed; of alternatives, the first that has
// fields counts.
std::vector<SchemaField> list_fields(const Value& schema);

}  // namespace runbookc
