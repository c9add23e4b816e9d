// Writes JSON straight into a string, or piece by piece into a sink: corpus-sized output exists
// neither as a tree nor as a whole.
//
// The layout is fixed: members and items down to `open_depth` levels each have a line of their own,
// what lies deeper stays on its line, so that one runbook is one line for grep and diff. Strings
// are escaped as RFC 8259 demands; bytes that are not UTF-8 become U+FFFD.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/byte_sink.h"
#include "source/span.h"

namespace runbookc {

class JsonWriter {
 public:
  explicit JsonWriter(std::size_t open_depth = 2) : open_depth_(open_depth) {}
  // Hands on what is written in pieces of some kilobytes.
  explicit JsonWriter(ByteSink sink, std::size_t open_depth = 2)
      : open_depth_(open_depth), sink_(std::move(sink)) {}

  JsonWriter& begin_object() { return begin('{'); }
  JsonWriter& end_object() { return end('}'); }
  JsonWriter& begin_array() { return begin('['); }
  JsonWriter& end_array() { return end(']'); }
  JsonWriter& key(std::string_view name);

  JsonWriter& string(std::string_view text);
  JsonWriter& number(std::int64_t value);
  JsonWriter& real(double value);  // finite; the shortest spelling that reads back equal
  JsonWriter& boolean(bool value);
  JsonWriter& null();

  // key() and a value.
  JsonWriter& member(std::string_view name, std::string_view text) {
    return key(name).string(text);
  }
  JsonWriter& member_number(std::string_view name, std::int64_t v) { return key(name).number(v); }
  JsonWriter& member_boolean(std::string_view name, bool v) { return key(name).boolean(v); }
  JsonWriter& member_or_null(std::string_view name, std::string_view text);  // null if empty
  JsonWriter& member_strings(std::string_view name, const std::vector<std::string>& texts);
  JsonWriter& member_position(std::string_view name, Position position);  // {line, column}

  // What was written and not handed on yet, with a final newline. Precondition: every container is
  // closed.
  std::string take();
  // Hands on the rest. Preconditions: there is a sink, and every container is closed.
  void finish();

 private:
  JsonWriter& begin(char bracket);
  JsonWriter& end(char bracket);
  void before_item();
  void break_line();

  std::size_t open_depth_;
  ByteSink sink_;  // may be empty
  std::string out_;
  std::vector<bool> has_items_;  // of each open container
  bool after_key_ = false;
};

void append_json_string(std::string& out, std::string_view text);

}  // namespace runbookc
