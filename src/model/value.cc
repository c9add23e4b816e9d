#include "model/value.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace runbookc {
namespace {

std::vector<const Member*> by_key(const std::vector<Member>& members) {
  std::vector<const Member*> sorted;
  sorted.reserve(members.size());
  for (const Member& member : members) sorted.push_back(&member);
  std::ranges::sort(sorted, {},
                    [](const Member* member) -> const std::string& { return member->key; });
  return sorted;
}

bool same_members(const std::vector<Member>& a, const std::vector<Member>& b) {
  return a.size() == b.size() &&
         std::ranges::equal(by_key(a), by_key(b), [](const Member* left, const Member* right) {
           return left->key == right->key && left->value.same_data(right->value);
         });
}

}  // namespace

const Member* Value::find_member(std::string_view key) const {
  const auto found = std::ranges::find(members, key, &Member::key);
  return found == members.end() ? nullptr : &*found;
}

const Value* Value::find(std::string_view key) const {
  const Member* member = find_member(key);
  return member == nullptr ? nullptr : &member->value;
}

bool Value::same_data(const Value& other) const {
  if (kind != other.kind) return false;
  switch (kind) {
    case Kind::null:
      return true;
    case Kind::boolean:
      return boolean == other.boolean;
    case Kind::number:
      return number == other.number;
    case Kind::string:
      return text == other.text;
    case Kind::array:
      return std::ranges::equal(items, other.items, &Value::same_data);
    case Kind::object:
      return same_members(members, other.members);
  }
  return false;
}

bool operator==(const Value& a, const Value& b) {
  return std::tie(a.kind, a.boolean, a.number, a.text, a.span) ==
             std::tie(b.kind, b.boolean, b.number, b.text, b.span) &&
         a.items == b.items && a.members == b.members;
}

std::string_view kind_name(Value::Kind kind) {
  switch (kind) {
    case Value::Kind::null:
      return "null";
    case Value::Kind::boolean:
      return "a boolean";
    case Value::Kind::number:
      return "a number";
    case Value::Kind::string:
      return "a string";
    case Value::Kind::array:
      return "a list";
    case Value::Kind::object:
      return "an object";
  }
  return "a value";
}

Value string_value(std::string_view text) {
  Value value;
  value.kind = Value::Kind::string;
  value.text = text;
  return value;
}

Value object_value(std::vector<Member> members) {
  Value value;
  value.kind = Value::Kind::object;
  value.members = std::move(members);
  return value;
}

Value array_value(std::vector<Value> items) {
  Value value;
  value.kind = Value::Kind::array;
  value.items = std::move(items);
  return value;
}

}  // namespace runbookc
