#include "model/serialise.h"

#include <catch2/catch.hpp>

#include "base/digest.h"
#include "random_document.h"

using namespace runbookc;

namespace {

// The bytes with a checksum that fits them: what a forger would make.
std::string with_checksum(std::string_view body) {
  std::string bytes(body);
  const std::uint64_t sum = hash64(body);
  for (unsigned shift = 0; shift < 64; shift += 8) bytes += static_cast<char>(sum >> shift & 0xff);
  return bytes;
}

constexpr std::size_t kChecksumSize = 8;

}  // namespace

TEST_CASE("any document reads back as it was") {
  std::size_t bytes = 0;
  for (std::uint32_t seed = 0; seed < 1000; ++seed) {
    const Document document = random_document(seed);
    const std::string stored = serialise(document);
    const auto restored = deserialise(stored);
    CAPTURE(seed);
    REQUIRE(restored.has_value());
    REQUIRE(*restored == document);
    REQUIRE(serialise(*restored) == stored);
    bytes += stored.size();
  }
  CHECK(bytes > 1'000'000);
}

TEST_CASE("an empty document reads back as it was") {
  CHECK(deserialise(serialise(Document{})) == Document{});
}

TEST_CASE("no truncation and no changed byte is read") {
  const std::string stored = serialise(random_document(5));
  REQUIRE(stored.size() > 500);
  std::size_t accepted = 0;
  for (std::size_t size = 0; size < stored.size(); ++size) {
    if (deserialise(std::string_view(stored).substr(0, size))) ++accepted;
  }
  for (std::size_t i = 0; i < stored.size(); ++i) {
    std::string damaged = stored;
    damaged[i] = static_cast<char>(damaged[i] ^ (1 << (i % 8)));
    if (deserialise(damaged)) ++accepted;
  }
  CHECK(accepted == 0);
  CHECK_FALSE(deserialise(stored + "x"));
  CHECK_FALSE(deserialise(""));
}

TEST_CASE("a forged checksum gets no further than another document, written the same way") {
  std::size_t accepted = 0;
  std::size_t different = 0;
  for (std::uint32_t seed = 0; seed < 12; ++seed) {
    const std::string stored = serialise(random_document(seed));
    const std::string body = stored.substr(0, stored.size() - kChecksumSize);
    for (std::size_t i = 0; i < body.size(); i += 1 + body.size() / 200) {
      for (const int change : {1, 0x80, 0xff}) {
        std::string damaged = body;
        damaged[i] = static_cast<char>(damaged[i] ^ change);
        const std::string forged = with_checksum(damaged);
        const auto document = deserialise(forged);
        if (!document) continue;
        ++accepted;
        if (serialise(*document) != forged) ++different;
      }
      CHECK_FALSE(deserialise(with_checksum(std::string_view(body).substr(0, i))));
    }
  }
  CHECK(accepted > 0);
  CHECK(different == 0);
}

TEST_CASE("a length that claims more than there is costs no memory") {
  const std::string stored = serialise(Document{});
  const std::string tag = stored.substr(0, stored.find('\n') + 1);
  for (const char* length : {"\xff\xff\xff\xff\x0f", "\xff\xff\xff\xff\xff\xff\xff\xff\x7f",
                             "\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01", "\x80",
                             "\x03"
                             "ab"}) {
    CHECK_FALSE(deserialise(with_checksum(tag + length)));
  }
}

TEST_CASE("another format is not read") {
  std::string stored = serialise(Document{});
  const std::size_t digit = stored.find_first_of("0123456789");
  stored[digit] = static_cast<char>(stored[digit] + 1);
  CHECK_FALSE(deserialise(
      with_checksum(std::string_view(stored).substr(0, stored.size() - kChecksumSize))));
}

TEST_CASE("front matter nested beyond any reader's bound is refused") {
  const auto nested = [](int depth) {
    Document document;
    for (int i = 0; i < depth; ++i) {
      std::vector<Value> items;
      items.push_back(std::move(document.front_matter.root));
      document.front_matter.root = array_value(std::move(items));
    }
    return document;
  };
  CHECK(deserialise(serialise(nested(63))) == nested(63));
  CHECK_FALSE(deserialise(serialise(nested(64))));
}
