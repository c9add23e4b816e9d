#include "schema/field_list.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <string_view>

#include "base/text.h"
#include "schema/local_reference.h"
#include "schema/program.h"
#include "schema/wording.h"
#include "schema/yaml_sample.h"

namespace runbookc {
namespace {

// A schema can refer to itself, from many fields at once.
constexpr int kDeepest = 6;
constexpr std::size_t kMostFields = 2'000;

std::string text_of(const Value& field, std::string_view key) {
  const Value* value = field.find(key);
  return value == nullptr ? std::string() : collapse_space(value->text);
}

// The kinds that `type` names, else those of the examples.
std::uint8_t kinds_of(const Value& field) {
  std::uint8_t bits = 0;
  if (const Value* type = field.find("type")) {
    bits |= type_bits_of_name(type->text);
    for (const Value& name : type->items) bits |= type_bits_of_name(name.text);
    return bits;
  }
  if (const Value* examples = field.find("examples")) {
    for (const Value& example : examples->items) bits |= type_bits(example);
  }
  return bits;
}

std::string accepted_by(const Value& field, const Value& schema) {
  const Value* allowed = field.find("enum");
  if (allowed != nullptr) {
    std::vector<std::string> names;
    for (const Value& value : allowed->items) names.push_back(shown(value));
    return alternatives(names);
  }
  std::uint8_t bits = kinds_of(field);
  for (const std::string_view keyword : {"anyOf", "oneOf"}) {
    const Value* branches = field.find(keyword);
    if (branches == nullptr) continue;
    for (const Value& branch : branches->items) bits |= kinds_of(follow_local(branch, schema));
  }
  return wanted_kinds(bits);
}

bool is_required(const Value& object, std::string_view key) {
  const Value* required = object.find("required");
  return required != nullptr && std::ranges::any_of(required->items, [key](const Value& name) {
           return name.text == key;
         });
}

class FieldLister {
 public:
  explicit FieldLister(const Value& schema) : schema_(schema) {}

  std::vector<SchemaField> run() && {
    visit(schema_, "", 0);
    return std::move(fields_);
  }

 private:
  // What stands in a value of `schema`, whose own path is `path`.
  void visit(const Value& reference, const std::string& path, int depth) {
    if (depth > kDeepest || fields_.size() >= kMostFields) return;
    const Value& schema = follow_local(reference, schema_);
    if (const Value* properties = schema.find("properties")) {
      for (const Member& member : properties->members) add(schema, member, path, depth);
    }
    if (const Value* items = schema.find("items")) visit(*items, path + "[]", depth + 1);
    for (const std::string_view keyword : {"anyOf", "oneOf"}) {
      const Value* branches = schema.find(keyword);
      if (branches == nullptr) continue;
      const std::size_t before = fields_.size();
      for (const Value& branch : branches->items) {
        visit(branch, path, depth + 1);
        if (fields_.size() > before) break;
      }
    }
  }

  void add(const Value& object, const Member& member, const std::string& path, int depth) {
    const Value& field = follow_local(member.value, schema_);
    const Value* examples = field.find("examples");
    const Value* fallback = field.find("default");
    const bool has_example = examples != nullptr && !examples->items.empty();
    const std::string own = path.empty() ? member.key : fmt::format("{}.{}", path, member.key);
    fields_.push_back({.path = own,
                       .accepts = accepted_by(field, schema_),
                       .description = text_of(field, "description"),
                       .example = has_example ? yaml_flow(examples->items.front()) : "",
                       .fallback = fallback == nullptr ? "" : yaml_flow(*fallback),
                       .required = is_required(object, member.key)});
    visit(field, own, depth + 1);
  }

  const Value& schema_;
  std::vector<SchemaField> fields_;
};

}  // namespace

std::vector<SchemaField> list_fields(const Value& schema) { return FieldLister(schema).run(); }

}  // namespace runbookc
