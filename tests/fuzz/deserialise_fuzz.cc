// Bytes that are no serialised Document are refused.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "model/serialise.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto document = runbookc::deserialise(bytes);
  if (document && runbookc::serialise(*document) != bytes) std::abort();
  return 0;
}
