#include "emit/chart.h"

#include <catch2/catch.hpp>

namespace runbookc {

TEST_CASE("the parts of a bar follow each other and fill it") {
  const auto bar = stacked_bar({{"good", "current", 1}, {"soon", "soon", 0}, {"bad", "late", 2}});
  REQUIRE(bar.size() == 2);
  CHECK(bar[0].text.at("x") == "0");
  CHECK(bar[0].text.at("width") == "333");
  CHECK(bar[1].text.at("x") == "333");
  CHECK(bar[1].text.at("width") == "667");
  CHECK(bar[1].text.at("percent") == "67");
  CHECK(bar[1].text.at("kind") == "bad");
}

TEST_CASE("nothing makes no bar, and no text") {
  CHECK(stacked_bar({{"good", "current", 0}}).empty());
  CHECK(bar_text({{"good", "current", 0}}).empty());
}

TEST_CASE("the text of a bar names its parts") {
  CHECK(bar_text({{"good", "current", 20}, {"soon", "due soon", 0}, {"bad", "overdue", 3}}) ==
        "20 current, 3 overdue");
}

TEST_CASE("a bar is as long as its share, and never invisible") {
  CHECK(bar_length(1, 2) == 500);
  CHECK(bar_length(3, 3) == kBarLength);
  CHECK(bar_length(1, 1'000'000) == 1);
  CHECK(bar_length(0, 5) == 0);
  CHECK(bar_length(0, 0) == 0);
}

}  // namespace runbookc
