#include "serve/http_request.h"

#include <algorithm>
#include <optional>

#include "base/path.h"
#include "base/text.h"

namespace runbookc {
namespace {

constexpr int kBadRequest = 400;
constexpr int kHeadTooLarge = 431;
constexpr int kVersionNotSupported = 505;
constexpr std::string_view kLineEnd = "\r\n";
constexpr std::string_view kHeadEnd = "\r\n\r\n";

bool is_token_char(char c) {
  constexpr std::string_view kOthers = "!#$%&'*+-.^_`|~";
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         kOthers.find(c) != std::string_view::npos;
}

bool is_token(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, is_token_char);
}

bool has_control(std::string_view text) {
  return std::ranges::any_of(
      text, [](char c) { return static_cast<unsigned char>(c) < ' ' || c == '\x7f'; });
}

// 0, or the status that refuses the line.
int read_request_line(std::string_view line, HttpRequest& request) {
  const auto words = split(line, ' ');
  if (words.size() != 3 || !is_token(words[0]) || !words[1].starts_with('/')) return kBadRequest;
  if (has_control(words[1])) return kBadRequest;
  if (words[2] != "HTTP/1.1" && words[2] != "HTTP/1.0") {
    return words[2].starts_with("HTTP/") ? kVersionNotSupported : kBadRequest;
  }
  const std::string_view target = words[1].substr(0, words[1].find('#'));
  const auto question = target.find('?');
  request.method = words[0];
  request.path = percent_decode(target.substr(0, question));
  request.query = question == std::string_view::npos ? "" : target.substr(question + 1);
  request.keep_alive = words[2] == "HTTP/1.1";
  return 0;
}

// What the headers say of the whole message.
class HeaderReader {
 public:
  explicit HeaderReader(HttpRequest& request) : request_(request) {}

  // 0, or the status that refuses the line.
  int read(std::string_view line) {
    const auto colon = line.find(':');
    if (colon == std::string_view::npos || !is_token(line.substr(0, colon))) return kBadRequest;
    const std::string_view name = line.substr(0, colon);
    const std::string_view value = trim(line.substr(colon + 1));
    if (std::ranges::any_of(value, [](char c) { return c == '\0' || c == '\r' || c == '\n'; })) {
      return kBadRequest;
    }
    if (equals_ignoring_case(name, "transfer-encoding")) return kBadRequest;
    if (equals_ignoring_case(name, "content-length")) return value == "0" ? 0 : kBadRequest;
    if (equals_ignoring_case(name, "connection")) return read_connection(value);
    return equals_ignoring_case(name, "host") ? read_host(value) : 0;
  }

 private:
  int read_connection(std::string_view value) {
    for (const std::string_view option : split(value, ',')) {
      if (equals_ignoring_case(trim(option), "close")) request_.keep_alive = false;
    }
    return 0;
  }

  // Two of them would let one be checked and the other be meant.
  int read_host(std::string_view value) {
    if (has_host_) return kBadRequest;
    has_host_ = true;
    request_.host = value;
    return 0;
  }

  HttpRequest& request_;
  bool has_host_ = false;
};

int read_lines(std::string_view head, HttpRequest& request) {
  const auto first = head.find(kLineEnd);
  if (const int fault = read_request_line(head.substr(0, first), request); fault != 0) return fault;
  HeaderReader headers(request);
  std::string_view rest = first == std::string_view::npos ? "" : head.substr(first + 2);
  while (!rest.empty()) {
    const auto end = rest.find(kLineEnd);
    if (const int fault = headers.read(rest.substr(0, end)); fault != 0) return fault;
    rest = end == std::string_view::npos ? "" : rest.substr(end + 2);
  }
  return 0;
}

}  // namespace

RequestHead read_request_head(std::string_view bytes) {
  RequestHead head;
  const auto end = bytes.substr(0, kMostHeadBytes).find(kHeadEnd);
  if (end == std::string_view::npos) {
    if (bytes.size() < kMostHeadBytes) return head;
    head.size = bytes.size();
    head.fault = kHeadTooLarge;
    return head;
  }
  head.size = end + kHeadEnd.size();
  head.fault = read_lines(bytes.substr(0, end), head.request);
  return head;
}

std::string query_value(std::string_view query, std::string_view name) {
  for (const std::string_view pair : split(query, '&')) {
    const auto equals = pair.find('=');
    if (equals == std::string_view::npos || pair.substr(0, equals) != name) continue;
    return percent_decode(pair.substr(equals + 1));
  }
  return "";
}

}  // namespace runbookc
