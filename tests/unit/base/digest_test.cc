#include "base/digest.h"

#include <catch2/catch.hpp>

using namespace runbookc;

TEST_CASE("SHA-256 agrees with FIPS 180-2's examples") {
  CHECK(sha256_hex("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK(sha256_hex("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

TEST_CASE("XXH3 agrees with its specification's vectors for no bytes") {
  CHECK(hash64("") == 0x2d06800538d394c2);
  CHECK(hash_hex("") == "99aa06d3014798d86001c324468d497f");
}

TEST_CASE("hashes tell different bytes apart") {
  CHECK(hash64("a") != hash64("b"));
  CHECK(hash_hex("a") != hash_hex("b"));
  CHECK(hash_hex("a").size() == 32);
}
