// Digests: XXH3 for identity inside our own data, SHA-256 for what others check.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace runbookc {

std::uint64_t hash64(std::string_view bytes);
std::string hash_hex(std::string_view bytes);    // XXH3 128-bit, 32 lower-case digits
std::string sha256_hex(std::string_view bytes);  // 64 lower-case digits

}  // namespace runbookc
