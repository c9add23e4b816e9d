// Patterns of schemas and of the project file: what is not too long is taken or refused, within so
// much memory.
#include <catch2/catch.hpp>
#include <string>

#include "hostile/work_counter.h"
#include "schema/pattern.h"

using namespace runbookc;

namespace {

constexpr std::size_t kMost = Pattern::kMostBytes;
constexpr std::uint64_t kMemory = std::uint64_t{128} << 20U;  // in all, not at once

std::string filled(std::string_view repeated) {
  std::string text;
  while (text.size() + repeated.size() <= kMost) text += repeated;
  return text;
}

std::string nested(const std::string& before, const std::string& after) {
  std::string text = "a";
  while (text.size() + before.size() + after.size() <= kMost) {
    text = before + text;
    text += after;
  }
  return text;
}

}  // namespace

TEST_CASE("the longest pattern costs no more than so much memory") {
  const std::string pattern =
      GENERATE(filled("a"), filled("a?"), filled("(a|b)"), filled("(a*)*"), filled("a|"),
               filled("[a-z]{1,9}"), filled("\\p{L}"), filled("."), filled("a{1000}"), filled("["),
               filled("("), filled("\\"), filled("(?:"), nested("(", ")"), nested("(?:", ")*"),
               nested("(", "){2}"), nested("(?:", "|b)"), "(((a{100}){100}){100}){100}",
               "a{1000000}", "[" + filled("a-z") + "]", "[" + filled("é") + "]", filled("(?=a)"));
  CAPTURE(pattern.substr(0, 40));
  const std::string text(10'000, 'a');
  const Work work = work_of([&] {
    const auto compiled = Pattern::compile(pattern);
    if (compiled)
      CHECK_NOTHROW(compiled->matches(text));
    else
      CHECK_FALSE(compiled.error().message.empty());
  });
  CAPTURE(work.bytes);
  CHECK(work.bytes <= kMemory);
}
