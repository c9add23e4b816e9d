#include "base/near_miss.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <random>

using namespace runbookc;

namespace {

// The textbook table, whole.
std::size_t plain_distance(std::string_view a, std::string_view b) {
  std::vector<std::vector<std::size_t>> d(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) {
    for (std::size_t j = 0; j <= b.size(); ++j) {
      if (i == 0 || j == 0) {
        d[i][j] = i + j;
        continue;
      }
      d[i][j] = std::min(
          {d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
      }
    }
  }
  return d[a.size()][b.size()];
}

TEST_CASE("a budget of near misses is spent by the candidates looked at") {
  const std::vector<std::string> names = {"owner", "title", "summary"};
  NearMissBudget budget(7);
  CHECK(budget.nearest("ownr", names) == "owner");
  CHECK(budget.nearest("titel", names) == "title");
  CHECK(budget.nearest("ownr", names) == std::nullopt);  // one is left of three
  CHECK(NearMissBudget(3).nearest("ownr", names) == "owner");
  const std::vector<std::string> long_one = {std::string(64, 'a')};
  CHECK(NearMissBudget(2).nearest(std::string(63, 'a'), long_one) == long_one.front());
  CHECK(NearMissBudget(1).nearest(std::string(63, 'a'), long_one) == std::nullopt);
}

}  // namespace

TEST_CASE("the distance counts edits and swaps") {
  CHECK(edit_distance("owner", "owner", 3) == 0);
  CHECK(edit_distance("owner", "onwer", 3) == 1);
  CHECK(edit_distance("kitten", "sitting", 3) == 3);
  CHECK(edit_distance("", "abc", 3) == 3);
  CHECK(edit_distance("abc", "xyz", 2) == 3);
  CHECK(edit_distance("a", "abcdefgh", 2) == 3);
  CHECK(edit_distance("abc", "", static_cast<std::size_t>(-1)) == 3);
}

TEST_CASE("the banded distance agrees with the whole table") {
  std::mt19937 random(7);  // NOLINT(*-msc51-cpp): the same cases each time
  const auto word = [&] {
    std::string text(random() % 9, ' ');
    for (char& c : text) c = static_cast<char>('a' + random() % 3);
    return text;
  };
  for (int i = 0; i < 20000; ++i) {
    const std::string a = word();
    const std::string b = word();
    const std::size_t limit = random() % 6;
    const std::size_t expected = std::min(plain_distance(a, b), limit + 1);
    if (edit_distance(a, b, limit) != expected) {
      CAPTURE(a, b, limit);
      CHECK(edit_distance(a, b, limit) == expected);
    }
  }
}

TEST_CASE("a near miss is the nearest plausible name") {
  const std::vector<std::string> names = {"owner", "last_reviewed", "severity", "services"};
  CHECK(near_miss("ownr", names) == "owner");
  CHECK(near_miss("last-reviewed", names) == "last_reviewed");
  CHECK(near_miss("Last Reviewed", names) == "last_reviewed");
  CHECK(near_miss("sevrity", names) == "severity");
  CHECK_FALSE(near_miss("colour", names));
  CHECK_FALSE(near_miss("ow", names));
  CHECK_FALSE(near_miss("", names));
}

TEST_CASE("a near miss is unique if no other name is as near") {
  const std::vector<std::string> names = {"cart", "card", "owner"};
  CHECK_FALSE(unique_near_miss("carx", names));
  CHECK(unique_near_miss("car_t", names) == "cart");
  CHECK(unique_near_miss("ownr", names) == "owner");
  CHECK_FALSE(unique_near_miss("colour", names));
}

TEST_CASE("another number is no near miss that is sure") {
  const std::vector<std::string> names = {"4 hours", "p1"};
  CHECK_FALSE(near_miss("2 hours", names));
  CHECK_FALSE(unique_near_miss("2 hours", names));
  CHECK(unique_near_miss("4 huors", names) == "4 hours");
}

TEST_CASE("among equally near names the first wins") {
  const std::vector<std::string> names = {"cart", "card"};
  CHECK(near_miss("carx", names) == "cart");
}
