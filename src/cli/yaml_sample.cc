#include "cli/yaml_sample.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "base/text.h"

namespace runbookc {
namespace {

constexpr int kLongestReferenceChain = 8;

bool is_plain_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == ' ' ||
         c == '-' || c == '_' || c == '.' || c == '/' || c == '(' || c == ')' || (c & 0x80) != 0;
}

// Whether a plain scalar would be read as something other than a string, or not at all.
bool needs_quotes(std::string_view text) {
  static constexpr std::string_view kWords[] = {"null", "true", "false", "~", ""};
  if (std::ranges::find(kWords, lower_ascii(text)) != std::end(kWords)) return true;
  if (trim(text) != text || !std::ranges::all_of(text, is_plain_character)) return true;
  const char first = text.front();
  const bool is_letter = (first >= 'a' && first <= 'z') || (first >= 'A' && first <= 'Z');
  return !is_letter && (first & 0x80) == 0;
}

std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    if (static_cast<unsigned char>(c) < 0x20) {
      out += fmt::format("\\x{:02x}", static_cast<unsigned>(c));
    } else {
      out += c;
    }
  }
  return out + "\"";
}

// Depth is bounded by the reader that made the value.
std::string flow_text(const Value& value) {
  std::vector<std::string> parts;
  switch (value.kind) {
    case Value::Kind::array:
      for (const Value& item : value.items) parts.push_back(flow_text(item));
      return "[" + join(parts, ", ") + "]";
    case Value::Kind::object:
      for (const Member& member : value.members) {
        parts.push_back(yaml_scalar(member.key) + ": " + flow_text(member.value));
      }
      return parts.empty() ? "{}" : "{ " + join(parts, ", ") + " }";
    case Value::Kind::string:
      return yaml_scalar(value.text);
    default:
      return value.text.empty() ? "null" : value.text;
  }
}

// The value at a `#/a/b` reference (RFC 6901), or null.
const Value* look_up(std::string_view reference, const Value& schema) {
  if (!reference.starts_with("#/")) return nullptr;
  const Value* at = &schema;
  for (const std::string_view part : split(reference.substr(2), '/')) {
    at = at->find(replace_all(replace_all(part, "~1", "/"), "~0", "~"));
    if (at == nullptr) return nullptr;
  }
  return at;
}

const Value& resolve(const Value& property, const Value& schema) {
  const Value* at = &property;
  for (int i = 0; i < kLongestReferenceChain; ++i) {
    const Value* reference = at->find("$ref");
    const Value* next = reference == nullptr ? nullptr : look_up(reference->text, schema);
    if (next == nullptr) break;
    at = next;
  }
  return *at;
}

const Value* first_of(const Value& property, std::string_view keyword) {
  const Value* list = property.find(keyword);
  return list == nullptr || list->items.empty() ? nullptr : &list->items.front();
}

// What the schema itself offers as a value, or null.
const Value* offered(const Value& property) {
  if (const Value* value = first_of(property, "examples")) return value;
  if (const Value* value = property.find("default")) return value;
  if (const Value* value = property.find("const")) return value;
  return first_of(property, "enum");
}

std::string placeholder(const Value& property) {
  const Value* type = property.find("type");
  if (type != nullptr && type->is_array() && !type->items.empty()) type = &type->items.front();
  const std::string_view name = type == nullptr ? "" : std::string_view(type->text);
  if (name == "array") return "[]";
  if (name == "object") return "{}";
  if (name == "boolean") return "false";
  return name == "integer" || name == "number" ? "0" : "TODO";
}

}  // namespace

std::string yaml_scalar(std::string_view text) {
  return needs_quotes(text) ? quoted(text) : std::string(text);
}

std::string yaml_sample(const Value& property, const Value& schema) {
  const Value& target = resolve(property, schema);
  const Value* value = offered(property);
  if (value == nullptr) value = offered(target);
  for (const std::string_view keyword : {"anyOf", "oneOf"}) {
    const Value* branch = value == nullptr ? first_of(target, keyword) : nullptr;
    if (branch == nullptr) continue;
    const Value& chosen = resolve(*branch, schema);
    value = offered(chosen);
    if (value == nullptr) return placeholder(chosen);
  }
  return value == nullptr ? placeholder(target) : flow_text(*value);
}

}  // namespace runbookc
