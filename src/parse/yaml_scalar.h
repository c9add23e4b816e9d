// One scalar of a YAML text: where it ends and what it says (YAML 1.2, chapters 7 and 8).
//
// yaml-cpp tells where a scalar begins, not where it ends, and accepts some that YAML does not.
// This reads the scalar again, from the specification; the two readings have to agree.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "model/value.h"
#include "parse/yaml_fault.h"

namespace runbookc {

struct YamlScalar {
  enum class Style : std::uint8_t { plain, quoted, block };

  Style style = Style::plain;
  std::size_t end = 0;   // one past its last byte, white space not included
  std::size_t next = 0;  // where reading goes on: past the last line of a block scalar
  bool multiline = false;
  std::string text;  // decoded
};

struct YamlScalarContext {
  bool flow = false;           // inside `[ ]` or `{ }`
  bool key = false;            // keys stay on one line
  std::ptrdiff_t indent = -1;  // the column of the block collection that holds it, -1: none
};

struct YamlScalarOutcome {
  YamlScalar scalar;
  std::optional<YamlFault> fault;
};

// Reads the scalar whose first byte is text[at]. Precondition: at < text.size(). Linear.
YamlScalarOutcome read_yaml_scalar(std::string_view text, std::size_t at,
                                   YamlScalarContext context);

// Whether a line break, the end, a space or a tab stands at `at`.
bool yaml_blank_at(std::string_view text, std::size_t at);
// The end of the line that holds `at`, its ending (LF or CRLF) not included; and the next line.
std::size_t yaml_line_end(std::string_view text, std::size_t at);
std::size_t yaml_next_line(std::string_view text, std::size_t at);

// What a plain scalar means in the core schema (YAML 1.2, 10.3.2); `text` stays as written.
// Numbers that JSON cannot hold (.inf, .nan, 1e999) come back as infinities or NaN.
Value resolve_plain_scalar(std::string_view text);

}  // namespace runbookc
