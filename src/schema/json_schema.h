// JSON Schema draft-07, compiled once and applied to many values. The only user of RE2.
//
// Implements every assertion and applicator of draft-07 core and validation. `$ref` resolves within
// the schema and to the schemas given to compile() by `$id`; it never fetches. `format` is checked
// for date, date-time, time, email, uri, uri-reference, regex, ipv4, ipv6, hostname and
// json-pointer only if asked for (draft-07 makes it optional). Patterns are ECMA 262 as far as RE2
// can express them: a pattern with look-around or back-references is a compile error.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "model/value.h"

namespace runbookc {

struct Violation {
  std::string instance_pointer;  // RFC 6901, to the value
  std::string keyword;           // "enum", "required", …
  std::string message;           // "'P9' is not one of P1, P2, P3, P4"
  std::string help;              // "did you mean 'P1'?", or the field's own description
  std::string subject;           // the offending value or key as text
  std::string replacement;       // with has_replacement: what `span` should read
  bool has_replacement = false;
  // Where: the value; for an unknown key, the key; for a missing key, the enclosing object.
  Span span;
};

// A member that the schema neither describes nor allows by pattern, though it forbids nothing.
// Reported apart from violations because it is often a slip of the pen.
struct UnknownKey {
  std::string key;
  std::string suggestion;  // the nearest described key that is not there; may be empty
  std::string present;     // without one: the nearest that is; may be empty
  bool sure = false;       // no other is as near
  Span span;
};

// Copies share what was compiled.
class JsonSchema {
 public:
  struct Options {
    bool check_formats = false;
    // What references are relative to in a schema without an `$id`; may be empty.
    std::string base_uri;
  };

  // `schema` need not outlive the call; neither need `others` (schemas with an `$id`, for `$ref`).
  // An Error names the JSON pointer of the offending keyword.
  static Result<JsonSchema> compile(const Value& schema, std::span<const Value> others,
                                    const Options& options);
  static Result<JsonSchema> compile(const Value& schema) { return compile(schema, {}, Options{}); }

  // Every violation at the innermost value that causes it, in the order of the value. Of a failed
  // `anyOf`/`oneOf` the branch that came nearest is reported. Thread-safe; work is bounded
  // (a schema whose references never end on one value is refused by compile()).
  std::vector<Violation> validate(const Value& value) const;

  // Whether `value` is valid; faster than validate() when the reasons do not matter.
  bool accepts(const Value& value) const;

  // Top-level keys of the object `value` that no `properties` or `patternProperties` reached by
  // the root schema (through `$ref` and `allOf`) describes. None if it says what other keys may
  // hold (`additionalProperties`), or describes no key at all.
  std::vector<UnknownKey> unknown_keys(const Value& value) const;

  // The keys that the root schema describes, in its order.
  const std::vector<std::string>& described_keys() const;

  struct Program;  // schema/program.h

 private:
  explicit JsonSchema(std::shared_ptr<const Program> program);
  std::shared_ptr<const Program> program_;
};

}  // namespace runbookc
