#include "schema/yaml_sample.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <vector>

#include "base/ascii.h"
#include "base/text.h"
#include "schema/local_reference.h"

namespace runbookc {
namespace {

bool is_plain_character(char c) {
  return is_letter(c) || is_digit(c) || c == ' ' || c == '-' || c == '_' || c == '.' || c == '/' ||
         c == '(' || c == ')' || (c & 0x80) != 0;
}

// "90 days", "15-30 minutes" and "2026-09-01" start like numbers, and yet nobody quotes them.
bool is_plain_count_or_date(std::string_view text) {
  constexpr std::string_view kDate = "0000-00-00";
  const std::size_t space = text.find(' ');
  const bool counts = space != std::string_view::npos && is_letter(text[space + 1]);
  const bool date =
      text.size() == kDate.size() && std::ranges::equal(text, kDate, [](char c, char shape) {
        return shape == '0' ? is_digit(c) : c == shape;
      });
  return is_digit(text.front()) && (counts || date);
}

// What ends a line for some readers of YAML, and how to write it.
struct LineBreak {
  std::string_view bytes;
  std::string_view escape;
};
constexpr std::array<LineBreak, 4> kLineBreaks = {
    {{"\u0085", "\\u0085"}, {"\u2028", "\\u2028"}, {"\u2029", "\\u2029"}, {"\ufeff", "\\uFEFF"}}};

bool has_line_break(std::string_view text) {
  return std::ranges::any_of(kLineBreaks, [&](const LineBreak& one) {
    return text.find(one.bytes) != std::string_view::npos;
  });
}

// Whether a plain scalar would be read as something other than a string, or not at all. `yes` is
// one for us, and a boolean for readers of YAML 1.1.
bool needs_quotes(std::string_view text) {
  static constexpr std::string_view kWords[] = {"null", "true", "false", "~", "", "yes",
                                                "no",   "on",   "off",   "y", "n"};
  if (std::ranges::find(kWords, lower_ascii(text)) != std::end(kWords)) return true;
  if (trim(text) != text || !std::ranges::all_of(text, is_plain_character)) return true;
  if (has_line_break(text)) return true;
  const char first = text.front();
  return !is_letter(first) && (first & 0x80) == 0 && !is_plain_count_or_date(text);
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
  for (const LineBreak& one : kLineBreaks) out = replace_all(out, one.bytes, one.escape);
  return out + "\"";
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

std::string yaml_flow(const Value& value) {
  std::vector<std::string> parts;
  switch (value.kind) {
    case Value::Kind::array:
      for (const Value& item : value.items) parts.push_back(yaml_flow(item));
      return "[" + join(parts, ", ") + "]";
    case Value::Kind::object:
      for (const Member& member : value.members) {
        parts.push_back(yaml_scalar(member.key) + ": " + yaml_flow(member.value));
      }
      return parts.empty() ? "{}" : "{ " + join(parts, ", ") + " }";
    case Value::Kind::string:
      return yaml_scalar(value.text);
    default:
      return value.text.empty() ? "null" : value.text;
  }
}

std::string yaml_sample(const Value& property, const Value& schema) {
  const Value& target = follow_local(property, schema);
  const Value* value = offered(property);
  if (value == nullptr) value = offered(target);
  for (const std::string_view keyword : {"anyOf", "oneOf"}) {
    const Value* branch = value == nullptr ? first_of(target, keyword) : nullptr;
    if (branch == nullptr) continue;
    const Value& chosen = follow_local(*branch, schema);
    value = offered(chosen);
    if (value == nullptr) return placeholder(chosen);
  }
  return value == nullptr ? placeholder(target) : yaml_flow(*value);
}

}  // namespace runbookc
