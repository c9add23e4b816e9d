#include "serve/listener.h"

#include <arpa/inet.h>
#include <fmt/format.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

namespace runbookc {
namespace {

constexpr int kBacklog = 64;

int new_socket(int family) {
  const int descriptor = ::socket(family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
  const int on = 1;
  // A port whose last connections are still fading away may be taken again.
  if (descriptor >= 0) ::setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
  return descriptor;
}

// The socket, or the errno as a negative number.
template <typename Address>
int listen_at(int descriptor, const Address& address) {
  if (descriptor < 0) return -errno;
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): what bind() asks for
  const auto* generic = reinterpret_cast<const sockaddr*>(&address);
  if (::bind(descriptor, generic, sizeof address) == 0 && ::listen(descriptor, kBacklog) == 0) {
    return descriptor;
  }
  const int error = errno;
  ::close(descriptor);
  return -error;
}

int listen_on_4(std::uint16_t port) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  return listen_at(new_socket(AF_INET), address);
}

int listen_on_6(std::uint16_t port) {
  const int descriptor = new_socket(AF_INET6);
  const int on = 1;
  if (descriptor >= 0) ::setsockopt(descriptor, IPPROTO_IPV6, IPV6_V6ONLY, &on, sizeof on);
  sockaddr_in6 address{};
  address.sin6_family = AF_INET6;
  address.sin6_port = htons(port);
  address.sin6_addr = in6addr_loopback;
  return listen_at(descriptor, address);
}

Error no_port(std::uint16_t port, int error) {
  if (error == EADDRINUSE) {
    return {fmt::format("port {} is taken by another program", port),
            "end that program, or choose another port with --port (0: any free one)"};
  }
  if (error == EACCES) {
    return {fmt::format("port {} is not for this user", port), "choose one above 1023 with --port"};
  }
  return {
      fmt::format("cannot listen on 127.0.0.1:{}: {}", port, std::system_category().message(error)),
      ""};
}

}  // namespace

Result<LoopbackListener> LoopbackListener::open(std::uint16_t port) {
  LoopbackListener listener;
  const int first = listen_on_4(port);
  if (first < 0) return no_port(port, -first);
  listener.sockets_.push_back(first);
  // There may be no IPv6, and `::1` may be another program's: the address that we tell is the
  // other.
  const int second = listen_on_6(listener.port());
  if (second >= 0) listener.sockets_.push_back(second);
  return listener;
}

LoopbackListener::~LoopbackListener() {
  for (const int descriptor : sockets_) ::close(descriptor);
}

std::uint16_t LoopbackListener::port() const {
  sockaddr_in address{};
  socklen_t size = sizeof address;
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): what getsockname() asks for
  auto* generic = reinterpret_cast<sockaddr*>(&address);
  if (::getsockname(sockets_.front(), generic, &size) != 0) return 0;
  return ntohs(address.sin_port);
}

}  // namespace runbookc
