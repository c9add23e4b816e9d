#include "search/unit_weights.h"

#include <catch2/catch.hpp>

using namespace runbookc;

namespace {

using Row = std::tuple<std::uint32_t, bool, std::uint64_t>;

std::vector<Row> rows_of(UnitWeights& weights, std::uint32_t term) {
  std::vector<Row> rows;
  for (const auto& [unit, names, halves] : weights.of(term)) rows.emplace_back(unit, names, halves);
  return rows;
}

}  // namespace

TEST_CASE("the weights of a term are summed by unit, whatever order they come in") {
  UnitWeights weights;
  weights.add(7, {.unit = 3, .halves = 2});
  weights.add(7, {.unit = 0, .halves = 16});
  weights.add(7, {.unit = 0, .names = true, .halves = 1});
  weights.add(2, {.unit = 1, .halves = 4});
  weights.add(7, {.unit = 3, .names = true, .halves = 5});
  weights.add(7, {.unit = 0, .halves = 1});
  CHECK(std::vector(weights.terms().begin(), weights.terms().end()) ==
        std::vector<std::uint32_t>{7, 2});
  CHECK(rows_of(weights, 7) == std::vector<Row>{{0, true, 18}, {3, true, 7}});
  CHECK(rows_of(weights, 2) == std::vector<Row>{{1, false, 4}});
}

TEST_CASE("the weights of the page before are forgotten") {
  UnitWeights weights;
  weights.add(5, {.unit = 1, .names = true, .halves = 9});
  weights.clear();
  CHECK(weights.terms().empty());
  weights.add(5, {.unit = 2, .halves = 1});
  CHECK(rows_of(weights, 5) == std::vector<Row>{{2, false, 1}});
}
