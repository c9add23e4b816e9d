// Where every subschema of a set of schemas is, by URI: what `$ref` is resolved with.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "model/value.h"

namespace runbookc {

// A subschema, the base of the references in it, and its name for messages: a JSON pointer within
// the schema that is compiled, a URI elsewhere.
struct SchemaPlace {
  const Value* schema = nullptr;
  std::string base;
  std::string name;
};

// A schema within another, one keyword deep.
struct Subschema {
  const Value* schema = nullptr;  // an object
  std::string steps;              // to it: "/properties/a"
};

// Those of `schema`, in the order written, references not followed.
std::vector<Subschema> subschemas_of(const Value& schema);

// Refers to the Values given to it, which must outlive it.
class SchemaIndex {
 public:
  // `base` is the URI of a schema that has no `$id`; may be empty. What is added first wins.
  void add(const Value& schema, std::string_view base, std::string_view name);

  // What `reference`, written at `from`, means.
  std::optional<SchemaPlace> resolve(const SchemaPlace& from, std::string_view reference) const;
  // `child` stands directly or indirectly in `parent`, reached by `steps` ("/properties/a").
  SchemaPlace below(const SchemaPlace& parent, const Value& child, std::string_view steps) const;

 private:
  static void add_subschemas(const SchemaPlace& place, std::vector<SchemaPlace>& pending);
  void add_id(SchemaPlace& place);
  std::optional<SchemaPlace> follow(SchemaPlace place, std::string_view pointer) const;

  std::unordered_map<std::string, SchemaPlace> by_uri_;
  std::unordered_map<const Value*, std::string> bases_;
};

// `value` as text, if it is a string with a reference: draft-07 ignores everything beside it.
const Value* reference_of(const Value& schema);

}  // namespace runbookc
