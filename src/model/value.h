// A tree of plain data (YAML or JSON) that knows where each part was written.
//
// Front matter, configuration, owners and schemas are all read into this. Its depth is bounded by
// the reader that makes it, so that recursion over it is safe.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "source/span.h"

namespace runbookc {

struct Member;

struct Value {
  enum class Kind : std::uint8_t { null, boolean, number, string, array, object };

  Kind kind = Kind::null;
  bool boolean = false;
  // Numbers: the value (exact for integers up to 2^53) and, in `text`, the spelling.
  double number = 0;
  // Strings: the decoded text. Other scalars: as written ("1.10" stays "1.10", "2026-09-01" is a
  // string).
  std::string text;
  std::vector<Value> items;     // arrays
  std::vector<Member> members;  // objects, in the order written; keys are unique
  Span span;                    // without surrounding white space; {0,0} if made by code

  bool is_null() const { return kind == Kind::null; }
  bool is_string() const { return kind == Kind::string; }
  bool is_number() const { return kind == Kind::number; }
  bool is_array() const { return kind == Kind::array; }
  bool is_object() const { return kind == Kind::object; }
  bool is_scalar() const { return !is_array() && !is_object(); }

  // The member with this key, or null. Null, too, if this is no object.
  const Value* find(std::string_view key) const;
  const Member* find_member(std::string_view key) const;

  // Equality of data: places do not count, objects compare as sets, 1.0 equals 1 (JSON Schema
  // core 4.2.3).
  bool same_data(const Value& other) const;

  // Field by field, places and order included.
  friend bool operator==(const Value&, const Value&);
};

struct Member {
  std::string key;
  Span key_span;
  Value value;

  friend bool operator==(const Member&, const Member&) = default;
};

std::string_view kind_name(Value::Kind kind);  // "a string", "a list", … for messages

// Constructors for values made by code (no place).
Value string_value(std::string_view text);
Value object_value(std::vector<Member> members);
Value array_value(std::vector<Value> items);

}  // namespace runbookc
