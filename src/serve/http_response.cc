#include "serve/http_response.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace runbookc {
namespace {

struct StatusName {
  int status;
  std::string_view name;
};

constexpr auto kStatusNames = std::to_array<StatusName>({{200, "OK"},
                                                         {301, "Moved Permanently"},
                                                         {400, "Bad Request"},
                                                         {403, "Forbidden"},
                                                         {404, "Not Found"},
                                                         {405, "Method Not Allowed"},
                                                         {431, "Request Header Fields Too Large"},
                                                         {505, "HTTP Version Not Supported"}});

std::string_view status_name(int status) {
  const auto* const found = std::ranges::find(kStatusNames, status, &StatusName::status);
  return found == kStatusNames.end() ? "Unknown" : found->name;
}

}  // namespace

HttpResponse plain_response(int status, std::string_view text) {
  HttpResponse response;
  response.status = status;
  response.body = fmt::format("{} {}: {}\n", status, status_name(status), text);
  return response;
}

std::string response_bytes(const HttpResponse& response, bool with_body, bool keep_alive) {
  std::string bytes = fmt::format(
      "HTTP/1.1 {} {}\r\n"
      "Content-Type: {}\r\n"
      "Content-Length: {}\r\n"
      "Cache-Control: no-store\r\n"
      "X-Content-Type-Options: nosniff\r\n"
      "Cross-Origin-Resource-Policy: same-origin\r\n"
      "Connection: {}\r\n",
      response.status, status_name(response.status), response.media_type, response.body.size(),
      keep_alive ? "keep-alive" : "close");
  for (const auto& [name, value] : response.headers)
    bytes += fmt::format("{}: {}\r\n", name, value);
  bytes += "\r\n";
  if (with_body) bytes += response.body;
  return bytes;
}

}  // namespace runbookc
