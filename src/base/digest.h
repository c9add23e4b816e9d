// Digests: XXH3 for identity inside our own data, SHA-256 for what others check, and wherever
// somebody might gain by two texts with one digest: such are easily made for XXH3.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace runbookc {

std::uint64_t hash64(std::string_view bytes);
std::string hash_hex(std::string_view bytes);    // XXH3 128-bit, 32 lower-case digits
std::string sha256_hex(std::string_view bytes);  // 64 lower-case digits

// SHA-256 of what comes in pieces.
class Sha256 {
 public:
  Sha256();
  ~Sha256();
  Sha256(const Sha256&) = delete;
  Sha256& operator=(const Sha256&) = delete;

  void add(std::string_view bytes);
  std::string hex();  // 64 lower-case digits; nothing may be added afterwards

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace runbookc
