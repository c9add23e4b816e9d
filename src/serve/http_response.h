// An answer to an HTTP request, whole.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace runbookc {

struct HttpResponse {
  int status = 200;
  std::string media_type = "text/plain; charset=utf-8";
  std::string body;
  std::vector<std::pair<std::string, std::string>> headers = {};  // more of them
};

// A short answer in words, for people.
HttpResponse plain_response(int status, std::string_view text);

// The bytes to send. `with_body` is false for HEAD, which is told the length all the same. Nothing
// may be kept by a cache, taken for another type, or be used by a page of another site.
// Precondition: no header holds a line break.
std::string response_bytes(const HttpResponse& response, bool with_body, bool keep_alive);

}  // namespace runbookc
