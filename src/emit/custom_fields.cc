#include "emit/custom_fields.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>

#include "base/text.h"
#include "schema/document_type.h"

namespace runbookc {
namespace {

// What pages show and index.json carries under names of its own.
constexpr std::array<std::string_view, 25> kKnown = {"title",
                                                     "type",
                                                     "id",
                                                     "summary",
                                                     "owner",
                                                     "owners",
                                                     "last_reviewed",
                                                     "review_every",
                                                     "next_review",
                                                     "last_updated",
                                                     "last_tested",
                                                     "status",
                                                     "severity",
                                                     "services",
                                                     "alerts",
                                                     "tags",
                                                     "audience",
                                                     "estimated_time",
                                                     "approval_required",
                                                     "approved_by",
                                                     "parameters",
                                                     "depends_on",
                                                     "aliases",
                                                     "version",
                                                     "distribution"};

std::string label_of(const DocumentType& type, std::string_view key) {
  const Value* properties = type.schema_value.find("properties");
  const Value* field = properties == nullptr ? nullptr : properties->find(key);
  const Value* title = field == nullptr ? nullptr : field->find("title");
  if (title != nullptr && title->is_string() && !trim(title->text).empty()) return title->text;
  std::string label(key);
  std::ranges::replace_if(label, [](char c) { return c == '_' || c == '-'; }, ' ');
  if (!label.empty() && label.front() >= 'a' && label.front() <= 'z') {
    label.front() = static_cast<char>(label.front() - 'a' + 'A');
  }
  return label;
}

void write_number(JsonWriter& json, const Value& value) {
  constexpr double kExact = 9007199254740992.0;  // 2^53
  if (!std::isfinite(value.number)) {
    json.string(value.text);
  } else if (value.number == std::floor(value.number) && std::abs(value.number) <= kExact) {
    json.number(static_cast<std::int64_t>(value.number));
  } else {
    json.real(value.number);
  }
}

void write_scalar(JsonWriter& json, const Value& value) {
  switch (value.kind) {
    case Value::Kind::boolean:
      json.boolean(value.boolean);
      break;
    case Value::Kind::number:
      write_number(json, value);
      break;
    case Value::Kind::string:
      json.string(value.text);
      break;
    default:
      json.null();
  }
}

// A container whose parts are being written.
struct OpenValue {
  const Value* value;
  std::size_t next = 0;
};

void close_value(JsonWriter& json, const Value& value) {
  if (value.is_object()) {
    json.end_object();
  } else {
    json.end_array();
  }
}

}  // namespace

std::vector<CustomField> custom_fields(const Corpus& corpus, const Page& page) {
  std::vector<CustomField> fields;
  const DocumentType* type = corpus.type_of(page);
  if (type == nullptr) return fields;
  for (const std::string& key : type->schema.described_keys()) {
    if (std::ranges::find(kKnown, key) != kKnown.end()) continue;
    const Value* value = corpus.front_matter_of(page).find(key);
    if (value != nullptr) fields.push_back({key, label_of(*type, key), value});
  }
  return fields;
}

void write_value(JsonWriter& json, const Value& value) {
  std::vector<OpenValue> open;
  const Value* next = &value;
  for (;;) {
    if (next != nullptr && next->is_scalar()) {
      write_scalar(json, *next);
    } else if (next != nullptr) {
      next->is_object() ? json.begin_object() : json.begin_array();
      open.push_back({next});
    }
    if (open.empty()) return;
    OpenValue& top = open.back();
    next = nullptr;
    if (top.value->is_object() && top.next < top.value->members.size()) {
      const Member& member = top.value->members[top.next++];
      json.key(member.key);
      next = &member.value;
    } else if (top.next < top.value->items.size()) {
      next = &top.value->items[top.next++];
    } else {
      close_value(json, *top.value);
      open.pop_back();
    }
  }
}

std::string value_text(const Value& value) {
  if (value.is_scalar()) return value.text;
  JsonWriter json(0);
  write_value(json, value);
  return std::string(trim(json.take()));
}

}  // namespace runbookc
