// Why a value is not valid, for people: the slow half of the validator.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/near_miss.h"
#include "model/value.h"
#include "schema/evaluator.h"
#include "schema/json_schema.h"
#include "schema/program.h"

namespace runbookc {

// Where in the instance a value stands; a chain on the stack.
struct InstancePlace {
  const InstancePlace* parent = nullptr;
  std::string_view key;   // of a member
  std::size_t index = 0;  // of an item, if `is_item`
  bool is_item = false;
};

class Explainer {
 public:
  explicit Explainer(const JsonSchema::Program& program) : program_(program), evaluator_(program) {}

  // Every violation of the root node.
  std::vector<Violation> explain(const Value& root) &&;

 private:
  // A value on its way through the nodes that apply to it.
  struct Subject {
    const Value& value;
    const InstancePlace& place;
    std::string_view description;  // the nearest node's that has one
  };

  void explain_node(NodeIndex index, Subject subject);
  void explain_scalar(const Node& node, const Subject& subject);
  void explain_type(const Node& node, const Subject& subject);
  void explain_enum(const ValueSet& allowed, const Subject& subject);
  void explain_const(const Value& constant, const Subject& subject);
  void explain_bounds(const Bounds& bounds, const Subject& subject);
  void explain_text(const Node& node, const Subject& subject);
  void explain_array(const ArrayRules& rules, const Subject& subject);
  void explain_object(const ObjectRules& rules, const Subject& subject);
  void explain_required(const ObjectRules& rules, const Subject& subject);
  void explain_dependencies(const ObjectRules& rules, const Subject& subject);
  void explain_member(const ObjectRules& rules, const Member& member, const Subject& subject);
  void explain_unknown_key(const ObjectRules& rules, const Member& member, const Subject& subject);
  void explain_name(const ObjectRules& rules, const Member& member, const Subject& subject);
  void explain_combination(const Combination& parts, const Subject& subject);
  void explain_branches(const std::vector<NodeIndex>& branches, std::string_view keyword,
                        const Subject& subject);
  std::vector<Violation> of_branch(NodeIndex branch, const Subject& subject);

  Violation& add(const Subject& subject, std::string_view keyword, std::string message);
  std::string description_of(NodeIndex index) const;
  // What a node wants of a value's kind: "a string", "a list of strings"; "" if it says nothing.
  std::string wanted(NodeIndex index, bool plural = false, unsigned depth = 0) const;

  const JsonSchema::Program& program_;
  Evaluator evaluator_;
  std::vector<Violation> found_;
  std::size_t steps_ = 0;
  NearMissBudget guesses_;
};

}  // namespace runbookc
