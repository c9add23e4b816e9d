#include "serve/http_server.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <catch2/catch.hpp>
#include <list>

namespace runbookc {
namespace {

using std::chrono::seconds;
const HttpServer::Time kStart = std::chrono::steady_clock::now();

// A connection as a browser has it.
class Browser {
 public:
  explicit Browser(std::uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    REQUIRE(::connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0);
  }
  Browser(const Browser&) = delete;
  Browser& operator=(const Browser&) = delete;
  ~Browser() { ::close(socket_); }

  void send(std::string_view bytes) const {
    REQUIRE(::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL) ==
            static_cast<ssize_t>(bytes.size()));
  }
  void end_input() const { ::shutdown(socket_, SHUT_WR); }

  // What has arrived so far.
  std::string received() {
    for (;;) {
      std::array<char, 65536> buffer{};
      const ssize_t count = ::recv(socket_, buffer.data(), buffer.size(), MSG_DONTWAIT);
      if (count == 0 || (count < 0 && errno == ECONNRESET)) is_closed_ = true;
      if (count <= 0) return text_;
      text_.append(buffer.data(), static_cast<std::size_t>(count));
    }
  }
  bool is_closed() {
    received();
    return is_closed_;
  }

 private:
  int socket_;
  std::string text_;
  bool is_closed_ = false;
};

// A server whose clock the test moves.
struct TestServer {
  TestServer() {
    auto started = HttpServer::start(0, [this](const HttpRequest& request, bool may_wait) {
      ++asked;
      if (request.path == "/wait" && may_wait && !ready) return std::optional<HttpResponse>();
      HttpResponse response;
      response.body = request.path == "/large" ? std::string(8'000'000, 'x') : "at " + request.path;
      return std::optional(response);
    });
    if (!started) FAIL(started.error().message);
    server.emplace(std::move(*started));
  }

  std::string request(std::string_view path, std::string_view method = "GET") const {
    return std::string(method) + " " + std::string(path) +
           " HTTP/1.1\r\nHost: localhost:" + std::to_string(server->port()) + "\r\n\r\n";
  }
  // Lets all that is on its way arrive.
  void work(HttpServer::Time time = kStart) {
    for (int quiet = 0; quiet < 3;) {
      pollfd ready_to_serve{server->descriptor(), POLLIN, 0};
      quiet = ::poll(&ready_to_serve, 1, 5) == 1 ? 0 : quiet + 1;
      server->serve(time);
    }
  }

  bool ready = false;
  int asked = 0;
  std::optional<HttpServer> server;
};

bool has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("requests on a connection are answered one after the other") {
  TestServer test;
  Browser browser(test.server->port());
  browser.send(test.request("/one") + test.request("/two"));
  test.work();
  CHECK(has(browser.received(), "at /one"));
  CHECK(browser.received().ends_with("at /two"));
  CHECK_FALSE(browser.is_closed());
}

TEST_CASE("a request may arrive in pieces") {
  TestServer test;
  Browser browser(test.server->port());
  const std::string request = test.request("/one");
  browser.send(request.substr(0, 10));
  test.work();
  CHECK(browser.received().empty());
  browser.send(request.substr(10));
  test.work();
  CHECK(has(browser.received(), "at /one"));
}

TEST_CASE("who stops sending still gets the answer") {
  TestServer test;
  Browser browser(test.server->port());
  browser.send(test.request("/one"));
  browser.end_input();
  test.work();
  CHECK(has(browser.received(), "at /one"));
  CHECK(browser.is_closed());
}

TEST_CASE("HEAD gets no body, other methods are not allowed") {
  TestServer test;
  Browser head(test.server->port());
  head.send(test.request("/one", "HEAD"));
  Browser post(test.server->port());
  post.send(test.request("/one", "POST"));
  test.work();
  CHECK(has(head.received(), "Content-Length: 7"));
  CHECK_FALSE(has(head.received(), "at /one"));
  CHECK(post.received().starts_with("HTTP/1.1 405 "));
  CHECK(has(post.received(), "\r\nAllow: GET, HEAD\r\n"));
  CHECK(test.asked == 1);
}

TEST_CASE("a request for another host is refused before it is looked at") {
  TestServer test;
  Browser rebound(test.server->port());
  rebound.send("GET / HTTP/1.1\r\nHost: evil.example:" + std::to_string(test.server->port()) +
               "\r\n\r\n");
  Browser nameless(test.server->port());
  nameless.send("GET / HTTP/1.1\r\n\r\n");
  test.work();
  CHECK(rebound.received().starts_with("HTTP/1.1 403 "));
  CHECK(nameless.received().starts_with("HTTP/1.1 403 "));
  CHECK(test.asked == 0);
}

TEST_CASE("what is no request ends its connection") {
  TestServer test;
  Browser browser(test.server->port());
  browser.send("hello\r\n\r\n" + test.request("/one"));
  test.work();
  CHECK(browser.received().starts_with("HTTP/1.1 400 "));
  CHECK(browser.is_closed());
  CHECK(test.asked == 0);
}

TEST_CASE("a large answer waits for a slow reader, and keeps nobody waiting") {
  TestServer test;
  Browser slow(test.server->port());
  slow.send(test.request("/large"));
  test.work();
  Browser quick(test.server->port());
  quick.send(test.request("/one"));
  test.work();
  CHECK(has(quick.received(), "at /one"));
  for (int i = 0; i < 500 && slow.received().size() < 8'000'000; ++i) test.server->serve(kStart);
  CHECK(slow.received().ends_with("xxx"));
  CHECK(slow.received().size() > 8'000'000);
}

TEST_CASE("a question waits until there is an answer") {
  TestServer test;
  Browser browser(test.server->port());
  browser.send(test.request("/wait"));
  test.work();
  test.server->wake(kStart);
  CHECK(browser.received().empty());
  test.ready = true;
  test.server->wake(kStart);
  CHECK(has(browser.received(), "at /wait"));
}

TEST_CASE("a question is answered in time, answer or not") {
  TestServer test;
  Browser browser(test.server->port());
  browser.send(test.request("/wait"));
  test.work();
  REQUIRE(test.server->due());
  CHECK(*test.server->due() == kStart + HttpServer::kLongestWait);
  test.work(kStart + HttpServer::kLongestWait);
  CHECK(has(browser.received(), "at /wait"));
  CHECK_FALSE(browser.is_closed());
}

TEST_CASE("waiting questions leave a browser connections for its pages") {
  TestServer test;
  std::list<Browser> browsers;
  for (std::size_t i = 0; i < HttpServer::kMostWaiting; ++i) {
    browsers.emplace_back(test.server->port()).send(test.request("/wait"));
  }
  test.work();
  for (Browser& browser : browsers) CHECK(browser.received().empty());
  Browser& last = browsers.emplace_back(test.server->port());
  last.send(test.request("/wait"));
  test.work();
  CHECK(has(last.received(), "at /wait"));
}

TEST_CASE("who asked and went away no longer counts as waiting") {
  TestServer test;
  for (std::size_t i = 0; i < 3 * HttpServer::kMostWaiting; ++i) {
    Browser browser(test.server->port());
    browser.send(test.request("/wait"));
    test.work();
    CHECK(browser.received().empty());
  }
}

TEST_CASE("connections that say nothing give way to new ones") {
  TestServer test;
  std::list<Browser> idle;
  for (std::size_t i = 0; i < 2 * HttpServer::kMostConnections; ++i) {
    idle.emplace_back(test.server->port());
    test.server->serve(kStart);
  }
  Browser browser(test.server->port());
  browser.send(test.request("/one"));
  test.work();
  CHECK(has(browser.received(), "at /one"));
  CHECK(idle.front().is_closed());
}

TEST_CASE("a request that never ends, and a connection that says nothing, are ended") {
  TestServer test;
  Browser slow(test.server->port());
  slow.send("GET / HTTP/1.1\r\n");
  Browser silent(test.server->port());
  test.work();
  test.work(kStart + HttpServer::kPatience);
  CHECK(slow.is_closed());
  CHECK_FALSE(silent.is_closed());
  test.work(kStart + HttpServer::kLongestIdle);
  CHECK(silent.is_closed());
  CHECK_FALSE(test.server->due());
}

TEST_CASE("a port that is taken is told, with what to do") {
  TestServer test;
  const auto second = HttpServer::start(
      test.server->port(), [](const HttpRequest&, bool) { return std::optional<HttpResponse>(); });
  REQUIRE_FALSE(second);
  CHECK(second.error().message ==
        "port " + std::to_string(test.server->port()) + " is taken by another program");
  CHECK(second.error().help.find("--port") != std::string::npos);
}

}  // namespace runbookc
