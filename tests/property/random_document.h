// Documents with random content: every field set, every index in its place.
#pragma once

#include <cstdint>

#include "model/document.h"

namespace runbookc {

// The same document for the same seed.
Document random_document(std::uint32_t seed);

}  // namespace runbookc
