#include "schema/type_reference.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <fstream>
#include <sstream>

#include "base/embedded.h"
#include "base/files.h"
#include "base/text.h"
#include "base/unicode.h"
#include "corpus/type_registry.h"
#include "parse/json.h"
#include "source/source_file.h"

namespace runbookc {
namespace {

std::vector<DocumentType> types_of(MemoryFiles files) {
  auto registry = load_document_types(files);
  REQUIRE(registry.ok());
  return std::move(registry->types);
}

std::vector<DocumentType> shipped_types() { return types_of(MemoryFiles({})); }

Value embedded_schema(std::string_view name) {
  const std::string path = "schemas/output/" + std::string(name) + ".json";
  const SourceFile file(path, std::string(*find_embedded(path)));
  Result<Value> value = parse_json(file);
  REQUIRE(value.ok());
  return std::move(*value);
}

const DocumentType& type_named(const std::vector<DocumentType>& types, std::string_view name) {
  const auto found = std::ranges::find(types, name, &DocumentType::name);
  REQUIRE(found != types.end());
  return *found;
}

}  // namespace

TEST_CASE("docs/fields.md is what the schemas say") {
  const std::string path = std::string(RUNBOOKC_SOURCE_DIR) + "/docs/fields.md";
  const std::string wanted =
      fields_markdown(shipped_types(), embedded_schema("owners"), embedded_schema("config"));
  if (std::getenv("RUNBOOKC_ACCEPT") != nullptr) {
    std::ofstream(path, std::ios::binary) << wanted;
  }
  std::ifstream in(path, std::ios::binary);
  std::ostringstream committed;
  committed << in.rdbuf();
  // Not CHECK(a == b): the whole file twice helps nobody.
  const bool is_current = committed.str() == wanted;
  INFO("RUNBOOKC_ACCEPT=1 ctest -R corpus writes docs/fields.md anew");
  CHECK(is_current);
}

TEST_CASE("every type and each of its sections stands in the reference") {
  const std::vector<DocumentType> types = shipped_types();
  const std::string markdown =
      fields_markdown(types, embedded_schema("owners"), embedded_schema("config"));
  for (const DocumentType& type : types) {
    CHECK(markdown.find("\n### " + type.name + "\n") != std::string::npos);
    for (const SectionContract& section : type.sections) {
      INFO(section.title);
      CHECK(markdown.find("\n| " + section.title + " | ") != std::string::npos);
    }
  }
  CHECK(markdown.find("| Playbooks › each › Symptoms | text |") != std::string::npos);
  CHECK(markdown.find("| `parameters[].secret` | true or false |") != std::string::npos);
  CHECK(markdown.find("| `owners[].contacts.pager` |") != std::string::npos);
  CHECK(markdown.find("| `review.due_soon` |") != std::string::npos);
}

TEST_CASE("a cell of the reference cannot end its row") {
  const std::string schema = R"({"properties": {"a": {"type": "string",
      "description": "this | that", "examples": ["x|y"]}}})";
  const auto types = types_of(MemoryFiles({{"schemas/types/odd.json", schema}}));
  const std::string markdown =
      fields_markdown(types, embedded_schema("owners"), embedded_schema("config"));
  CHECK(markdown.find("| `a` | a string | this \\| that. | `\"x\\|y\"` |") != std::string::npos);
}

TEST_CASE("a type is explained with its own fields in 80 columns") {
  const std::string schema = R"({"description": "A change of the tariff.",
      "allOf": [{"$ref": "_common.json#/definitions/front_matter"}],
      "required": ["tariff"],
      "properties": {"tariff": {"type": "string", "description": "Which tariff", "examples": ["B2"]}},
      "x-section-order": "strict",
      "x-sections": [{"title": "Change", "description": "What changes", "steps": true,
                      "table": {"columns": ["Old", "New"]}},
                     {"title": "Notes", "required": false, "not_empty": false}]})";
  const auto types = types_of(MemoryFiles({{"schemas/types/tariff.json", schema}}));
  const std::string text = explain_type(type_named(types, "tariff"));
  CHECK(text.starts_with("tariff\nA change of the tariff.\n"));
  CHECK(text.find("Sections, in this order") != std::string::npos);
  CHECK(text.find("    Holds numbered steps; a table with Old, New.\n") != std::string::npos);
  CHECK(text.find("  Notes (optional)\n\n") != std::string::npos);  // nothing is said of it
  CHECK(text.find("Holds .") == std::string::npos);
  CHECK(text.find("  tariff (a string), required\n    Which tariff.\n    Example: B2\n") !=
        std::string::npos);
  CHECK(text.find("  last_reviewed (a string)\n") != std::string::npos);
  for (const DocumentType& type : types) {
    const std::string explanation = explain_type(type);
    for (const std::string_view line : split_lines(explanation)) {
      const bool is_value = line.starts_with("    Example: ") || line.find(": ") < 30;
      if (!is_value && display_width(line) > 80) FAIL_CHECK(line);
    }
  }
}

TEST_CASE("words of a type's own schema go before the common ones and lose nothing") {
  const auto types = shipped_types();
  const Value* alerts = type_named(types, "alert").schema_value.find("properties")->find("alerts");
  REQUIRE(alerts != nullptr);
  CHECK(alerts->find("description")->text.starts_with("The alerts that this page explains"));
  CHECK(alerts->find("type") != nullptr);
}

}  // namespace runbookc
