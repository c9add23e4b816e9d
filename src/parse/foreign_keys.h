// Front matter as another system writes it, read as ours.
#pragma once

#include <string_view>
#include <vector>

#include "model/dialect.h"
#include "model/value.h"

namespace runbookc {

// `front_matter` with our keys for foreign ones, each at the place where it stands. A key of ours
// goes first, then the first foreign one that means the same; what the foreign system means
// otherwise, and what is there twice then, is left out.
Value with_own_keys(Value front_matter, const std::vector<KeyMeaning>& keys);

// Whether `key` in a document's front matter is not read as ours of that name.
bool means_otherwise(const std::vector<KeyMeaning>& keys, std::string_view key);

// `front_matter` with the template tags taken out of its texts.
Value without_tags(Value front_matter, TagSyntax syntax);

}  // namespace runbookc
