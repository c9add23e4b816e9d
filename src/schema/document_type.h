// A document type: the schema of its front matter and the contract of its sections.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "model/value.h"
#include "schema/json_schema.h"
#include "schema/section_role.h"

namespace runbookc {

// One entry of `x-sections`.
struct SectionContract {
  std::string title;
  std::string description;  // what belongs here; `new` writes it as a comment
  std::vector<std::string> aliases;
  SectionRole role = SectionRole::none;
  bool required = true;
  int level = 0;           // 0: any
  bool not_empty = true;   // holds more than nothing, TODO, TBD, "check logs"
  bool steps = false;      // holds at least one step
  bool commands = false;   // holds at least one command
  bool checklist = false;  // holds at least one task item
  bool table = false;      // holds a table, with these columns if any are named
  std::vector<std::string> columns;
  std::vector<SectionContract> subsections;
  bool each_subsection = false;  // `subsections` is a contract for every subsection (playbooks),
                                 // instead of a list of them
};

// Where type schemas are at home, so that one without an `$id` can say "_common.json".
inline constexpr std::string_view kTypesUri = "https://runbookc.dev/schemas/types/";

struct DocumentType {
  std::string name;  // "runbook": the schema's file name without ".json"
  std::string title;
  std::string description;
  JsonSchema schema;
  // As read, for `new`, `explain` and generated documentation; but all the fields of its root stand
  // in `properties` (and `required`), references followed.
  Value schema_value;
  std::vector<SectionContract> sections;
  bool strict_order = false;
  bool links_folder = false;        // `x-index`: links every document of its folder
  bool placeholders_meant = false;  // `x-template`: unresolved placeholders are its purpose
};

// Compiles a type's schema file. `common` are schemas that it may refer to by `$id`. A schema
// without an `$id` may refer to the shipped ones by file name: "_common.json#/definitions/…".
Result<DocumentType> compile_document_type(std::string_view name, const Value& schema,
                                           std::span<const Value> common);

// A heading's title as contracts compare it: without numbering ("3.", "3.2", "IV.", "Step 3:"),
// emoji, trailing punctuation, a last remark in brackets, and case; dashes are spaces, `&` is
// "and".
std::string comparable_title(std::string_view title);

// Whether a section titled `title` fulfils `contract` (its title or an alias).
bool fulfils_title(const SectionContract& contract, std::string_view title);

}  // namespace runbookc
