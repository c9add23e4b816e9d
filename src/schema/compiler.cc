#include "schema/compiler.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <unordered_set>

#include "base/excerpt.h"
#include "schema/schema_fault.h"
#include "schema/schema_index.h"
#include "schema/uri.h"

namespace runbookc {
namespace {

constexpr std::size_t kMaxNodes = 10'000;
constexpr std::size_t kShown = 60;  // of a pattern, in a message

class Compiler {
 public:
  Compiler(const Value& schema, std::span<const Value> others, const JsonSchema::Options& options)
      : options_(options) {
    index_.add(schema, options.base_uri, "");
    for (const Value& other : others) {
      const Value* id = other.find("$id");
      if (id != nullptr && id->is_string()) index_.add(other, "", id->text);
    }
    const SchemaPlace root{.schema = &schema, .base = options.base_uri, .name = ""};
    node_for(index_.below(root, schema, ""));
  }

  Result<std::unique_ptr<JsonSchema::Program>> run();

 private:
  using Slot = void (Compiler::*)(Node&, const Value&, std::string_view);
  static const std::unordered_map<std::string_view, Slot>& slots();

  NodeIndex node_for(SchemaPlace place);
  NodeIndex child(const Value& schema, std::string_view steps);
  void compile_node(NodeIndex index);
  void compile_plain(Node& node, const Value& schema) const;
  void compile_reference(Node& node, const Value& reference);
  static void describe_keys(JsonSchema::Program& program);

  void fail(std::string_view steps, const Value& at, std::string_view problem);
  bool want(Value::Kind kind, const Value& value, std::string_view steps, std::string_view noun);
  std::optional<double> number(const Value& value, std::string_view steps);
  std::uint64_t count(const Value& value, std::string_view steps, std::uint64_t fallback);
  std::vector<std::string> strings(const Value& value, std::string_view steps);
  std::vector<NodeIndex> schemas(const Value& value, std::string_view steps);
  std::optional<Pattern> pattern(std::string_view source, std::string_view steps, const Value& at);

  void compile_type(Node& node, const Value& value, std::string_view steps);
  void compile_enum(Node& node, const Value& value, std::string_view steps);
  void compile_bound(Node& node, const Value& value, std::string_view steps);
  void compile_length(Node& node, const Value& value, std::string_view steps);
  void compile_pattern(Node& node, const Value& value, std::string_view steps);
  void compile_items(Node& node, const Value& value, std::string_view steps);
  void compile_additional_items(Node& node, const Value& value, std::string_view steps);
  void compile_array_rule(Node& node, const Value& value, std::string_view steps);
  void compile_properties(Node& node, const Value& value, std::string_view steps);
  void compile_pattern_properties(Node& node, const Value& value, std::string_view steps);
  void compile_dependencies(Node& node, const Value& value, std::string_view steps);
  void compile_object_rule(Node& node, const Value& value, std::string_view steps);
  void compile_list(Node& node, const Value& value, std::string_view steps);
  void compile_choice(Node& node, const Value& value, std::string_view steps);

  JsonSchema::Options options_;
  SchemaIndex index_;
  std::vector<Node> nodes_;
  std::vector<SchemaPlace> places_;  // parallel to nodes_
  std::unordered_map<const Value*, NodeIndex> known_;
  SchemaPlace current_;
  std::optional<Error> error_;
};

template <typename T>
T& made(std::unique_ptr<T>& part) {
  if (!part) part = std::make_unique<T>();
  return *part;
}

NodeIndex Compiler::node_for(SchemaPlace place) {
  const auto [found, added] = known_.emplace(place.schema, static_cast<NodeIndex>(nodes_.size()));
  if (added) {
    nodes_.emplace_back();
    places_.push_back(std::move(place));
  }
  return found->second;
}

NodeIndex Compiler::child(const Value& schema, std::string_view steps) {
  return node_for(index_.below(current_, schema, steps));
}

void Compiler::fail(std::string_view steps, const Value& at, std::string_view problem) {
  if (error_) return;
  const std::string pointer = current_.name + std::string(steps);
  error_ = schema_fault(pointer.empty() ? "the root" : pointer, at.span, problem,
                        "see JSON Schema, draft-07");
}

bool Compiler::want(Value::Kind kind, const Value& value, std::string_view steps,
                    std::string_view noun) {
  if (value.kind == kind) return true;
  fail(steps, value, fmt::format("expected {}, found {}", noun, kind_name(value.kind)));
  return false;
}

std::optional<double> Compiler::number(const Value& value, std::string_view steps) {
  if (!want(Value::Kind::number, value, steps, "a number")) return std::nullopt;
  return value.number;
}

std::uint64_t Compiler::count(const Value& value, std::string_view steps, std::uint64_t fallback) {
  if (!is_integer(value) || value.number < 0) {
    fail(steps, value, "expected a whole number of at least 0");
    return fallback;
  }
  return value.number >= 1e18 ? static_cast<std::uint64_t>(1e18)
                              : static_cast<std::uint64_t>(value.number);
}

std::vector<std::string> Compiler::strings(const Value& value, std::string_view steps) {
  std::vector<std::string> out;
  if (!want(Value::Kind::array, value, steps, "a list of keys")) return out;
  for (const Value& item : value.items) {
    if (want(Value::Kind::string, item, steps, "a key")) out.push_back(item.text);
  }
  return out;
}

std::vector<NodeIndex> Compiler::schemas(const Value& value, std::string_view steps) {
  std::vector<NodeIndex> out;
  if (!want(Value::Kind::array, value, steps, "a list of schemas")) return out;
  for (std::size_t i = 0; i < value.items.size(); ++i) {
    out.push_back(child(value.items[i], fmt::format("{}/{}", steps, i)));
  }
  return out;
}

std::optional<Pattern> Compiler::pattern(std::string_view source, std::string_view steps,
                                         const Value& at) {
  Result<Pattern> compiled = Pattern::compile(source);
  if (compiled) return std::move(*compiled);
  fail(steps, at,
       fmt::format("'{}' is no usable regular expression: {}", excerpt(source, kShown),
                   compiled.error().message));
  return std::nullopt;
}

void Compiler::compile_type(Node& node, const Value& value, std::string_view steps) {
  const auto add = [&](const Value& name) {
    const std::uint8_t bits = name.is_string() ? type_bits_of_name(name.text) : std::uint8_t{0};
    node.types |= bits;
    if (bits != 0) return;
    fail(steps, name, fmt::format("'{}' is no type of JSON", name.text));
  };
  if (!value.is_array()) {
    add(value);
    return;
  }
  for (const Value& name : value.items) add(name);
}

void Compiler::compile_enum(Node& node, const Value& value, std::string_view steps) {
  if (!want(Value::Kind::array, value, steps, "a list of values")) return;
  node.enumeration = std::make_unique<ValueSet>();
  node.enumeration->values = value.items;
  for (std::uint32_t i = 0; i < value.items.size(); ++i) {
    node.enumeration->by_hash.emplace(data_hash(value.items[i]), i);
  }
}

void Compiler::compile_bound(Node& node, const Value& value, std::string_view steps) {
  Bounds& bounds = made(node.bounds);
  const std::optional<double> limit = number(value, steps);
  if (steps == "/minimum") bounds.minimum = limit;
  if (steps == "/maximum") bounds.maximum = limit;
  if (steps == "/exclusiveMinimum") bounds.exclusive_minimum = limit;
  if (steps == "/exclusiveMaximum") bounds.exclusive_maximum = limit;
  if (steps == "/multipleOf") {
    bounds.multiple_of = limit;
    if (limit && *limit <= 0) fail(steps, value, "expected a number above 0");
  }
}

void Compiler::compile_length(Node& node, const Value& value, std::string_view steps) {
  CountRange range = node.length.value_or(CountRange{});
  if (steps == "/minLength") range.least = count(value, steps, range.least);
  if (steps == "/maxLength") range.most = count(value, steps, range.most);
  node.length = range;
}

void Compiler::compile_pattern(Node& node, const Value& value, std::string_view steps) {
  if (!want(Value::Kind::string, value, steps, "a regular expression")) return;
  if (auto compiled = pattern(value.text, steps, value)) {
    node.pattern = std::make_unique<Pattern>(*std::move(compiled));
  }
}

void Compiler::compile_items(Node& node, const Value& value, std::string_view steps) {
  ArrayRules& array = made(node.array);
  if (!value.is_array()) {
    array.rest = child(value, steps);
    return;
  }
  array.tuple = schemas(value, steps);
  if (const Value* rest = current_.schema->find("additionalItems")) {
    array.rest = child(*rest, "/additionalItems");
  }
}

// Means something only beside a list of `items`, which sees to it; here it is only looked at.
void Compiler::compile_additional_items(Node& /*node*/, const Value& value,
                                        std::string_view steps) {
  child(value, steps);
}

void Compiler::compile_array_rule(Node& node, const Value& value, std::string_view steps) {
  ArrayRules& array = made(node.array);
  if (steps == "/minItems") array.count.least = count(value, steps, 0);
  if (steps == "/maxItems") array.count.most = count(value, steps, array.count.most);
  if (steps == "/contains") array.contains = child(value, steps);
  if (steps == "/uniqueItems" && want(Value::Kind::boolean, value, steps, "true or false")) {
    array.unique = value.boolean;
  }
}

void Compiler::compile_properties(Node& node, const Value& value, std::string_view steps) {
  if (!want(Value::Kind::object, value, steps, "a map from key to schema")) return;
  ObjectRules& object = made(node.object);
  for (const Member& member : value.members) {
    const NodeIndex index =
        child(member.value, fmt::format("{}/{}", steps, pointer_token(member.key)));
    object.properties.emplace(member.key, index);
    object.property_names.push_back(member.key);
  }
}

void Compiler::compile_pattern_properties(Node& node, const Value& value, std::string_view steps) {
  if (!want(Value::Kind::object, value, steps, "a map from pattern to schema")) return;
  ObjectRules& object = made(node.object);
  for (const Member& member : value.members) {
    const std::string below = fmt::format("{}/{}", steps, pointer_token(member.key));
    const NodeIndex index = child(member.value, below);
    if (auto compiled = pattern(member.key, below, member.value)) {
      object.patterns.emplace_back(*std::move(compiled), index);
    }
  }
}

void Compiler::compile_dependencies(Node& node, const Value& value, std::string_view steps) {
  if (!want(Value::Kind::object, value, steps, "a map from key to what it needs")) return;
  ObjectRules& object = made(node.object);
  for (const Member& member : value.members) {
    const std::string below = fmt::format("{}/{}", steps, pointer_token(member.key));
    Dependency dependency{.key = member.key, .keys = {}};
    if (member.value.is_array()) {
      dependency.keys = strings(member.value, below);
    } else {
      dependency.node = child(member.value, below);
    }
    object.dependencies.push_back(std::move(dependency));
  }
}

void Compiler::compile_object_rule(Node& node, const Value& value, std::string_view steps) {
  ObjectRules& object = made(node.object);
  if (steps == "/minProperties") object.count.least = count(value, steps, 0);
  if (steps == "/maxProperties") object.count.most = count(value, steps, object.count.most);
  if (steps == "/required") object.required = strings(value, steps);
  if (steps == "/additionalProperties") object.additional = child(value, steps);
  if (steps == "/propertyNames") object.names = child(value, steps);
}

void Compiler::compile_list(Node& node, const Value& value, std::string_view steps) {
  Combination& parts = made(node.combination);
  std::vector<NodeIndex> list = schemas(value, steps);
  if (list.empty()) fail(steps, value, "expected at least one schema");
  if (steps == "/allOf") {
    parts.all_of = std::move(list);
  } else if (steps == "/anyOf") {
    parts.any_of = std::move(list);
  } else {
    parts.one_of = std::move(list);
  }
}

void Compiler::compile_choice(Node& node, const Value& value, std::string_view steps) {
  const NodeIndex index = child(value, steps);
  Combination& parts = made(node.combination);
  if (steps == "/not") parts.none = index;
  if (steps == "/if") parts.condition = index;
  if (current_.schema->find("if") == nullptr) return;  // `then` and `else` mean nothing alone
  if (steps == "/then") parts.consequence = index;
  if (steps == "/else") parts.alternative = index;
}

const std::unordered_map<std::string_view, Compiler::Slot>& Compiler::slots() {
  static const std::unordered_map<std::string_view, Slot> kSlots = {
      {"type", &Compiler::compile_type},
      {"enum", &Compiler::compile_enum},
      {"minimum", &Compiler::compile_bound},
      {"maximum", &Compiler::compile_bound},
      {"exclusiveMinimum", &Compiler::compile_bound},
      {"exclusiveMaximum", &Compiler::compile_bound},
      {"multipleOf", &Compiler::compile_bound},
      {"minLength", &Compiler::compile_length},
      {"maxLength", &Compiler::compile_length},
      {"pattern", &Compiler::compile_pattern},
      {"items", &Compiler::compile_items},
      {"additionalItems", &Compiler::compile_additional_items},
      {"minItems", &Compiler::compile_array_rule},
      {"maxItems", &Compiler::compile_array_rule},
      {"uniqueItems", &Compiler::compile_array_rule},
      {"contains", &Compiler::compile_array_rule},
      {"properties", &Compiler::compile_properties},
      {"patternProperties", &Compiler::compile_pattern_properties},
      {"dependencies", &Compiler::compile_dependencies},
      {"minProperties", &Compiler::compile_object_rule},
      {"maxProperties", &Compiler::compile_object_rule},
      {"required", &Compiler::compile_object_rule},
      {"additionalProperties", &Compiler::compile_object_rule},
      {"propertyNames", &Compiler::compile_object_rule},
      {"allOf", &Compiler::compile_list},
      {"anyOf", &Compiler::compile_list},
      {"oneOf", &Compiler::compile_list},
      {"not", &Compiler::compile_choice},
      {"if", &Compiler::compile_choice},
      {"then", &Compiler::compile_choice},
      {"else", &Compiler::compile_choice}};
  return kSlots;
}

// What takes any value, or none that matters.
void Compiler::compile_plain(Node& node, const Value& schema) const {
  if (const Value* value = schema.find("const")) node.constant = std::make_unique<Value>(*value);
  const Value* format = schema.find("format");
  if (format != nullptr && options_.check_formats) node.format = parse_format(format->text);
  const Value* description = schema.find("description");
  if (description != nullptr && description->is_string()) node.description = description->text;
  const Value* examples = schema.find("examples");
  if (examples != nullptr && !examples->items.empty() && examples->items.front().is_string()) {
    node.example = examples->items.front().text;
  }
}

void Compiler::compile_reference(Node& node, const Value& reference) {
  std::optional<SchemaPlace> target = index_.resolve(current_, reference.text);
  if (!target) {
    fail("/$ref", reference, fmt::format("'{}' leads to no known schema", reference.text));
    return;
  }
  node.kind = Node::Kind::reference;
  node.target = node_for(*std::move(target));
}

void Compiler::compile_node(NodeIndex index) {
  current_ = places_[index];
  const Value& schema = *current_.schema;
  Node node;
  if (schema.kind == Value::Kind::boolean) {
    node.kind = schema.boolean ? Node::Kind::accept_all : Node::Kind::refuse_all;
  } else if (!schema.is_object()) {
    fail("", schema, fmt::format("expected a schema, found {}", kind_name(schema.kind)));
  } else if (const Value* reference = reference_of(schema)) {
    compile_reference(node, *reference);
  } else {
    compile_plain(node, schema);
    for (const Member& member : schema.members) {
      const auto slot = slots().find(member.key);
      if (slot == slots().end()) continue;
      (this->*slot->second)(node, member.value, "/" + member.key);
    }
  }
  nodes_[index] = std::move(node);
}

// The root's keys are described by `properties` that apply to it come what may.
void Compiler::describe_keys(JsonSchema::Program& program) {
  std::vector<NodeIndex> pending{0};
  std::vector<bool> seen(program.nodes.size(), false);
  std::unordered_set<std::string> named;
  while (!pending.empty()) {
    const NodeIndex index = pending.back();
    pending.pop_back();
    if (seen[index]) continue;
    seen[index] = true;
    const Node& node = program.nodes[index];
    if (node.target != kNoNode) pending.push_back(node.target);
    if (node.combination) {
      const auto& all = node.combination->all_of;
      pending.insert(pending.end(), all.rbegin(), all.rend());
    }
    if (!node.object) continue;
    program.key_nodes.push_back(index);
    for (const std::string& name : node.object->property_names) {
      if (named.insert(name).second) program.described_keys.push_back(name);
    }
  }
}

Result<std::unique_ptr<JsonSchema::Program>> Compiler::run() {
  for (NodeIndex index = 0; index < nodes_.size() && !error_; ++index) {
    compile_node(index);
    if (nodes_.size() > kMaxNodes) {
      fail("", *current_.schema, fmt::format("more than {} subschemas", kMaxNodes));
    }
  }
  if (error_) return *std::move(error_);
  if (const std::optional<NodeIndex> endless = find_endless_node(nodes_)) {
    current_ = places_[*endless];
    fail("", *current_.schema, "its references never end, or nest more than 100 deep");
    return *std::move(error_);
  }
  auto program = std::make_unique<JsonSchema::Program>();
  program->nodes = std::move(nodes_);
  describe_keys(*program);
  return program;
}

}  // namespace

Result<std::unique_ptr<JsonSchema::Program>> compile_program(const Value& schema,
                                                             std::span<const Value> others,
                                                             const JsonSchema::Options& options) {
  return Compiler(schema, others, options).run();
}

}  // namespace runbookc
