// Result<T>: a value, or the reason why the environment or the configuration refused it.
//
// Used for failures that end a run (exit code 2). A problem in a document is never an Error: it is
// a Diagnostic (see diag/diagnostic.h), and the run goes on.
#pragma once

#include <cassert>
#include <string>
#include <utility>
#include <variant>

namespace runbookc {

// What went wrong, for a person: `message` states the fact in lower case without a full stop,
// `help` (possibly empty) the remedy.
struct Error {
  std::string message;
  std::string help;

  friend bool operator==(const Error&, const Error&) = default;
};

template <typename T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}      // NOLINT(*-explicit-*)
  Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}  // NOLINT(*-explicit-*)

  bool ok() const { return state_.index() == 0; }
  explicit operator bool() const { return ok(); }

  // Precondition of each: ok().
  const T& value() const& { return get<0>(state_); }
  T& value() & { return get<0>(state_); }
  // By value, so that `for (auto& x : *list())` does not outlive what it walks over.
  T value() && { return get<0>(std::move(state_)); }
  const T& operator*() const& { return value(); }
  T& operator*() & { return value(); }
  T operator*() && { return std::move(*this).value(); }
  const T* operator->() const { return &value(); }
  T* operator->() { return &value(); }

  // Precondition: !ok().
  const Error& error() const { return get<1>(state_); }

 private:
  std::variant<T, Error> state_;
};

struct Done {
  friend bool operator==(const Done&, const Done&) = default;
};

// The outcome of an action that yields nothing.
using Status = Result<Done>;

}  // namespace runbookc
