// A small HTTP server for one person's browser: it answers GET and HEAD from memory.
//
// All happens on the caller's thread, in serve(), which never blocks: no connection can keep
// another one waiting, and the answers need no locks. What a stranger could ask for without end is
// bounded: connections, the size of a request, the time that one may take, and how many requests
// wait. Not thread-safe.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>

#include "base/result.h"
#include "serve/http_request.h"
#include "serve/http_response.h"

namespace runbookc {

class HttpServer {
 public:
  using Time = std::chrono::steady_clock::time_point;

  // Answers a GET or HEAD request that names this machine. Nothing, if `may_wait`, is an answer
  // still to come: it is asked again by wake(), and without `may_wait` after kLongestWait.
  using Handler = std::function<std::optional<HttpResponse>(const HttpRequest&, bool may_wait)>;

  static constexpr std::size_t kMostConnections = 64;
  // Browsers open six connections to a server. Requests beyond these may not wait, so that waiting
  // ones never take them all.
  static constexpr std::size_t kMostWaiting = 4;
  static constexpr auto kLongestWait = std::chrono::seconds(25);
  // For a request to arrive, once begun, and for an answer to be taken.
  static constexpr auto kPatience = std::chrono::seconds(10);
  static constexpr auto kLongestIdle = std::chrono::seconds(60);

  // Listens at `port` of loopback (0: any free one).
  static Result<HttpServer> start(std::uint16_t port, Handler handler);
  HttpServer(HttpServer&&) noexcept;
  HttpServer& operator=(HttpServer&&) noexcept;
  ~HttpServer();

  std::uint16_t port() const;
  int descriptor() const;  // readable when serve() has something to do
  // When serve() must be called, if not before; nothing if there is no connection.
  std::optional<Time> due() const;
  void serve(Time now);
  // What is answered has changed: asks again for what waits.
  void wake(Time now);

 private:
  class Impl;
  explicit HttpServer(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace runbookc
