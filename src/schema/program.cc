#include "schema/program.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "base/digest.h"

namespace runbookc {
namespace {

// Scrambles so that sums of hashes stay apart (the finaliser of SplitMix64).
std::uint64_t mix(std::uint64_t x) {
  x += 0x9e3779b97f4a7c15ULL;
  x = (x ^ (x >> 30U)) * 0xbf58476d1ce4e5b9ULL;
  x = (x ^ (x >> 27U)) * 0x94d049bb133111ebULL;
  return x ^ (x >> 31U);
}

// digits * 10^exponent, without trailing zeros in `digits`.
struct Decimal {
  std::uint64_t digits = 0;
  int exponent = 0;
};

// The shortest decimal that reads back as `number` has at most 17 digits.
Decimal shortest_decimal(double number) {
  std::array<char, 40> buffer{};
  const auto written = std::to_chars(buffer.data(), buffer.data() + buffer.size(),
                                     std::fabs(number), std::chars_format::scientific);
  Decimal decimal;
  const char* at = buffer.data();
  int after_point = 0;
  bool past_point = false;
  for (; at != written.ptr && *at != 'e'; ++at) {
    if (*at == '.') {
      past_point = true;
      continue;
    }
    decimal.digits = decimal.digits * 10 + static_cast<std::uint64_t>(*at - '0');
    if (past_point) ++after_point;
  }
  if (at != written.ptr) ++at;
  if (at != written.ptr && *at == '+') ++at;
  std::from_chars(at, written.ptr, decimal.exponent);
  decimal.exponent -= after_point;
  while (decimal.digits != 0 && decimal.digits % 10 == 0) {
    decimal.digits /= 10;
    ++decimal.exponent;
  }
  return decimal;
}

__extension__ using Wide = unsigned __int128;

// digits * 10^power modulo `modulus`, all below 10^17.
std::uint64_t scaled_remainder(std::uint64_t digits, int power, std::uint64_t modulus) {
  Wide remainder = digits % modulus;
  Wide factor = 10 % modulus;
  for (auto left = static_cast<unsigned>(power); left != 0; left >>= 1U) {
    if ((left & 1U) != 0) remainder = remainder * factor % modulus;
    factor = factor * factor % modulus;
  }
  return static_cast<std::uint64_t>(remainder);
}

}  // namespace

bool is_multiple(double number, double divisor) {
  if (!std::isfinite(number) || !std::isfinite(divisor)) return false;
  if (number == 0) return true;
  const Decimal a = shortest_decimal(number);
  const Decimal b = shortest_decimal(divisor);
  // Were it a multiple, its digits would end in zeros, which they do not.
  if (a.exponent < b.exponent) return false;
  return scaled_remainder(a.digits, a.exponent - b.exponent, b.digits) == 0;
}

std::uint64_t data_hash(const Value& value) {
  const auto kind = static_cast<std::uint64_t>(value.kind);
  switch (value.kind) {
    case Value::Kind::null:
      return mix(kind);
    case Value::Kind::boolean:
      return mix(kind + (value.boolean ? 64 : 0));
    case Value::Kind::number:
      return mix(kind ^ std::hash<double>{}(value.number));
    case Value::Kind::string:
      return mix(kind ^ hash64(value.text));
    case Value::Kind::array: {
      std::uint64_t hash = kind;
      for (const Value& item : value.items) hash = mix(hash ^ data_hash(item));
      return mix(hash);
    }
    case Value::Kind::object: {
      std::uint64_t sum = kind;  // order does not count
      for (const Member& member : value.members) {
        sum += mix(hash64(member.key) ^ mix(data_hash(member.value)));
      }
      return mix(sum);
    }
  }
  return 0;
}

bool is_integer(const Value& value) {
  return value.is_number() && std::isfinite(value.number) &&
         std::floor(value.number) == value.number;
}

std::uint8_t type_bits_of_name(std::string_view name) {
  struct TypeName {
    std::string_view name;
    std::uint8_t bits;
  };
  static constexpr auto kTypeNames = std::to_array<TypeName>({{"null", kNullType},
                                                              {"boolean", kBooleanType},
                                                              {"number", kNumberType},
                                                              {"integer", kIntegerType},
                                                              {"string", kStringType},
                                                              {"array", kArrayType},
                                                              {"object", kObjectType}});
  const auto* const known = std::ranges::find(kTypeNames, name, &TypeName::name);
  return known == kTypeNames.end() ? std::uint8_t{0} : known->bits;
}

std::uint8_t type_bits(const Value& value) {
  switch (value.kind) {
    case Value::Kind::null:
      return kNullType;
    case Value::Kind::boolean:
      return kBooleanType;
    case Value::Kind::number:
      return is_integer(value) ? kNumberType | kIntegerType : kNumberType;
    case Value::Kind::string:
      return kStringType;
    case Value::Kind::array:
      return kArrayType;
    case Value::Kind::object:
      return kObjectType;
  }
  return 0;
}

bool ValueSet::contains(const Value& value) const {
  const auto [first, last] = by_hash.equal_range(data_hash(value));
  return std::any_of(first, last,
                     [&](const auto& entry) { return values[entry.second].same_data(value); });
}

std::optional<std::size_t> find_repeated(const std::vector<Value>& items) {
  std::unordered_multimap<std::uint64_t, std::size_t> seen;
  for (std::size_t i = 0; i < items.size(); ++i) {
    const std::uint64_t hash = data_hash(items[i]);
    const auto [first, last] = seen.equal_range(hash);
    if (std::any_of(first, last,
                    [&](const auto& entry) { return items[entry.second].same_data(items[i]); })) {
      return i;
    }
    seen.emplace(hash, i);
  }
  return std::nullopt;
}

void for_each_in_place(const Node& node, const std::function<void(NodeIndex)>& visit) {
  const auto visit_one = [&](NodeIndex index) {
    if (index != kNoNode) visit(index);
  };
  visit_one(node.target);
  if (node.object) {
    for (const Dependency& dependency : node.object->dependencies) visit_one(dependency.node);
  }
  if (!node.combination) return;
  const Combination& parts = *node.combination;
  for (const auto* list : {&parts.all_of, &parts.any_of, &parts.one_of}) {
    for (const NodeIndex index : *list) visit(index);
  }
  for (const NodeIndex index :
       {parts.none, parts.condition, parts.consequence, parts.alternative}) {
    visit_one(index);
  }
}

}  // namespace runbookc
