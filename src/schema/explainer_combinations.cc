// Values that fit none of several schemas, or more than they may.
#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>

#include "schema/explainer.h"
#include "schema/wording.h"

namespace runbookc {
namespace {

constexpr unsigned kMaxWantedDepth = 3;

}  // namespace

void Explainer::explain_combination(const Combination& parts, const Subject& subject) {
  for (const NodeIndex node : parts.all_of) explain_node(node, subject);
  const auto holds = [&](NodeIndex node) { return evaluator_.accepts(node, subject.value); };
  if (!parts.any_of.empty() && !std::ranges::any_of(parts.any_of, holds)) {
    explain_branches(parts.any_of, "anyOf", subject);
  }
  if (!parts.one_of.empty()) {
    const auto fitting = std::ranges::count_if(parts.one_of, holds);
    if (fitting == 0) explain_branches(parts.one_of, "oneOf", subject);
    if (fitting > 1) {
      add(subject, "oneOf",
          fmt::format("{} fits {} forms of which it may have only one",
                      named(instance_name(subject.place), subject.value), fitting));
    }
  }
  if (parts.none != kNoNode && holds(parts.none)) {
    add(subject, "not",
        fmt::format("{} is not allowed", named(instance_name(subject.place), subject.value)));
  }
  if (parts.condition == kNoNode) return;
  const NodeIndex branch = holds(parts.condition) ? parts.consequence : parts.alternative;
  if (branch != kNoNode) explain_node(branch, subject);
}

std::vector<Violation> Explainer::of_branch(NodeIndex branch, const Subject& subject) {
  std::vector<Violation> outer = std::exchange(found_, {});
  explain_node(branch, subject);
  return std::exchange(found_, std::move(outer));
}

// The branch that came nearest speaks: one that wants this kind of value, and then the one with
// the fewest faults. If none wants this kind, what they all want is said.
void Explainer::explain_branches(const std::vector<NodeIndex>& branches, std::string_view keyword,
                                 const Subject& subject) {
  const std::string pointer = instance_pointer(subject.place);
  const std::string_view name = instance_name(subject.place);
  std::vector<Violation> nearest;
  std::vector<std::string> kinds;
  for (const NodeIndex branch : branches) {
    std::vector<Violation> faults = of_branch(branch, subject);
    const bool wrong_kind = std::ranges::any_of(faults, [&](const Violation& one) {
      return one.keyword == "type" && one.instance_pointer == pointer;
    });
    if (wrong_kind) {
      std::string kind = wanted(branch);
      if (!kind.empty() && std::ranges::find(kinds, kind) == kinds.end()) {
        kinds.push_back(std::move(kind));
      }
    } else if (nearest.empty() || faults.size() < nearest.size()) {
      nearest = std::move(faults);
    }
  }
  if (!nearest.empty()) {
    std::ranges::move(nearest, std::back_inserter(found_));
  } else if (!kinds.empty()) {
    add(subject, "type",
        fmt::format("expected {}{}, found {}", alternatives(kinds), for_name(name),
                    found_kind(subject.value)));
  } else {
    add(subject, keyword,
        fmt::format("{} has none of the allowed forms", named(name, subject.value)));
  }
}

std::string Explainer::wanted(NodeIndex index, bool plural, unsigned depth) const {
  if (depth > kMaxWantedDepth) return "";
  while (program_.nodes[index].target != kNoNode) index = program_.nodes[index].target;
  const Node& node = program_.nodes[index];
  if (node.types == kArrayType && node.array && node.array->rest != kNoNode && !plural) {
    const std::string items = wanted(node.array->rest, true, depth + 1);
    return items.empty() ? "a list" : "a list of " + items;
  }
  if (node.types != 0) return wanted_kinds(node.types, plural);
  if (!node.combination) return "";
  std::vector<std::string> kinds;
  for (const auto* list : {&node.combination->any_of, &node.combination->one_of}) {
    for (const NodeIndex branch : *list) {
      std::string kind = wanted(branch, plural, depth + 1);
      if (!kind.empty() && std::ranges::find(kinds, kind) == kinds.end()) {
        kinds.push_back(std::move(kind));
      }
    }
  }
  return alternatives(kinds);
}

}  // namespace runbookc
