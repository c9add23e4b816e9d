#include "serve/local_host.h"

#include <catch2/catch.hpp>

namespace runbookc {

TEST_CASE("this machine has three names, with the port") {
  CHECK(names_loopback("localhost:8000", 8000));
  CHECK(names_loopback("LocalHost:8000", 8000));
  CHECK(names_loopback("127.0.0.1:8000", 8000));
  CHECK(names_loopback("[::1]:8000", 8000));
}

TEST_CASE("browsers leave out the port of HTTP, and only that one") {
  CHECK(names_loopback("localhost", 80));
  CHECK_FALSE(names_loopback("localhost", 8000));
}

TEST_CASE("a name that merely resolves to this machine is none of it") {
  for (const char* host :
       {"evil.example:8000", "localhost.evil.example:8000", "127.0.0.1.evil.example:8000",
        "127.0.0.2:8000", "0.0.0.0:8000", "localhost:8001", "localhost:", "localhost:08000",
        "localhost:8000 ", "localhost:8000:8000", "localhost.:8000", "::1:8000", "[::1]",
        "evil@localhost:8000", ""}) {
    CAPTURE(host);
    CHECK_FALSE(names_loopback(host, 8000));
  }
}

}  // namespace runbookc
