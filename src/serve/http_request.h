// The head of an HTTP/1.x request, read strictly: what is not plainly well formed is refused, since
// it comes from a program that we do not know.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace runbookc {

struct HttpRequest {
  std::string method;  // as written: "GET"
  std::string path;    // percent-decoded, begins with `/`; may hold any bytes
  std::string query;   // as written, without the `?`
  std::string host;    // the value of `Host`; "" if there is none
  bool keep_alive = true;
};

struct RequestHead {
  std::size_t size = 0;  // of the head in bytes; 0: not all of it is there yet
  int fault = 0;         // the status to refuse it with; 0: `request` holds it
  HttpRequest request;
};

// Longer heads are refused.
inline constexpr std::size_t kMostHeadBytes = std::size_t{16} * 1024;

// The head at the beginning of `bytes`. A request with a body is refused, as none of ours has one.
RequestHead read_request_head(std::string_view bytes);

// The value of `name` in a query, percent-decoded; "" if it is not there.
std::string query_value(std::string_view query, std::string_view name);

}  // namespace runbookc
