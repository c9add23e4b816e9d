#include "schema/required_slip.h"

#include <fmt/format.h>

#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

#include "base/near_miss.h"
#include "schema/schema_fault.h"
#include "schema/schema_index.h"

namespace runbookc {
namespace {

struct Place {
  const Value* schema = nullptr;
  std::string name;
  bool asks = true;  // false: below a keyword that tests for fields, also for those not to be had
};

using Names = std::vector<std::string>;
using NameSet = std::unordered_set<std::string>;

Names keys_of(const Value* object) {
  Names keys;
  if (object == nullptr) return keys;
  for (const Member& member : object->members) keys.push_back(member.key);
  return keys;
}

bool is_test(std::string_view steps) {
  const std::string_view keyword = steps.substr(0, steps.find('/', 1));
  return keyword == "/if" || keyword == "/not" || keyword == "/anyOf" || keyword == "/oneOf";
}

std::vector<Place> places_in(const Value& schema) {
  std::vector<Place> places{{.schema = &schema, .name = {}}};
  for (std::size_t i = 0; i < places.size(); ++i) {
    const Place place = places[i];
    for (const Subschema& child : subschemas_of(*place.schema)) {
      places.push_back(
          {child.schema, place.name + child.steps, place.asks && !is_test(child.steps)});
    }
  }
  return places;
}

void add_described(NameSet& names, const std::vector<Place>& places) {
  for (const Place& place : places) {
    for (std::string& key : keys_of(place.schema->find("properties"))) names.insert(std::move(key));
  }
}

NameSet names_in(const Value& required) {
  NameSet names;
  for (const Value& name : required.items) names.insert(name.text);
  return names;
}

bool is_plural(std::string_view plural, const std::string& word) {
  if (plural == word + "s" || plural == word + "es") return true;
  return word.ends_with('y') && plural == word.substr(0, word.size() - 1) + "ies";
}

// Whether the two may well be fields of their own.
bool are_two_words(const std::string& name, const std::string& other) {
  return is_plural(name, other) || is_plural(other, name);
}

std::optional<Error> find_slip_in(const Value& required, const std::string& pointer,
                                  const NameSet& described, const Names& properties,
                                  NearMissBudget& budget) {
  constexpr std::size_t kFewestLetters = 5;  // shorter words are near to many
  const NameSet asked = names_in(required);
  for (const Value& name : required.items) {
    if (name.text.size() < kFewestLetters || described.contains(name.text)) continue;
    const auto meant = budget.nearest(name.text, properties);
    if (!meant || asked.contains(*meant)) continue;  // that one is asked for as well
    if (are_two_words(name.text, *meant)) continue;
    return schema_fault(pointer, name.span, fmt::format("no property is called '{}'", name.text),
                        fmt::format("did you mean '{}'?", *meant));
  }
  return std::nullopt;
}

}  // namespace

std::optional<Error> find_required_slip(const Value& schema, const Value* root_fields,
                                        std::span<const Value> common) {
  const std::vector<Place> places = places_in(schema);
  NameSet described;
  add_described(described, places);
  for (const Value& other : common) add_described(described, places_in(other));
  for (std::string& key : keys_of(root_fields)) described.insert(std::move(key));
  NearMissBudget budget;
  for (const Place& place : places) {
    const Value* required = place.schema->find("required");
    const Value* properties = place.schema->find("properties");
    if (!place.asks || required == nullptr || properties == nullptr) continue;
    const bool is_root = place.schema == &schema && root_fields != nullptr;
    std::optional<Error> slip = find_slip_in(*required, place.name + "/required", described,
                                             keys_of(is_root ? root_fields : properties), budget);
    if (slip) return slip;
  }
  return std::nullopt;
}

}  // namespace runbookc
