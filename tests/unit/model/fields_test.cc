#include "model/fields.h"

#include <catch2/catch.hpp>
#include <cstddef>

using namespace runbookc;

namespace {

// Stands for a value of any type, but is not one itself.
struct Anything {
  template <typename T>
  operator T() const;  // NOLINT(*-explicit-*)
};

template <typename T, typename... Given>
constexpr std::size_t member_count() {
  if constexpr (requires { T{Given{}..., Anything{}}; }) {
    return member_count<T, Given..., Anything>();
  } else {
    return sizeof...(Given);
  }
}

struct Counter {
  std::size_t count = 0;
  template <typename... T>
  void operator()(const T&...) {
    count = sizeof...(T);
  }
};

template <typename T>
std::size_t listed_count() {
  Counter counter;
  const T object{};
  fields::visit(counter, object);
  return counter.count;
}

}  // namespace

TEMPLATE_TEST_CASE("every member of a type is in its list of fields", "", Position, Span, Value,
                   Member, FrontMatter, Block, Section, Step, CodeBlock, Link, UndefinedReference,
                   NamedAnchor, Placeholder, Command, MessageTemplate, Problem, Relocation,
                   Document) {
  CHECK(listed_count<TestType>() == member_count<TestType>());
}
