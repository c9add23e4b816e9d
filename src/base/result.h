// Result<T>: a value, or the reason why the environment or the configuration refused it.
//
// Used for failures that end a run (exit code 2). A problem in a document is never an Error: it is
// a Diagnostic (see diag/diagnostic.h), and the run goes on.
#pragma once

#include <cassert>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace runbookc {

// A place in a file, 1-based, columns in code points: where an Error stands.
struct FilePlace {
  std::string path;  // relative to the project root, or as a person named it
  std::uint32_t line = 1;
  std::uint32_t column = 1;

  friend bool operator==(const FilePlace&, const FilePlace&) = default;
};

// What went wrong, for a person: `message` states the fact in lower case without a full stop,
// `help` (possibly empty) the remedy, `place` where to look. Neither text repeats the place.
struct Error {
  std::string message;
  std::string help;
  std::optional<FilePlace> place = {};
  std::vector<Error> others = {};  // more faults of the kind, told after this one

  friend bool operator==(const Error& a, const Error& b) {
    return a.message == b.message && a.help == b.help && a.place == b.place && a.others == b.others;
  }
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
