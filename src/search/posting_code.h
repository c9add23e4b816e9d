// How the index writes numbers: in base 32, least significant digits first, a character for each.
// Values 0…31 of the alphabet end a number, 32…63 are 32 and five bits, and more follows. Such
// strings are safe in a script and compress well.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace runbookc {

void append_number(std::string& out, std::uint64_t number);

// The impact of a page, in steps: what says the same compresses.
inline constexpr std::uint32_t kPageImpactStep = 2;
void append_page_impact(std::string& out, std::uint32_t impact);

// A unit of a posting in one number: the gap to the one before, and its impact in eight steps.
inline constexpr std::uint32_t kImpactSteps = 8;
inline constexpr std::uint32_t kImpactStep = 6;
void append_unit(std::string& out, std::uint64_t gap, std::uint32_t impact);

// Reads numbers off the front of a text, which outlives it.
class NumberReader {
 public:
  explicit NumberReader(std::string_view text) : rest_(text) {}

  bool at_end() const { return rest_.empty(); }
  std::size_t left() const { return rest_.size(); }
  // The next number, or nothing: the text ends within it, it is not of the alphabet, or it takes
  // more than 32 bits.
  std::optional<std::uint32_t> next();

 private:
  std::string_view rest_;
};

}  // namespace runbookc
