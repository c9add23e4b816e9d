// Whether a value is valid: the fast half of the validator.
#pragma once

#include <cstdint>
#include <unordered_map>

#include "model/value.h"
#include "schema/program.h"

namespace runbookc {

// Answers for one tree of values, which must not change or move meanwhile. Nested combinations can
// multiply work, so after a number of steps that no ordinary value takes, answers are remembered
// for each pair of node and value: work is bounded by their product.
class Evaluator {
 public:
  explicit Evaluator(const JsonSchema::Program& program) : program_(program) {}

  bool accepts(NodeIndex index, const Value& value);

 private:
  struct Question {
    NodeIndex node;
    const Value* value;
    friend bool operator==(const Question&, const Question&) = default;
  };
  struct QuestionHash {
    std::size_t operator()(const Question& question) const {
      return std::hash<const Value*>{}(question.value) * 31 + question.node;
    }
  };

  bool test(const Node& node, const Value& value);
  bool test_array(const ArrayRules& rules, const Value& value);
  bool test_object(const ObjectRules& rules, const Value& value);
  bool test_member(const ObjectRules& rules, const Member& member);
  bool test_combination(const Combination& parts, const Value& value);

  const JsonSchema::Program& program_;
  std::size_t steps_ = 0;
  std::unordered_map<Question, bool, QuestionHash> answers_;
};

// Tests that need no other node, shared with the explainer.
bool has_type(const Node& node, const Value& value);
bool in_bounds(const Bounds& bounds, double number);
// Keys of an object, looked up in constant time however many there are.
class KeySet {
 public:
  explicit KeySet(const Value& object);
  bool contains(std::string_view key) const;

 private:
  const Value& object_;
  std::unordered_map<std::string_view, bool> large_;
};

}  // namespace runbookc
