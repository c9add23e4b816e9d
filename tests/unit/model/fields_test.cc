#include "model/fields.h"

#include <catch2/catch.hpp>
#include <cstddef>
#include <string_view>

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

// A compiler writes a number of an enumeration as a cast, unless it has a name.
template <auto kValue>
bool has_name() {
  return std::string_view(__PRETTY_FUNCTION__).find("kValue = (") == std::string_view::npos;
}

template <typename E>
constexpr E past_last() {
  return static_cast<E>(static_cast<int>(fields::kLast<E>) + 1);
}

}  // namespace

TEMPLATE_TEST_CASE("readers know the last value of every enumeration", "", Value::Kind, BlockKind,
                   CodeRole, LinkKind, DirectiveKind, Risk, SyntaxVerdict, ProblemKind,
                   RelocationKind) {
  CHECK(has_name<fields::kLast<TestType>>());
  CHECK_FALSE(has_name<past_last<TestType>()>());
}

TEMPLATE_TEST_CASE("every member of a type is in its list of fields", "", Position, Span, Value,
                   Member, FrontMatter, Block, Section, Step, CodeBlock, Link, UndefinedReference,
                   NamedAnchor, Placeholder, Command, MessageTemplate, Problem, Relocation,
                   Document) {
  CHECK(listed_count<TestType>() == member_count<TestType>());
}
