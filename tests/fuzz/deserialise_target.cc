// Bytes that are no serialised Document are refused, even if somebody made a checksum that fits.
#include <string>

#include "base/digest.h"
#include "fuzz/broken_promise.h"
#include "fuzz/targets.h"
#include "model/serialise.h"

namespace runbookc {
namespace {

constexpr std::size_t kChecksumSize = 8;

void check(std::string_view bytes) {
  const auto document = deserialise(bytes);
  promise(!document || serialise(*document) == bytes, "what is read is written alike");
}

std::string with_checksum(std::string_view body) {
  std::string bytes(body);
  const std::uint64_t sum = hash64(body);
  for (unsigned shift = 0; shift < 64; shift += 8) bytes += static_cast<char>(sum >> shift & 0xff);
  return bytes;
}

}  // namespace

void fuzz_deserialise(std::string_view bytes) {
  check(bytes);
  if (bytes.size() < kChecksumSize) return;
  check(with_checksum(bytes.substr(0, bytes.size() - kChecksumSize)));
}

}  // namespace runbookc
