#include "schema/evaluator.h"

#include <algorithm>

#include "base/unicode.h"

namespace runbookc {
namespace {

constexpr std::size_t kFreeSteps = 20'000;
constexpr std::size_t kLargeObject = 16;

bool test_string(const Node& node, std::string_view text) {
  if (node.length && !node.length->holds(count_code_points(text))) return false;
  if (node.pattern && !node.pattern->matches(text)) return false;
  return node.format == Format::none || has_format(text, node.format);
}

bool has_keys(const ObjectRules& rules, const Value& value) {
  if (rules.required.empty() && rules.dependencies.empty()) return true;
  const KeySet keys(value);
  const auto present = [&](const std::string& key) { return keys.contains(key); };
  if (!std::ranges::all_of(rules.required, present)) return false;
  return std::ranges::all_of(rules.dependencies, [&](const Dependency& dependency) {
    return !present(dependency.key) || std::ranges::all_of(dependency.keys, present);
  });
}

}  // namespace

bool has_type(const Node& node, const Value& value) {
  return node.types == 0 || (node.types & type_bits(value)) != 0;
}

bool in_bounds(const Bounds& bounds, double number) {
  return (!bounds.minimum || number >= *bounds.minimum) &&
         (!bounds.maximum || number <= *bounds.maximum) &&
         (!bounds.exclusive_minimum || number > *bounds.exclusive_minimum) &&
         (!bounds.exclusive_maximum || number < *bounds.exclusive_maximum) &&
         (!bounds.multiple_of || is_multiple(number, *bounds.multiple_of));
}

KeySet::KeySet(const Value& object) : object_(object) {
  if (object.members.size() < kLargeObject) return;
  for (const Member& member : object.members) large_.emplace(member.key, true);
}

bool KeySet::contains(std::string_view key) const {
  return large_.empty() ? object_.find_member(key) != nullptr : large_.contains(key);
}

bool Evaluator::accepts(NodeIndex index, const Value& value) {
  const Node& node = program_.nodes[index];
  if (node.kind == Node::Kind::accept_all) return true;
  if (node.kind == Node::Kind::refuse_all) return false;
  if (++steps_ <= kFreeSteps) return test(node, value);
  const Question question{index, &value};
  if (const auto known = answers_.find(question); known != answers_.end()) return known->second;
  const bool answer = test(node, value);
  answers_.emplace(question, answer);
  return answer;
}

bool Evaluator::test(const Node& node, const Value& value) {
  if (node.kind == Node::Kind::reference) return accepts(node.target, value);
  if (!has_type(node, value)) return false;
  if (node.enumeration && !node.enumeration->contains(value)) return false;
  if (node.constant && !node.constant->same_data(value)) return false;
  switch (value.kind) {
    case Value::Kind::number:
      if (node.bounds && !in_bounds(*node.bounds, value.number)) return false;
      break;
    case Value::Kind::string:
      if (!test_string(node, value.text)) return false;
      break;
    case Value::Kind::array:
      if (node.array && !test_array(*node.array, value)) return false;
      break;
    case Value::Kind::object:
      if (node.object && !test_object(*node.object, value)) return false;
      break;
    default:
      break;
  }
  return !node.combination || test_combination(*node.combination, value);
}

bool Evaluator::test_array(const ArrayRules& rules, const Value& value) {
  if (!rules.count.holds(value.items.size())) return false;
  for (std::size_t i = 0; i < value.items.size(); ++i) {
    const NodeIndex node = i < rules.tuple.size() ? rules.tuple[i] : rules.rest;
    if (node != kNoNode && !accepts(node, value.items[i])) return false;
  }
  if (rules.unique && find_repeated(value.items)) return false;
  return rules.contains == kNoNode || std::ranges::any_of(value.items, [&](const Value& item) {
           return accepts(rules.contains, item);
         });
}

bool Evaluator::test_object(const ObjectRules& rules, const Value& value) {
  if (!rules.count.holds(value.members.size()) || !has_keys(rules, value)) return false;
  for (const Member& member : value.members) {
    if (!test_member(rules, member)) return false;
  }
  return std::ranges::all_of(rules.dependencies, [&](const Dependency& dependency) {
    return dependency.node == kNoNode || value.find(dependency.key) == nullptr ||
           accepts(dependency.node, value);
  });
}

bool Evaluator::test_member(const ObjectRules& rules, const Member& member) {
  bool described = false;
  const auto property = rules.properties.find(std::string_view(member.key));
  if (property != rules.properties.end()) {
    described = true;
    if (!accepts(property->second, member.value)) return false;
  }
  for (const auto& [pattern, node] : rules.patterns) {
    if (!pattern.matches(member.key)) continue;
    described = true;
    if (!accepts(node, member.value)) return false;
  }
  if (!described && rules.additional != kNoNode && !accepts(rules.additional, member.value)) {
    return false;
  }
  if (rules.names == kNoNode) return true;
  // The key is a value of its own, which is gone before the answers are.
  return Evaluator(program_).accepts(rules.names, string_value(member.key));
}

bool Evaluator::test_combination(const Combination& parts, const Value& value) {
  const auto holds = [&](NodeIndex node) { return accepts(node, value); };
  if (!std::ranges::all_of(parts.all_of, holds)) return false;
  if (!parts.any_of.empty() && !std::ranges::any_of(parts.any_of, holds)) return false;
  if (!parts.one_of.empty() && std::ranges::count_if(parts.one_of, holds) != 1) return false;
  if (parts.none != kNoNode && holds(parts.none)) return false;
  if (parts.condition == kNoNode) return true;
  const NodeIndex branch = holds(parts.condition) ? parts.consequence : parts.alternative;
  return branch == kNoNode || holds(branch);
}

}  // namespace runbookc
