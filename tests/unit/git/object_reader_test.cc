#include "git/object_reader.h"

#include <catch2/catch.hpp>

namespace runbookc::test {
namespace {

using namespace std::string_literals;
using Objects = std::vector<std::pair<std::string, std::string>>;

}  // namespace

TEST_CASE("objects are read however their bytes are cut, whatever is in them") {
  const std::string text = "b3 blob 9\n\0\n"s;
  const std::string output =
      "b1 blob " + std::to_string(text.size()) + "\n" + text + "\nb2 blob 0\n\n" + "b3 blob 1\nx\n";
  for (std::size_t step = 1; step <= output.size(); ++step) {
    Objects seen;
    ObjectReader reader(
        [&](std::string_view hash, std::string_view bytes) { seen.emplace_back(hash, bytes); });
    for (std::size_t i = 0; i < output.size(); i += step) reader.read(output.substr(i, step));
    CAPTURE(step);
    CHECK(seen == Objects{{"b1", text}, {"b2", ""}, {"b3", "x"}});
    CHECK_FALSE(reader.misses_any());
  }
}

TEST_CASE("an object that git lacks is noticed, and the next ones are read") {
  Objects seen;
  ObjectReader reader(
      [&](std::string_view hash, std::string_view bytes) { seen.emplace_back(hash, bytes); });
  reader.read("b1 missing\nb2 blob 1\nx\nb3 blob 5\nabc");
  CHECK(seen == Objects{{"b2", "x"}});
  CHECK(reader.misses_any());
}

}  // namespace runbookc::test
