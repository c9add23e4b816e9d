#include "config/version_range.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <compare>
#include <optional>
#include <string>
#include <system_error>

#include "base/text.h"

namespace runbookc {
namespace {

struct Version {
  std::array<unsigned, 3> parts{};
  std::size_t count = 0;  // of parts that were written
};

std::optional<Version> parse_version(std::string_view text) {
  Version version;
  for (const std::string_view part : split(text, '.')) {
    if (version.count == version.parts.size() || part.empty() || part.size() > 6)
      return std::nullopt;
    unsigned& number = version.parts.at(version.count++);
    const auto [end, error] = std::from_chars(part.data(), part.data() + part.size(), number);
    if (error != std::errc() || end != part.data() + part.size()) return std::nullopt;
  }
  return version;
}

// Compares as far as `bound` is written: 0.1.7 equals 0.1.
std::strong_ordering compare(const Version& version, const Version& bound) {
  for (std::size_t i = 0; i < bound.count; ++i)
    if (const auto order = version.parts.at(i) <=> bound.parts.at(i); order != 0) return order;
  return std::strong_ordering::equal;
}

enum class Operator : unsigned char { equal, less, less_equal, greater, greater_equal };

Operator take_operator(std::string_view& text) {
  constexpr std::array<std::pair<std::string_view, Operator>, 6> kOperators = {
      {{">=", Operator::greater_equal},
       {"<=", Operator::less_equal},
       {"==", Operator::equal},
       {">", Operator::greater},
       {"<", Operator::less},
       {"=", Operator::equal}}};
  for (const auto& [spelling, meaning] : kOperators) {
    if (!text.starts_with(spelling)) continue;
    text.remove_prefix(spelling.size());
    return meaning;
  }
  return Operator::equal;
}

bool holds(std::strong_ordering order, Operator comparison) {
  switch (comparison) {
    case Operator::less:
      return order < 0;
    case Operator::less_equal:
      return order <= 0;
    case Operator::greater:
      return order > 0;
    case Operator::greater_equal:
      return order >= 0;
    case Operator::equal:
      break;
  }
  return order == 0;
}

Error no_range(std::string_view range) {
  return {"'" + std::string(range) + "' is no range of versions",
          "write comparisons, for example \">=0.1, <2\""};
}

}  // namespace

Result<bool> version_in_range(std::string_view version, std::string_view range) {
  const auto own = parse_version(version.substr(0, version.find_first_of("-+")));
  if (!own) return no_range(version);
  bool inside = true;
  std::string_view rest = trim(range);
  if (rest.empty()) return no_range(range);
  while (!rest.empty()) {
    const Operator comparison = take_operator(rest);
    rest = trim_start(rest);
    const std::size_t end = std::min(rest.find_first_of(", \t"), rest.size());
    const auto bound = parse_version(rest.substr(0, end));
    if (!bound) return no_range(range);
    inside = inside && holds(compare(*own, *bound), comparison);
    rest = trim_start(rest.substr(end));
    if (rest.starts_with(',')) rest = trim_start(rest.substr(1));
  }
  return inside;
}

}  // namespace runbookc
