#include "serve/http_response.h"

#include <catch2/catch.hpp>

#include "serve/media_type.h"

namespace runbookc {
namespace {

bool has_line(const std::string& bytes, const std::string& line) {
  return bytes.find("\r\n" + line + "\r\n") != std::string::npos;
}

}  // namespace

TEST_CASE("an answer says what it is, and that nobody may keep or guess it") {
  HttpResponse response;
  response.media_type = "text/html; charset=utf-8";
  response.body = "<p>";
  response.headers.emplace_back("X-More", "1");
  const std::string bytes = response_bytes(response, true, true);
  CHECK(bytes.starts_with("HTTP/1.1 200 OK\r\n"));
  CHECK(has_line(bytes, "Content-Type: text/html; charset=utf-8"));
  CHECK(has_line(bytes, "Content-Length: 3"));
  CHECK(has_line(bytes, "Cache-Control: no-store"));
  CHECK(has_line(bytes, "X-Content-Type-Options: nosniff"));
  CHECK(has_line(bytes, "Cross-Origin-Resource-Policy: same-origin"));
  CHECK(has_line(bytes, "Connection: keep-alive"));
  CHECK(has_line(bytes, "X-More: 1"));
  CHECK(bytes.ends_with("\r\n\r\n<p>"));
}

TEST_CASE("HEAD is told the length of what it does not get") {
  HttpResponse response;
  response.body = "four";
  const std::string bytes = response_bytes(response, false, false);
  CHECK(has_line(bytes, "Content-Length: 4"));
  CHECK(has_line(bytes, "Connection: close"));
  CHECK(bytes.ends_with("\r\n\r\n"));
}

TEST_CASE("a refusal names its status") {
  CHECK(plain_response(403, "no").body == "403 Forbidden: no\n");
  CHECK(plain_response(418, "no").body == "418 Unknown: no\n");
  CHECK(response_bytes(plain_response(404, ""), true, true)
            .starts_with("HTTP/1.1 404 Not Found\r\n"));
}

TEST_CASE("browsers are told what a file is by its extension") {
  CHECK(media_type("a/index.html") == "text/html; charset=utf-8");
  CHECK(media_type("_/assets/style.0a.css") == "text/css; charset=utf-8");
  CHECK(media_type("_/assets/site.0a.js") == "text/javascript; charset=utf-8");
  CHECK(media_type("commands.json") == "application/json");
  CHECK(media_type("LOGO.PNG") == "image/png");
  CHECK(media_type("icon.svg") == "image/svg+xml");
  CHECK(media_type("db/failover.md") == "text/plain; charset=utf-8");
  CHECK(media_type("_/reviews.ics") == "text/calendar; charset=utf-8");
  CHECK(media_type(".nojekyll") == "application/octet-stream");
  CHECK(media_type("dump.bin") == "application/octet-stream");
}

}  // namespace runbookc
