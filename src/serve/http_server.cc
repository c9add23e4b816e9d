#include "serve/http_server.h"

#include <fmt/format.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <map>
#include <system_error>
#include <utility>
#include <vector>

#include "serve/connection.h"
#include "serve/listener.h"
#include "serve/local_host.h"

namespace runbookc {
namespace {

constexpr int kForbidden = 403;
constexpr int kNotAllowed = 405;
constexpr std::size_t kEventsAtOnce = 64;

HttpResponse refusal(int status) {
  return plain_response(status, "this server takes plain GET and HEAD requests only");
}

HttpResponse wrong_method() {
  HttpResponse response = refusal(kNotAllowed);
  response.headers.emplace_back("Allow", "GET, HEAD");
  return response;
}

}  // namespace

// A connection with the request that it has to be answered, if it waits.
struct Client {
  Client(int socket, HttpServer::Time now) : connection(socket, now) {}

  Connection connection;
  HttpRequest request;
};

class HttpServer::Impl {
 public:
  Impl(LoopbackListener listener, int poll, Handler handler)
      : listener_(std::move(listener)), poll_(poll), handler_(std::move(handler)) {}
  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;
  ~Impl() { ::close(poll_); }

  bool listen();
  std::uint16_t port() const { return listener_.port(); }
  int poll() const { return poll_; }
  std::optional<Time> due() const;
  void serve(Time now);
  void wake(Time now);

 private:
  using Clients = std::map<int, std::unique_ptr<Client>>;  // by socket

  bool watch(int operation, int descriptor, std::uint32_t events) const;
  bool is_listening(int descriptor) const;
  void accept_all(int listening, Time now);
  bool make_room();
  void get_on(Client& client, std::uint32_t events, Time now);
  void answer_requests(Client& client, Time now);
  void answer(Client& client, bool may_wait, Time now);
  static void send(Client& client, const HttpResponse& response, Time now);
  void settle(int socket);
  void end_overdue(Time now);
  static Time limit_of(const Connection& connection);
  std::size_t waiting() const;
  std::vector<int> waiting_sockets() const;

  LoopbackListener listener_;
  int poll_;
  Handler handler_;
  Clients clients_;
};

bool HttpServer::Impl::watch(int operation, int descriptor, std::uint32_t events) const {
  epoll_event event{};
  event.events = events;
  event.data.fd = descriptor;
  return ::epoll_ctl(poll_, operation, descriptor, &event) == 0;
}

bool HttpServer::Impl::listen() {
  return std::ranges::all_of(listener_.sockets(), [this](int descriptor) {
    return watch(EPOLL_CTL_ADD, descriptor, EPOLLIN);
  });
}

bool HttpServer::Impl::is_listening(int descriptor) const {
  return std::ranges::find(listener_.sockets(), descriptor) != listener_.sockets().end();
}

void HttpServer::Impl::accept_all(int listening, Time now) {
  for (;;) {
    const int socket = ::accept4(listening, nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC);
    if (socket < 0) {
      if (errno == EINTR || errno == ECONNABORTED) continue;
      // Without a descriptor for the next one, an idle one is given up.
      if ((errno == EMFILE || errno == ENFILE) && make_room()) continue;
      return;
    }
    auto client = std::make_unique<Client>(socket, now);
    if (clients_.size() >= kMostConnections && !make_room()) continue;
    if (watch(EPOLL_CTL_ADD, socket, EPOLLIN)) clients_.emplace(socket, std::move(client));
  }
}

// Ends the connection that has been doing nothing, or else has been asking, for the longest time.
bool HttpServer::Impl::make_room() {
  const auto rank = [](const Clients::value_type& entry) {
    const Connection& connection = entry.second->connection;
    const int busy = connection.state() == ConnectionState::reading ? 1 : 2;
    return std::pair(connection.is_idle() ? 0 : busy, connection.since());
  };
  const auto oldest = std::ranges::min_element(clients_, {}, rank);
  if (oldest == clients_.end() || rank(*oldest).first > 1) return false;
  clients_.erase(oldest);
  return true;
}

void HttpServer::Impl::send(Client& client, const HttpResponse& response, Time now) {
  const HttpRequest& request = client.request;
  client.connection.answer(response_bytes(response, request.method != "HEAD", request.keep_alive),
                           !request.keep_alive, now);
}

void HttpServer::Impl::answer(Client& client, bool may_wait, Time now) {
  const auto response = handler_(client.request, may_wait);
  if (response) {
    send(client, *response, now);
  } else if (client.connection.state() != ConnectionState::waiting) {
    client.connection.wait(now);
  }
}

void HttpServer::Impl::answer_requests(Client& client, Time now) {
  while (client.connection.state() == ConnectionState::reading) {
    RequestHead head = client.connection.take_request();
    if (head.size == 0) return;
    client.request = std::move(head.request);
    if (head.fault != 0) {
      client.request.keep_alive = false;
      send(client, refusal(head.fault), now);
    } else if (!names_loopback(client.request.host, port())) {
      send(client,
           plain_response(kForbidden, "this server answers to localhost and 127.0.0.1 only"), now);
    } else if (client.request.method != "GET" && client.request.method != "HEAD") {
      send(client, wrong_method(), now);
    } else {
      answer(client, waiting() < kMostWaiting, now);
    }
  }
}

void HttpServer::Impl::get_on(Client& client, std::uint32_t events, Time now) {
  if (client.connection.state() == ConnectionState::writing) {
    client.connection.send_more(now);
  } else if ((events & (EPOLLIN | EPOLLHUP | EPOLLERR)) != 0) {
    client.connection.receive(now);
  }
  answer_requests(client, now);
}

// Drops a finished connection; else has it watched for what it waits for.
void HttpServer::Impl::settle(int socket) {
  const auto client = clients_.find(socket);
  if (client == clients_.end()) return;
  const ConnectionState state = client->second->connection.state();
  if (state == ConnectionState::finished ||
      !watch(EPOLL_CTL_MOD, socket, state == ConnectionState::writing ? EPOLLOUT : EPOLLIN)) {
    clients_.erase(client);
  }
}

void HttpServer::Impl::serve(Time now) {
  std::array<epoll_event, kEventsAtOnce> events{};
  const int count = ::epoll_wait(poll_, events.data(), static_cast<int>(events.size()), 0);
  for (int i = 0; i < count; ++i) {
    const int descriptor = events.at(static_cast<std::size_t>(i)).data.fd;
    if (is_listening(descriptor)) {
      accept_all(descriptor, now);
      continue;
    }
    const auto client = clients_.find(descriptor);
    if (client == clients_.end()) continue;
    get_on(*client->second, events.at(static_cast<std::size_t>(i)).events, now);
    settle(descriptor);
  }
  end_overdue(now);
}

HttpServer::Time HttpServer::Impl::limit_of(const Connection& connection) {
  if (connection.state() == ConnectionState::waiting) return connection.since() + kLongestWait;
  return connection.since() +
         (connection.is_idle() ? Time::duration(kLongestIdle) : Time::duration(kPatience));
}

std::optional<HttpServer::Time> HttpServer::Impl::due() const {
  std::optional<Time> first;
  for (const auto& [socket, client] : clients_) {
    const Time limit = limit_of(client->connection);
    if (!first || limit < *first) first = limit;
  }
  return first;
}

void HttpServer::Impl::end_overdue(Time now) {
  std::vector<int> overdue;
  for (const auto& [socket, client] : clients_) {
    if (limit_of(client->connection) <= now) overdue.push_back(socket);
  }
  for (const int socket : overdue) {
    Client& client = *clients_.at(socket);
    if (client.connection.state() != ConnectionState::waiting) {
      clients_.erase(socket);
      continue;
    }
    answer(client, false, now);
    answer_requests(client, now);
    settle(socket);
  }
}

std::vector<int> HttpServer::Impl::waiting_sockets() const {
  std::vector<int> sockets;
  for (const auto& [socket, client] : clients_) {
    if (client->connection.state() == ConnectionState::waiting) sockets.push_back(socket);
  }
  return sockets;
}

std::size_t HttpServer::Impl::waiting() const { return waiting_sockets().size(); }

void HttpServer::Impl::wake(Time now) {
  for (const int socket : waiting_sockets()) {
    Client& client = *clients_.at(socket);
    answer(client, true, now);
    answer_requests(client, now);
    settle(socket);
  }
}

Result<HttpServer> HttpServer::start(std::uint16_t port, Handler handler) {
  auto listener = LoopbackListener::open(port);
  if (!listener) return listener.error();
  const int poll = ::epoll_create1(EPOLL_CLOEXEC);
  if (poll < 0) {
    return Error{fmt::format("cannot wait for requests: {}", std::system_category().message(errno)),
                 ""};
  }
  auto impl = std::make_unique<Impl>(*std::move(listener), poll, std::move(handler));
  if (!impl->listen()) {
    return Error{fmt::format("cannot wait for requests: {}", std::system_category().message(errno)),
                 ""};
  }
  return HttpServer(std::move(impl));
}

HttpServer::HttpServer(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
HttpServer::HttpServer(HttpServer&&) noexcept = default;
HttpServer& HttpServer::operator=(HttpServer&&) noexcept = default;
HttpServer::~HttpServer() = default;

std::uint16_t HttpServer::port() const { return impl_->port(); }
int HttpServer::descriptor() const { return impl_->poll(); }
std::optional<HttpServer::Time> HttpServer::due() const { return impl_->due(); }
void HttpServer::serve(Time now) { impl_->serve(now); }
void HttpServer::wake(Time now) { impl_->wake(now); }

}  // namespace runbookc
