#include "schema/keyword_slip.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <ranges>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/near_miss.h"
#include "schema/schema_fault.h"
#include "schema/schema_index.h"

namespace runbookc {
namespace {

constexpr std::string_view kDraft = "http://json-schema.org/draft-07/schema";
constexpr std::string_view kNewestDraft =
    "http://json-schema.org/schema";  // no draft in particular
constexpr std::string_view kOwnPrefix = "x-";

using Names = std::vector<std::string>;

const Names& draft_keywords() {
  static const Names kNames = {"$id",
                               "$schema",
                               "$ref",
                               "$comment",
                               "title",
                               "description",
                               "default",
                               "readOnly",
                               "writeOnly",
                               "examples",
                               "multipleOf",
                               "maximum",
                               "exclusiveMaximum",
                               "minimum",
                               "exclusiveMinimum",
                               "maxLength",
                               "minLength",
                               "pattern",
                               "additionalItems",
                               "items",
                               "maxItems",
                               "minItems",
                               "uniqueItems",
                               "contains",
                               "maxProperties",
                               "minProperties",
                               "required",
                               "additionalProperties",
                               "definitions",
                               "properties",
                               "patternProperties",
                               "dependencies",
                               "propertyNames",
                               "const",
                               "enum",
                               "type",
                               "format",
                               "contentMediaType",
                               "contentEncoding",
                               "if",
                               "then",
                               "else",
                               "allOf",
                               "anyOf",
                               "oneOf",
                               "not"};
  return kNames;
}

// Keywords of other tools begin with `x-`, too, and what follows is no business of draft-07.
const Names& own_keywords() {
  static const Names kNames = {"x-sections", "x-section-order", "x-index", "x-template"};
  return kNames;
}

// Words of later drafts, of OpenAPI and of editors, and English ones that people annotate with: no
// slip, however near to a keyword of draft-07.
bool is_another_word(std::string_view key) {
  static constexpr auto kWords = std::to_array<std::string_view>({
      "$anchor",
      "$defs",
      "allowComments",
      "allowTrailingCommas",
      "comment",
      "comments",
      "contentSchema",
      "defaultSnippets",
      "dependentRequired",
      "dependentSchemas",
      "deprecated",
      "deprecationMessage",
      "doNotSuggest",
      "enumDescriptions",
      "enumItemLabels",
      "errorMessage",
      "example",
      "markdownDeprecationMessage",
      "markdownDescription",
      "markdownEnumDescriptions",
      "maxContains",
      "minContains",
      "note",
      "notes",
      "nullable",
      "patternErrorMessage",
      "prefixItems",
      "suggestSortText",
      "unevaluatedItems",
      "unevaluatedProperties",
  });
  return std::ranges::find(kWords, key) != kWords.end();
}

bool is_draft(const Value& schema_uri) {
  std::string_view uri = schema_uri.text;
  if (uri.ends_with('#')) uri.remove_suffix(1);
  const std::string plain =
      uri.starts_with("https://") ? "http://" + std::string(uri.substr(8)) : std::string(uri);
  return plain == kDraft || plain == kNewestDraft;
}

Error fault_at(const SchemaPlace& place, Span span, std::string_view problem, std::string help) {
  return schema_fault(place.name.empty() ? "the root" : place.name, span, problem, std::move(help));
}

std::optional<Error> find_slip_in(const SchemaPlace& place, const Member& keyword,
                                  NearMissBudget& budget) {
  if (keyword.key == "$schema" && !is_draft(keyword.value)) {
    return fault_at(place, keyword.value.span,
                    fmt::format("the schema is written in '{}'", keyword.value.text),
                    fmt::format("schemas are draft-07: write '{}#'", kDraft));
  }
  const bool is_ours = keyword.key.starts_with(kOwnPrefix);
  const Names& known = is_ours ? own_keywords() : draft_keywords();
  if (std::ranges::find(known, keyword.key) != known.end()) return std::nullopt;
  if (is_another_word(keyword.key)) return std::nullopt;
  const auto nearest = budget.nearest(keyword.key, known);
  if (!nearest) return std::nullopt;
  return fault_at(place, keyword.key_span, fmt::format("'{}' is not a known keyword", keyword.key),
                  fmt::format("did you mean '{}'?", *nearest));
}

}  // namespace

std::optional<Error> find_keyword_slip(const Value& schema) {
  NearMissBudget budget;
  std::vector<SchemaPlace> pending{{.schema = &schema, .base = {}, .name = {}}};
  while (!pending.empty()) {
    const SchemaPlace place = std::move(pending.back());
    pending.pop_back();
    for (const Member& keyword : place.schema->members) {
      if (std::optional<Error> slip = find_slip_in(place, keyword, budget)) return slip;
    }
    const std::vector<Subschema> below = subschemas_of(*place.schema);
    for (const Subschema& child : std::views::reverse(below)) {
      pending.push_back({child.schema, {}, place.name + child.steps});
    }
  }
  return std::nullopt;
}

}  // namespace runbookc
