#include "search/posting_code.h"

#include <algorithm>
#include <array>
#include <limits>

namespace runbookc {

namespace {

constexpr std::string_view kAlphabet =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
constexpr unsigned kBits = 5;
constexpr unsigned kMore = 1U << kBits;
constexpr unsigned kNoValue = 0xff;

constexpr std::array<unsigned char, 256> make_values() {
  std::array<unsigned char, 256> values{};
  values.fill(kNoValue);
  for (std::size_t i = 0; i < kAlphabet.size(); ++i) {
    values[static_cast<unsigned char>(kAlphabet[i])] = static_cast<unsigned char>(i);
  }
  return values;
}
constexpr auto kValues = make_values();

}  // namespace

void append_number(std::string& out, std::uint64_t number) {
  for (; number >= kMore; number >>= kBits) out += kAlphabet[kMore | (number & (kMore - 1))];
  out += kAlphabet[number];
}

void append_page_impact(std::string& out, std::uint32_t impact) {
  append_number(out, impact / kPageImpactStep);
}

void append_unit(std::string& out, std::uint64_t gap, std::uint32_t impact) {
  append_number(out, gap * kImpactSteps + std::min(impact / kImpactStep, kImpactSteps - 1));
}

std::optional<std::uint32_t> NumberReader::next() {
  std::uint64_t number = 0;
  for (unsigned shift = 0; !rest_.empty(); shift += kBits) {
    const unsigned value = kValues[static_cast<unsigned char>(rest_.front())];
    rest_.remove_prefix(1);
    if (value == kNoValue || shift >= 32) return std::nullopt;
    number |= static_cast<std::uint64_t>(value & (kMore - 1)) << shift;
    if (value >= kMore) continue;
    if (number > std::numeric_limits<std::uint32_t>::max()) return std::nullopt;
    return static_cast<std::uint32_t>(number);
  }
  return std::nullopt;
}

}  // namespace runbookc
