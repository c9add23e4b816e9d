// Front matter of a team's own: what its schema describes and runbookc itself does not know.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "corpus/corpus.h"
#include "emit/json_writer.h"

namespace runbookc {

struct CustomField {
  std::string_view key;  // lives as long as the document type
  std::string label;     // the schema's `title` for it, else the key in words
  const Value* value;    // of the page; null only if the page says `null`
};

// The fields that the page has, in the schema's order. A key that the schema does not describe is
// none: it may be a slip, or nobody's business.
std::vector<CustomField> custom_fields(const Corpus& corpus, const Page& page);

// Any value as JSON. Numbers that JSON cannot spell become strings.
void write_value(JsonWriter& json, const Value& value);
// One line of text for a reader: scalars as written, the rest as JSON.
std::string value_text(const Value& value);

}  // namespace runbookc
