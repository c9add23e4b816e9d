#include "schema/explainer.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

#include "base/text.h"
#include "base/unicode.h"
#include "schema/wording.h"

namespace runbookc {
namespace {

// A person reads the first few; a hostile value must not cost more than its size.
constexpr std::size_t kMaxViolations = 1'000;
constexpr std::size_t kMaxSteps = 200'000;

std::vector<std::string> shown_values(const std::vector<Value>& values) {
  std::vector<std::string> out;
  out.reserve(values.size());
  for (const Value& value : values) {
    out.push_back(value.is_string() && !value.text.empty() ? printable(value.text) : shown(value));
  }
  return out;
}

void replace_by(Violation& violation, std::string_view text) {
  violation.help = fmt::format("did you mean '{}'?", printable(text));
  violation.replacement = written(text);
  violation.has_replacement = true;
}

// The only one that `text` is the beginning of ("warn" of "warning"), or null.
const std::string* only_longer(std::string_view text, const std::vector<std::string>& texts) {
  constexpr std::size_t kLeast = 3;
  const std::string* found = nullptr;
  for (const std::string& longer : texts) {
    if (text.size() < kLeast || !longer.starts_with(text)) continue;
    if (found != nullptr) return nullptr;
    found = &longer;
  }
  return found;
}

// In the order of the value, each once: several nodes may ask for the same.
std::vector<Violation> ordered(std::vector<Violation> found) {
  std::vector<std::pair<Position, std::size_t>> order;
  order.reserve(found.size());
  for (std::size_t i = 0; i < found.size(); ++i) order.emplace_back(found[i].span.start, i);
  std::ranges::sort(order);
  std::set<std::tuple<std::string, std::string, std::string>> seen;
  std::vector<Violation> sorted;
  sorted.reserve(found.size());
  for (const auto& [start, index] : order) {
    Violation& one = found[index];
    if (!seen.emplace(one.instance_pointer, one.message, one.subject).second) continue;
    sorted.push_back(std::move(one));
  }
  return sorted;
}

}  // namespace

std::vector<Violation> Explainer::explain(const Value& root) && {
  const InstancePlace place;
  const Subject whole{root, place, {}};
  explain_node(0, whole);
  if (found_.empty()) add(whole, "false", "it does not fit the schema");  // cut off
  return ordered(std::move(found_));
}

Violation& Explainer::add(const Subject& subject, std::string_view keyword, std::string message) {
  Violation& violation = found_.emplace_back();
  violation.instance_pointer = instance_pointer(subject.place);
  violation.keyword = keyword;
  violation.message = std::move(message);
  violation.help = subject.description;
  violation.subject = subject.value.is_scalar() ? subject.value.text : instance_name(subject.place);
  violation.span = subject.value.span;
  return violation;
}

void Explainer::explain_node(NodeIndex index, Subject subject) {
  const Node& node = program_.nodes[index];
  if (node.kind == Node::Kind::accept_all || found_.size() >= kMaxViolations) return;
  if (++steps_ > kMaxSteps) return;
  if (node.kind == Node::Kind::reference) {
    explain_node(node.target, subject);
    return;
  }
  if (node.kind == Node::Kind::refuse_all) {
    const std::string_view name = instance_name(subject.place);
    add(subject, "false",
        fmt::format("{} is not allowed here",
                    name.empty() ? "this" : fmt::format("'{}'", printable(name))));
    return;
  }
  if (!node.description.empty()) subject.description = node.description;
  if (!has_type(node, subject.value)) {
    explain_type(node, subject);
    return;
  }
  explain_scalar(node, subject);
  if (node.array && subject.value.is_array()) explain_array(*node.array, subject);
  if (node.object && subject.value.is_object()) explain_object(*node.object, subject);
  if (node.combination) explain_combination(*node.combination, subject);
}

void Explainer::explain_type(const Node& node, const Subject& subject) {
  const std::string_view name = instance_name(subject.place);
  Violation& violation = add(subject, "type",
                             fmt::format("expected {}{}, found {}", wanted_kinds(node.types),
                                         for_name(name), found_kind(subject.value)));
  if ((node.types & kStringType) == 0) return;
  if (subject.value.is_number() || subject.value.kind == Value::Kind::boolean) {
    violation.help = "put it in quotes";
    violation.replacement = fmt::format("\"{}\"", subject.value.text);
    violation.has_replacement = true;
  }
  const std::string text = only_text(subject.value);
  if (!text.empty()) violation.help = fmt::format("write its text without the list: {}", text);
}

void Explainer::explain_scalar(const Node& node, const Subject& subject) {
  const Value& value = subject.value;
  if (node.enumeration && !node.enumeration->contains(value)) {
    explain_enum(*node.enumeration, subject);
  } else if (node.constant && !node.constant->same_data(value)) {
    explain_const(*node.constant, subject);
  }
  if (node.bounds && value.is_number()) explain_bounds(*node.bounds, subject);
  if (value.is_string()) explain_text(node, subject);
}

void Explainer::explain_enum(const ValueSet& allowed, const Subject& subject) {
  const std::vector<std::string> all = shown_values(allowed.values);
  Violation& violation =
      add(subject, "enum",
          fmt::format("{} is not one of {}", named(instance_name(subject.place), subject.value),
                      shown_list(all)));
  std::vector<std::string> texts;
  for (const Value& value : allowed.values) {
    if (value.is_string()) texts.push_back(value.text);
  }
  if (!subject.value.is_scalar() || subject.value.text.empty()) return;
  if (const auto nearest = guesses_.nearest(subject.value.text, texts)) {
    replace_by(violation, *nearest);
    violation.has_replacement = unique_near_miss(subject.value.text, texts).has_value();
  } else if (const std::string* whole = only_longer(subject.value.text, texts)) {
    violation.help = fmt::format("did you mean '{}'?", printable(*whole));
  }
}

void Explainer::explain_const(const Value& constant, const Subject& subject) {
  const std::string_view name = instance_name(subject.place);
  Violation& violation = add(
      subject, "const", fmt::format("{} is not {}", named(name, subject.value), shown(constant)));
  if (constant.is_string() && subject.value.is_string() &&
      near_miss(subject.value.text, std::vector{constant.text})) {
    replace_by(violation, constant.text);
  }
}

void Explainer::explain_bounds(const Bounds& bounds, const Subject& subject) {
  const double number = subject.value.number;
  const std::string what = named(instance_name(subject.place), subject.value);
  const auto refuse = [&](std::string_view keyword, std::string_view relation, double limit) {
    add(subject, keyword, fmt::format("{} is {} {}", what, relation, limit));
  };
  if (bounds.minimum && number < *bounds.minimum) refuse("minimum", "less than", *bounds.minimum);
  if (bounds.maximum && number > *bounds.maximum) refuse("maximum", "more than", *bounds.maximum);
  if (bounds.exclusive_minimum && number <= *bounds.exclusive_minimum) {
    refuse("exclusiveMinimum", "not more than", *bounds.exclusive_minimum);
  }
  if (bounds.exclusive_maximum && number >= *bounds.exclusive_maximum) {
    refuse("exclusiveMaximum", "not less than", *bounds.exclusive_maximum);
  }
  if (bounds.multiple_of && !is_multiple(number, *bounds.multiple_of)) {
    refuse("multipleOf", "not a multiple of", *bounds.multiple_of);
  }
}

void Explainer::explain_text(const Node& node, const Subject& subject) {
  const std::string_view name = instance_name(subject.place);
  const std::string_view text = subject.value.text;
  const std::string what = named(name, subject.value);
  if (node.length) {
    const std::size_t size = count_code_points(text);
    if (size < node.length->least && text.empty()) {
      const std::string empty = name.empty() ? "it" : fmt::format("'{}'", printable(name));
      add(subject, "minLength", fmt::format("{} is empty", empty));
      return;
    }
    if (size < node.length->least) {
      add(subject, "minLength",
          fmt::format("{} is shorter than {}", what, count_of(node.length->least, "character")));
    }
    if (size > node.length->most) {
      add(subject, "maxLength",
          fmt::format("{} is longer than {}", what, count_of(node.length->most, "character")));
    }
  }
  if (node.pattern && !node.pattern->matches(text)) {
    Violation& violation =
        add(subject, "pattern",
            fmt::format("{} does not match the pattern {}", what, node.pattern->source()));
    if (!node.example.empty()) {
      violation.help +=
          fmt::format("{}for example '{}'", violation.help.empty() ? "" : "; ", node.example);
    }
  }
  if (node.format != Format::none && !has_format(text, node.format)) {
    add(subject, "format", fmt::format("{} is not {}", what, format_title(node.format)));
  }
}

void Explainer::explain_array(const ArrayRules& rules, const Subject& subject) {
  const std::vector<Value>& items = subject.value.items;
  const std::string_view name = instance_name(subject.place);
  const std::string list = name.empty() ? "the list" : fmt::format("'{}'", printable(name));
  if (items.size() < rules.count.least) {
    add(subject, "minItems",
        items.empty()
            ? fmt::format("{} is empty", list)
            : fmt::format("{} has fewer than {}", list, count_of(rules.count.least, "item")));
  }
  if (items.size() > rules.count.most) {
    add(subject, "maxItems",
        fmt::format("{} has more than {}", list, count_of(rules.count.most, "item")));
  }
  for (std::size_t i = 0; i < items.size(); ++i) {
    const NodeIndex node = i < rules.tuple.size() ? rules.tuple[i] : rules.rest;
    const InstancePlace place{.parent = &subject.place, .key = {}, .index = i, .is_item = true};
    if (node != kNoNode) explain_node(node, {items[i], place, subject.description});
  }
  if (const auto repeated = rules.unique ? find_repeated(items) : std::nullopt) {
    const InstancePlace place{
        .parent = &subject.place, .key = {}, .index = *repeated, .is_item = true};
    add({items[*repeated], place, subject.description}, "uniqueItems",
        fmt::format("{} is in the list twice", shown(items[*repeated])));
  }
  const auto fits = [&](const Value& item) { return evaluator_.accepts(rules.contains, item); };
  if (rules.contains != kNoNode && !std::ranges::any_of(items, fits)) {
    add(subject, "contains", fmt::format("no item of {} is what one must be", list));
  }
}

void Explainer::explain_object(const ObjectRules& rules, const Subject& subject) {
  const std::size_t size = subject.value.members.size();
  if (!rules.count.holds(size)) {
    const bool few = size < rules.count.least;
    const std::string limit = count_of(few ? rules.count.least : rules.count.most, "key");
    add(subject, few ? "minProperties" : "maxProperties",
        fmt::format("it has {} than {}", few ? "fewer" : "more", limit));
  }
  explain_required(rules, subject);
  for (const Member& member : subject.value.members) explain_member(rules, member, subject);
  explain_dependencies(rules, subject);
}

void Explainer::explain_required(const ObjectRules& rules, const Subject& subject) {
  const KeySet keys(subject.value);
  for (const std::string& key : rules.required) {
    if (keys.contains(key)) continue;
    const auto property = rules.properties.find(key);
    Violation& violation = add(subject, "required", fmt::format("'{}' is missing", printable(key)));
    violation.subject = key;
    violation.help =
        property == rules.properties.end() ? std::string() : description_of(property->second);
  }
}

void Explainer::explain_dependencies(const ObjectRules& rules, const Subject& subject) {
  if (rules.dependencies.empty()) return;
  const KeySet keys(subject.value);
  for (const Dependency& dependency : rules.dependencies) {
    if (!keys.contains(dependency.key)) continue;
    if (dependency.node != kNoNode) explain_node(dependency.node, subject);
    for (const std::string& key : dependency.keys) {
      if (keys.contains(key)) continue;
      add(subject, "dependencies",
          fmt::format("'{}' is missing, which '{}' needs", printable(key),
                      printable(dependency.key)))
          .subject = key;
    }
  }
}

void Explainer::explain_member(const ObjectRules& rules, const Member& member,
                               const Subject& subject) {
  const InstancePlace place{.parent = &subject.place, .key = member.key};
  const Subject inner{member.value, place, {}};
  bool described = false;
  const auto property = rules.properties.find(std::string_view(member.key));
  if (property != rules.properties.end()) {
    described = true;
    explain_node(property->second, inner);
  }
  for (const auto& [pattern, node] : rules.patterns) {
    if (!pattern.matches(member.key)) continue;
    described = true;
    explain_node(node, inner);
  }
  if (!described && rules.additional != kNoNode) {
    if (program_.nodes[rules.additional].kind == Node::Kind::refuse_all) {
      explain_unknown_key(rules, member, subject);
    } else {
      explain_node(rules.additional, inner);
    }
  }
  if (rules.names != kNoNode) explain_name(rules, member, subject);
}

void Explainer::explain_unknown_key(const ObjectRules& rules, const Member& member,
                                    const Subject& subject) {
  if (found_.size() >= kMaxViolations) return;
  const InstancePlace place{.parent = &subject.place, .key = member.key};
  Violation& violation = add({member.value, place, {}}, "additionalProperties",
                             fmt::format("'{}' is not a known key", printable(member.key)));
  violation.subject = member.key;
  violation.span = member.key_span;
  if (rules.property_names.empty()) return;
  const auto nearest = guesses_.nearest(member.key, rules.property_names);
  if (nearest && subject.value.find(*nearest) == nullptr) {
    replace_by(violation, *nearest);
  } else {
    violation.help = fmt::format("known are {}", shown_list(rules.property_names));
  }
}

void Explainer::explain_name(const ObjectRules& rules, const Member& member,
                             const Subject& subject) {
  Value name = string_value(member.key);
  name.span = member.key_span;
  Explainer names(program_);
  names.explain_node(rules.names, {name, subject.place, {}});
  if (names.found_.empty()) return;
  const InstancePlace place{.parent = &subject.place, .key = member.key};
  Violation& violation = add({name, place, {}}, "propertyNames",
                             fmt::format("'{}' cannot be a key here", printable(member.key)));
  const Violation& reason = names.found_.front();
  violation.help = reason.has_replacement ? reason.help : reason.message;
  violation.replacement = reason.replacement;
  violation.has_replacement = reason.has_replacement;
}

std::string Explainer::description_of(NodeIndex index) const {
  while (program_.nodes[index].target != kNoNode) index = program_.nodes[index].target;
  return program_.nodes[index].description;
}

}  // namespace runbookc
