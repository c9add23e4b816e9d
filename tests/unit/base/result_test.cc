#include "base/result.h"

#include <catch2/catch.hpp>
#include <memory>

using namespace runbookc;

namespace {

Result<std::vector<std::string>> make_list() {
  return std::vector<std::string>{"a long enough string to live on the heap", "b"};
}

}  // namespace

TEST_CASE("a result is a value or an error") {
  const Result<int> good = 3;
  const Result<int> bad = Error{"no such thing", "try another"};
  CHECK(good.ok());
  CHECK(*good == 3);
  CHECK_FALSE(bad);
  CHECK(bad.error() == Error{"no such thing", "try another"});
}

TEST_CASE("a loop may walk over a result that nobody keeps") {
  std::size_t letters = 0;
  for (const std::string& text : *make_list()) letters += text.size();
  CHECK(letters == 41);
}

TEST_CASE("a result hands on what can only be moved") {
  Result<std::unique_ptr<int>> result = std::make_unique<int>(5);
  const std::unique_ptr<int> taken = *std::move(result);
  CHECK(*taken == 5);
}
