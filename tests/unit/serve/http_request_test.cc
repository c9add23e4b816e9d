#include "serve/http_request.h"

#include <catch2/catch.hpp>

namespace runbookc {
namespace {

int fault_of(std::string_view bytes) {
  const RequestHead head = read_request_head(bytes);
  CHECK(head.size > 0);
  return head.fault;
}

}  // namespace

TEST_CASE("a request's head is read up to its empty line") {
  const std::string bytes =
      "GET /db/fail%20over.html?page=a&path=%2Fx HTTP/1.1\r\nHost: localhost:8000\r\n"
      "User-Agent: x\r\n\r\nGET /next";
  const RequestHead head = read_request_head(bytes);
  CHECK(head.fault == 0);
  CHECK(bytes.substr(head.size) == "GET /next");
  CHECK(head.request.method == "GET");
  CHECK(head.request.path == "/db/fail over.html");
  CHECK(head.request.query == "page=a&path=%2Fx");
  CHECK(head.request.host == "localhost:8000");
  CHECK(head.request.keep_alive);
}

TEST_CASE("half a head is waited for") {
  CHECK(read_request_head("").size == 0);
  CHECK(read_request_head("GET / HTTP/1.1\r\nHost: localhost:1\r\n").size == 0);
}

TEST_CASE("a head without end is refused") {
  CHECK(fault_of("GET /" + std::string(kMostHeadBytes, 'a')) == 431);
  CHECK(fault_of("GET /" + std::string(kMostHeadBytes, 'a') + " HTTP/1.1\r\n\r\n") == 431);
}

TEST_CASE("a connection is kept as the request says") {
  CHECK_FALSE(read_request_head("GET / HTTP/1.0\r\n\r\n").request.keep_alive);
  CHECK_FALSE(
      read_request_head("GET / HTTP/1.1\r\nConnection: x, Close\r\n\r\n").request.keep_alive);
  CHECK(read_request_head("GET / HTTP/1.1\r\nconnection: keep-alive\r\n\r\n").request.keep_alive);
}

TEST_CASE("what is not plainly a request is refused") {
  CHECK(fault_of("\r\n\r\n") == 400);
  CHECK(fault_of("GET /\r\n\r\n") == 400);
  CHECK(fault_of("GET  / HTTP/1.1\r\n\r\n") == 400);
  CHECK(fault_of("GET http://localhost/ HTTP/1.1\r\n\r\n") == 400);
  CHECK(fault_of("G(T / HTTP/1.1\r\n\r\n") == 400);
  CHECK(fault_of("GET /\x01 HTTP/1.1\r\n\r\n") == 400);
  CHECK(fault_of("GET / FTP/1.1\r\n\r\n") == 400);
  CHECK(fault_of("GET / HTTP/2.0\r\n\r\n") == 505);
  CHECK(fault_of("GET / HTTP/1.1\r\nHost localhost\r\n\r\n") == 400);
  CHECK(fault_of("GET / HTTP/1.1\r\nHost : localhost\r\n\r\n") == 400);
  CHECK(fault_of("GET / HTTP/1.1\r\nX: a\r\n folded: b\r\n\r\n") == 400);
  CHECK(fault_of("GET / HTTP/1.1\r\nX: a\nHost: evil\r\n\r\n") == 400);
}

TEST_CASE("of two hosts one might be checked and the other be meant") {
  CHECK(fault_of("GET / HTTP/1.1\r\nHost: localhost:1\r\nhost: evil\r\n\r\n") == 400);
}

TEST_CASE("no request of ours has a body") {
  CHECK(fault_of("GET / HTTP/1.1\r\nContent-Length: 5\r\n\r\n") == 400);
  CHECK(fault_of("GET / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n") == 400);
  CHECK(fault_of("GET / HTTP/1.1\r\nContent-Length: 0\r\n\r\n") == 0);
}

TEST_CASE("a value of a query is found by its name and decoded") {
  CHECK(query_value("path=%2Fdb%2F&page=a", "path") == "/db/");
  CHECK(query_value("path=%2Fdb%2F&page=a", "page") == "a");
  CHECK(query_value("xpath=1", "path").empty());
  CHECK(query_value("path", "path").empty());
  CHECK(query_value("", "path").empty());
}

}  // namespace runbookc
