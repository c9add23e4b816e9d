// Sockets that listen on loopback only.
#pragma once

#include <cstdint>
#include <vector>

#include "base/result.h"

namespace runbookc {

// Owns its sockets. They do not block.
class LoopbackListener {
 public:
  // Listens at 127.0.0.1, and at ::1 where that is to be had. Port 0 is any free one. An Error if
  // another program has the port, or if it is not for this user.
  static Result<LoopbackListener> open(std::uint16_t port);
  LoopbackListener(LoopbackListener&& other) noexcept { sockets_.swap(other.sockets_); }
  LoopbackListener& operator=(LoopbackListener&& other) noexcept {
    sockets_.swap(other.sockets_);
    return *this;
  }
  ~LoopbackListener();

  const std::vector<int>& sockets() const { return sockets_; }
  std::uint16_t port() const;

 private:
  LoopbackListener() = default;

  std::vector<int> sockets_;
};

}  // namespace runbookc
