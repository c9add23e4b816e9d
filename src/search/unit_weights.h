// What the terms of one page weigh in its units, summed while its texts are read.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace runbookc {

class UnitWeights {
 public:
  struct Weight {
    std::uint32_t unit = 0;
    bool names = false;  // whether the unit is called so
    std::uint64_t halves = 0;
  };

  void add(std::uint32_t term, const Weight& weight);
  // Each once.
  std::span<const std::uint32_t> terms() const { return terms_; }
  // Of a term, by unit, each once. They last until the next call.
  std::span<const Weight> of(std::uint32_t term);
  void clear();

 private:
  static constexpr std::uint32_t kNoLink = 0xffff'ffff;
  // A weight, and the one that came before it for the same term.
  struct Link {
    Weight weight;
    std::uint32_t before = kNoLink;
  };

  std::vector<Link> links_;
  std::vector<std::uint32_t> last_;  // link by term
  std::vector<std::uint32_t> terms_;
  std::vector<Weight> sums_;
};

}  // namespace runbookc
