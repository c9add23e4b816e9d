// The wish of a person, or of the system, that the program end.
#pragma once

#include "base/result.h"

namespace runbookc {

// While it lives, Ctrl-C and requests to end (SIGINT, SIGTERM, SIGHUP) do not end the program but
// make `descriptor` readable. Make it on the main thread, before others are started.
class Interrupt {
 public:
  static Result<Interrupt> watch();
  Interrupt(Interrupt&& other) noexcept;
  Interrupt& operator=(Interrupt&&) = delete;
  ~Interrupt();

  int descriptor() const { return descriptor_; }

 private:
  explicit Interrupt(int descriptor) : descriptor_(descriptor) {}

  int descriptor_;
};

}  // namespace runbookc
