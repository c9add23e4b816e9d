#include "schema/schema_index.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <system_error>
#include <utility>

#include "base/path.h"
#include "schema/uri.h"

namespace runbookc {
namespace {

// The keywords of draft-07 whose value is a schema, a list of them, or a map to them. `items` and
// `dependencies` may be either of two; what is no schema among them holds no `$id`.
constexpr auto kSchemaKeywords =
    std::to_array<std::string_view>({"items", "additionalItems", "contains", "additionalProperties",
                                     "propertyNames", "not", "if", "then", "else"});
constexpr auto kListKeywords =
    std::to_array<std::string_view>({"items", "allOf", "anyOf", "oneOf"});
constexpr auto kMapKeywords = std::to_array<std::string_view>(
    {"definitions", "properties", "patternProperties", "dependencies"});

template <typename List>
bool is_one_of(const List& list, std::string_view keyword) {
  return std::ranges::find(list, keyword) != list.end();
}

const Value* step_into(const Value& value, const std::string& token) {
  if (value.is_object()) return value.find(token);
  if (!value.is_array()) return nullptr;
  std::size_t index = 0;
  const char* end = token.data() + token.size();
  const auto read = std::from_chars(token.data(), end, index);
  return read.ec == std::errc() && read.ptr == end && index < value.items.size()
             ? &value.items[index]
             : nullptr;
}

}  // namespace

const Value* reference_of(const Value& schema) {
  const Value* reference = schema.find("$ref");
  return reference != nullptr && reference->is_string() ? reference : nullptr;
}

std::vector<Subschema> subschemas_of(const Value& schema) {
  std::vector<Subschema> found;
  for (const Member& member : schema.members) {
    const std::string step = "/" + pointer_token(member.key);
    const auto add = [&](const Value& child, const std::string& steps) {
      if (child.is_object()) found.push_back({&child, steps});
    };
    if (is_one_of(kSchemaKeywords, member.key)) add(member.value, step);
    if (is_one_of(kListKeywords, member.key)) {
      for (std::size_t i = 0; i < member.value.items.size(); ++i) {
        add(member.value.items[i], step + "/" + std::to_string(i));
      }
    }
    if (is_one_of(kMapKeywords, member.key)) {
      for (const Member& child : member.value.members) {
        add(child.value, step + "/" + pointer_token(child.key));
      }
    }
  }
  return found;
}

void SchemaIndex::add(const Value& schema, std::string_view base, std::string_view name) {
  const Value* id = schema.find("$id");
  SchemaPlace root{.schema = &schema, .base = std::string(base), .name = std::string(name)};
  // A whole schema is known by its `$id` even if that stands beside a `$ref`.
  if (id != nullptr && id->is_string()) {
    const std::string uri = resolve_uri(base, id->text);
    root.base = std::string(split_uri(uri).absolute);
    by_uri_.emplace(uri, root);
  }
  by_uri_.emplace(root.base, root);
  std::vector<SchemaPlace> pending{std::move(root)};
  while (!pending.empty()) {
    SchemaPlace place = std::move(pending.back());
    pending.pop_back();
    if (place.schema != &schema) add_id(place);
    bases_.emplace(place.schema, place.base);
    add_subschemas(place, pending);
  }
}

// A relative or absolute `$id` begins a new base; one that is a mere fragment names the place.
void SchemaIndex::add_id(SchemaPlace& place) {
  const Value* id = place.schema->find("$id");
  if (id == nullptr || !id->is_string() || reference_of(*place.schema) != nullptr) return;
  const std::string uri = resolve_uri(place.base, id->text);
  if (!split_uri(id->text).absolute.empty()) place.base = std::string(split_uri(uri).absolute);
  by_uri_.emplace(uri, place);
  by_uri_.emplace(std::string(split_uri(uri).absolute), place);
}

void SchemaIndex::add_subschemas(const SchemaPlace& place, std::vector<SchemaPlace>& pending) {
  for (const Subschema& child : subschemas_of(*place.schema)) {
    pending.push_back({child.schema, place.base, place.name + child.steps});
  }
}

SchemaPlace SchemaIndex::below(const SchemaPlace& parent, const Value& child,
                               std::string_view steps) const {
  const auto known = bases_.find(&child);
  return {.schema = &child,
          .base = known == bases_.end() ? parent.base : known->second,
          .name = parent.name + std::string(steps)};
}

std::optional<SchemaPlace> SchemaIndex::follow(SchemaPlace place, std::string_view pointer) const {
  const auto tokens = pointer_tokens(pointer);
  if (!tokens) return std::nullopt;
  for (const std::string& token : *tokens) {
    const Value* next = step_into(*place.schema, token);
    if (next == nullptr) return std::nullopt;
    place = below(place, *next, "/" + pointer_token(token));
  }
  return place;
}

std::optional<SchemaPlace> SchemaIndex::resolve(const SchemaPlace& from,
                                                std::string_view reference) const {
  const std::string uri = resolve_uri(from.base, reference);
  const SplitUri target = split_uri(uri);
  const std::string fragment = percent_decode(target.fragment);
  if (!fragment.empty() && fragment.front() != '/') {
    const auto named = by_uri_.find(uri);
    return named == by_uri_.end() ? std::nullopt : std::optional(named->second);
  }
  const auto resource = by_uri_.find(std::string(target.absolute));
  if (resource == by_uri_.end()) return std::nullopt;
  return follow(resource->second, fragment);
}

}  // namespace runbookc
