// Documents to bytes and back. The format is private to one version of the tool: readers reject
// any other version, a damaged checksum, and any length or index that does not fit.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "model/document.h"

namespace runbookc {

// Precondition, as parsing establishes it: a block or section comes after its parent and ends after
// itself, other indexes are kNone or within their list, relocations ascend, and the depth of the
// front matter is at most 64. deserialise() refuses anything else.
std::string serialise(const Document& document);

// The document, or nothing if `bytes` is not exactly what serialise() of this version makes. Never
// reads out of bounds and never allocates more than a small multiple of the size of `bytes`.
std::optional<Document> deserialise(std::string_view bytes);

}  // namespace runbookc
