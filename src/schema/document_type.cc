#include "schema/document_type.h"

#include <fmt/format.h>

#include <algorithm>
#include <ranges>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "schema/keyword_slip.h"
#include "schema/required_slip.h"
#include "schema/schema_fault.h"
#include "schema/schema_index.h"
#include "schema/section_contract.h"

namespace runbookc {
namespace {

std::string text_of(const Value& schema, std::string_view key) {
  const Value* value = schema.find(key);
  return value != nullptr && value->is_string() ? value->text : std::string();
}

// Gathers the root's `properties` and `required` through `$ref` and `allOf`.
class FieldCollector {
 public:
  FieldCollector(const Value& schema, std::span<const Value> common, std::string_view base) {
    index_.add(schema, base, "");
    for (const Value& other : common) index_.add(other, "", "");
    pending_.push_back(index_.below({&schema, std::string(base), ""}, schema, ""));
    while (!pending_.empty()) visit();
  }

  std::vector<Member> fields;
  std::vector<Value> required;

 private:
  // The place that `place` means, its references followed.
  SchemaPlace target_of(SchemaPlace place) const {
    const Value* reference = reference_of(*place.schema);
    while (reference != nullptr) {  // a circle would not have compiled
      std::optional<SchemaPlace> target = index_.resolve(place, reference->text);
      if (!target) return place;
      place = *std::move(target);
      reference = reference_of(*place.schema);
    }
    return place;
  }

  void visit() {
    const SchemaPlace place = target_of(std::move(pending_.back()));
    pending_.pop_back();
    if (!seen_.insert(place.schema).second) return;
    if (const Value* keys = place.schema->find("required")) {
      required.insert(required.end(), keys->items.begin(), keys->items.end());
    }
    if (const Value* properties = place.schema->find("properties")) {
      for (const Member& member : properties->members) {
        add_field(member, *target_of(index_.below(place, member.value, "")).schema);
      }
    }
    if (const Value* all = place.schema->find("allOf")) {
      for (const Value& part : all->items | std::views::reverse) {
        pending_.push_back(index_.below(place, part, ""));
      }
    }
  }

  // A type may say more of a field that the common schema knows: its words go first, and what it
  // does not say is taken from there.
  void add_field(const Member& member, const Value& schema) {
    const auto [found, is_new] = named_.emplace(member.key, fields.size());
    if (is_new) {
      fields.push_back({member.key, member.key_span, schema});
      return;
    }
    Value& known = fields[found->second].value;
    for (const Member& keyword : schema.members) {
      if (known.find(keyword.key) == nullptr) known.members.push_back(keyword);
    }
  }

  SchemaIndex index_;
  std::vector<SchemaPlace> pending_;
  std::unordered_set<const Value*> seen_;
  std::unordered_map<std::string, std::size_t> named_;  // a field's index in `fields`
};

void set_member(Value& object, std::string_view key, Value value) {
  const auto found = std::ranges::find(object.members, key, &Member::key);
  if (found != object.members.end()) {
    found->value = std::move(value);
  } else {
    object.members.push_back({std::string(key), {}, std::move(value)});
  }
}

// The schema with every field of the root in its own `properties`: readers of it need follow no
// reference.
Value with_all_fields(const Value& schema, std::span<const Value> common, std::string_view base) {
  if (!schema.is_object()) return schema;
  FieldCollector collected(schema, common, base);
  Value whole = schema;
  if (!collected.fields.empty()) {
    set_member(whole, "properties", object_value(std::move(collected.fields)));
  }
  if (!collected.required.empty()) {
    set_member(whole, "required", array_value(std::move(collected.required)));
  }
  return whole;
}

std::optional<Error> read_extensions(const Value& schema, DocumentType& type) {
  for (const auto& [key, flag] :
       {std::pair{"x-index", &type.links_folder}, {"x-template", &type.placeholders_meant}}) {
    const Value* value = schema.find(key);
    if (value == nullptr) continue;
    if (value->kind != Value::Kind::boolean) {
      return schema_fault(fmt::format("/{}", key), value->span, "expected true or false");
    }
    *flag = value->boolean;
  }
  if (const Value* order = schema.find("x-section-order")) {
    if (order->text != "strict" && order->text != "any") {
      return schema_fault("/x-section-order", order->span, "expected 'strict' or 'any'");
    }
    type.strict_order = order->text == "strict";
  }
  if (const Value* list = schema.find("x-sections")) {
    Result<std::vector<SectionContract>> sections = read_section_contracts(*list, "/x-sections");
    if (!sections) return sections.error();
    type.sections = std::move(*sections);
  }
  return std::nullopt;
}

}  // namespace

Result<DocumentType> compile_document_type(std::string_view name, const Value& schema,
                                           std::span<const Value> common) {
  if (std::optional<Error> slip = find_keyword_slip(schema)) return *std::move(slip);
  JsonSchema::Options options;
  options.base_uri = fmt::format("{}{}.json", kTypesUri, name);
  Result<JsonSchema> compiled = JsonSchema::compile(schema, common, options);
  if (!compiled) return compiled.error();
  DocumentType type{.name = std::string(name),
                    .title = text_of(schema, "title"),
                    .description = text_of(schema, "description"),
                    .schema = std::move(*compiled),
                    .schema_value = with_all_fields(schema, common, options.base_uri),
                    .sections = {}};
  if (type.title.empty()) type.title = type.name;
  const Value* fields = type.schema_value.find("properties");
  if (std::optional<Error> slip = find_required_slip(schema, fields, common)) {
    return *std::move(slip);
  }
  if (std::optional<Error> fault = read_extensions(schema, type)) return *std::move(fault);
  return type;
}

}  // namespace runbookc
