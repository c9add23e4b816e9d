#include "schema/format.h"

#include <catch2/catch.hpp>

namespace runbookc {
namespace {

void check(Format format, std::initializer_list<std::string_view> good,
           std::initializer_list<std::string_view> bad) {
  for (const std::string_view text : good) {
    INFO("should pass: " << text);
    CHECK(has_format(text, format));
  }
  for (const std::string_view text : bad) {
    INFO("should fail: " << text);
    CHECK_FALSE(has_format(text, format));
  }
}

TEST_CASE("dates and times are those of RFC 3339") {
  check(Format::date, {"2026-09-01", "2024-02-29"},
        {"2026-02-29", "2026-13-01", "2026-9-1", "20260901", "2026-09-01T", ""});
  check(Format::time, {"12:00:00Z", "12:00:00.5+02:00", "23:59:60Z", "01:59:60+02:00"},
        {"24:00:00Z", "12:00:00", "12:00Z", "12:00:60Z", "12:00:00.Z", "12:00:00+24:00"});
  check(Format::date_time, {"2026-09-01T12:00:00Z", "2026-09-01t12:00:00z"},
        {"2026-09-01 12:00:00Z", "2026-09-01", "2026-02-30T12:00:00Z"});
}

TEST_CASE("addresses are judged by their form") {
  check(Format::email, {"a@example.com", "a.b+c@example.com", "a@[127.0.0.1]"},
        {"a", "@example.com", "a@", ".a@example.com", "a..b@example.com", "a@-x.com"});
  check(Format::hostname, {"example.com", "a-b.c", "localhost"},
        {"", "-a", "a-", "a..b", "a_b", "a."});
  check(Format::ipv4, {"127.0.0.1", "0.0.0.0"},
        {"256.0.0.1", "1.2.3", "01.2.3.4", "1.2.3.4.5", ""});
  check(Format::ipv6,
        {"::1", "::", "2001:db8::8a2e:370:7334", "::ffff:192.0.2.1", "1:2:3:4:5:6:7:8"},
        {"1:2:3:4:5:6:7", "1::2::3", ":::", "12345::", "1:2:3:4:5:6:7:8:9", "fe80::1%eth0"});
}

TEST_CASE("URLs, pointers and expressions are judged by their form") {
  check(Format::uri, {"https://example.com/a?b#c", "urn:a:b", "mailto:a@example.com"},
        {"/a", "a b:c", "https://example.com/%zz", "://a", "1a:b", ""});
  check(Format::uri_reference, {"", "/a", "#b", "../c"}, {"a b", "<a>", "a#b#c"});
  check(Format::json_pointer, {"", "/a~1b", "/"}, {"a", "/~2", "/~"});
  check(Format::regex, {"^a$"}, {"(?=a)", "a\\"});
}

TEST_CASE("an unknown format is not checked") {
  CHECK(parse_format("colour") == Format::none);
  CHECK(has_format("anything", Format::none));
}

}  // namespace
}  // namespace runbookc
