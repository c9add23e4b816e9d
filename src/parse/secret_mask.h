// A document's source without the values of its secrets (RB608).
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "model/document.h"
#include "source/source_file.h"

namespace runbookc {

// Stands for a character of a secret.
inline constexpr std::string_view kSecretMark = "•";

// What must not be shown of the file that `document` was made from: its secrets, and where the
// value of one (from 8 bytes on) stands elsewhere in it. What a directive calls no secret is shown,
// whatever its date. Sorted; may overlap. Takes O(file * log secrets).
std::vector<ByteRange> secret_ranges(const SourceFile& file, const Document& document);

// The file with a mark for each character of those; nothing if there are none. Every line and
// column stays.
std::optional<SourceFile> with_hidden_secrets(const SourceFile& file, const Document& document);

}  // namespace runbookc
