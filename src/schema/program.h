// A compiled schema: every subschema a Node, referring to others by index. Built by
// schema/compiler.cc, run by schema/evaluator.h and schema/explainer.h. Immutable once built.
#pragma once

#include <cstdint>
#include <functional>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/string_hash.h"
#include "model/value.h"
#include "schema/format.h"
#include "schema/json_schema.h"
#include "schema/pattern.h"

namespace runbookc {

using NodeIndex = std::uint32_t;
inline constexpr NodeIndex kNoNode = std::numeric_limits<NodeIndex>::max();

// The instance types of draft-07 as bits; `integer` is a subset of `number`.
enum TypeBit : std::uint8_t {
  kNullType = 1,
  kBooleanType = 2,
  kNumberType = 4,
  kIntegerType = 8,
  kStringType = 16,
  kArrayType = 32,
  kObjectType = 64,
};

// A set of values with constant-time membership, in the order written.
struct ValueSet {
  std::vector<Value> values;
  std::unordered_multimap<std::uint64_t, std::uint32_t> by_hash;

  bool contains(const Value& value) const;
};

struct Bounds {
  std::optional<double> minimum, maximum, exclusive_minimum, exclusive_maximum, multiple_of;
};

// Inclusive limits on a count; as draft-07 has them, 2.0 is a count too.
struct CountRange {
  std::uint64_t least = 0;
  std::uint64_t most = std::numeric_limits<std::uint64_t>::max();

  bool holds(std::uint64_t count) const { return count >= least && count <= most; }
};

struct ArrayRules {
  CountRange count;
  bool unique = false;
  std::vector<NodeIndex> tuple;  // `items` as a list
  NodeIndex rest = kNoNode;      // `items` as a schema, or `additionalItems`
  NodeIndex contains = kNoNode;
};

// `dependencies`: once `key` is there, so must be `keys`, and `node` must hold of the object.
struct Dependency {
  std::string key;
  std::vector<std::string> keys;
  NodeIndex node = kNoNode;
};

struct ObjectRules {
  CountRange count;
  std::vector<std::string> required;
  StringMap<NodeIndex> properties;
  std::vector<std::string> property_names;  // the keys of `properties`, in order
  std::vector<std::pair<Pattern, NodeIndex>> patterns;
  NodeIndex additional = kNoNode;
  NodeIndex names = kNoNode;  // `propertyNames`
  std::vector<Dependency> dependencies;
};

// Subschemas for the same value.
struct Combination {
  std::vector<NodeIndex> all_of, any_of, one_of;
  NodeIndex none = kNoNode;  // `not`
  NodeIndex condition = kNoNode, consequence = kNoNode, alternative = kNoNode;
};

// The parts that most nodes lack are allocated only where they are used.
struct Node {
  enum class Kind : std::uint8_t { rules, accept_all, refuse_all, reference } kind = Kind::rules;
  std::uint8_t types = 0;      // TypeBits; 0: any
  NodeIndex target = kNoNode;  // of a reference
  std::unique_ptr<ValueSet> enumeration;
  std::unique_ptr<Value> constant;
  std::unique_ptr<Bounds> bounds;
  std::optional<CountRange> length;
  std::unique_ptr<Pattern> pattern;
  Format format = Format::none;
  std::unique_ptr<ArrayRules> array;
  std::unique_ptr<ObjectRules> object;
  std::unique_ptr<Combination> combination;
  std::string description;
  std::string example;  // the first of `examples`, if it is a string
};

struct JsonSchema::Program {
  std::vector<Node> nodes;  // the root is nodes[0]
  // What describes the root's keys: properties reached through `$ref` and `allOf`.
  std::vector<NodeIndex> key_nodes;
  std::vector<std::string> described_keys;
};

// Calls `visit` with every node that applies to the same value as `node` does.
void for_each_in_place(const Node& node, const std::function<void(NodeIndex)>& visit);

// A hash that is equal for values with the same data (Value::same_data).
std::uint64_t data_hash(const Value& value);
// The bits of the value of a `type` keyword: "integer"; 0 for no such type.
std::uint8_t type_bits_of_name(std::string_view name);
std::uint8_t type_bits(const Value& value);
bool is_integer(const Value& value);
// Whether `number` is an exact multiple of `divisor`, both read as their shortest decimal spelling:
// 0.0075 is a multiple of 0.0001. Precondition: divisor > 0.
bool is_multiple(double number, double divisor);
// The first item that equals an earlier one, or nothing. Expected time linear in the data.
std::optional<std::size_t> find_repeated(const std::vector<Value>& items);

}  // namespace runbookc
