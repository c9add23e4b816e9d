#include "schema/contract_match.h"

#include <catch2/catch.hpp>
#include <string>

#include "parse/document_parser.h"
#include "parse/json.h"

namespace runbookc {
namespace {

DocumentType type_of(std::string sections) {
  const SourceFile file("t.json", "{ \"x-sections\": " + std::move(sections) + " }");
  const Result<Value> schema = parse_json(file);
  REQUIRE(schema.ok());
  Result<DocumentType> type = compile_document_type("t", *schema, {});
  REQUIRE(type.ok());
  return std::move(type).value();
}

// "Purpose=2": the contract's title and the line of the heading that fulfils it; 0: missing.
std::vector<std::string> match(const DocumentType& type, std::string_view markdown) {
  const SourceFile file("a.md", std::string(markdown));
  const Document document = parse_document(file, "a.md", {});
  const ContractNames names(std::span(&type, 1));
  std::vector<std::string> found;
  for (const ContractMatch& one : match_contracts(document, type, names)) {
    const std::uint32_t line =
        one.section == kNone ? 0 : document.sections[one.section].span.start.line;
    found.push_back(one.contract->title + "=" + std::to_string(line));
  }
  return found;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("contracts are matched in their own order, by title or alias, at any level") {
  const DocumentType type =
      type_of(R"([{ "title": "Purpose" }, { "title": "Rollback", "aliases": ["Undo"] }])");
  CHECK(match(type, "# T\n## Undo\n### 1. Purpose\n") == Texts{"Purpose=3", "Rollback=2"});
  CHECK(match(type, "# T\n") == Texts{"Purpose=0", "Rollback=0"});
}

TEST_CASE("the title of a document fulfils no contract, unless it is one heading of many") {
  const DocumentType type = type_of(R"([{ "title": "Rollback" }])");
  CHECK(match(type, "# Rollback\n\n## Undo\n") == Texts{"Rollback=0"});
  CHECK(match(type, "# Rollback\n\n# Undo\n") == Texts{"Rollback=1"});
}

TEST_CASE("the shallowest heading of a name is the section, and the first of equals") {
  const DocumentType type = type_of(R"([{ "title": "Rollback", "aliases": ["Undo"] }])");
  CHECK(match(type, "# T\n### Rollback\n## Undo\n## Rollback\n") == Texts{"Rollback=3"});
}

TEST_CASE("a contract with a level wants its heading there") {
  const DocumentType type = type_of(R"([{ "title": "Rollback", "level": 2 }])");
  CHECK(match(type, "# T\n### Rollback\n") == Texts{"Rollback=0"});
  CHECK(match(type, "# T\n### Rollback\n## Rollback\n") == Texts{"Rollback=3"});
}

TEST_CASE("subsections are looked for below their section only") {
  const DocumentType type =
      type_of(R"([{ "title": "Contacts", "subsections": [{ "title": "Vendors" }] }])");
  CHECK(match(type, "## Vendors\n## Contacts\n### Vendors\n") == Texts{"Contacts=2", "Vendors=3"});
  CHECK(match(type, "## Vendors\n## Contacts\n") == Texts{"Contacts=2", "Vendors=0"});
  CHECK(match(type, "## Vendors\n") == Texts{"Contacts=0"});
}

TEST_CASE("a contract for each subsection applies to each") {
  const DocumentType type =
      type_of(R"([{ "title": "Playbooks", "subsections": { "each": [{ "title": "Steps" }] } }])");
  CHECK(match(type, "## Playbooks\n### A\n#### Steps\n### B\n### C\n#### Steps\n") ==
        Texts{"Playbooks=1", "Steps=3", "Steps=0", "Steps=6"});
  CHECK(match(type, "## Playbooks\n") == Texts{"Playbooks=1"});
}

TEST_CASE("an optional section that is not there is nothing to speak of") {
  const DocumentType type = type_of(R"([{ "title": "A", "required": false }, { "title": "B" }])");
  CHECK(match(type, "# T\n## B\n") == Texts{"B=2"});
}

TEST_CASE("so many sections are missed, and no more") {
  const DocumentType type =
      type_of(R"([{ "title": "P", "subsections": { "each": [{ "title": "A" }] } }])");
  std::string text = "# T\n## P\n";
  for (std::size_t i = 0; i < kMostMisses + 10; ++i) text += "### x\n";
  CHECK(match(type, text).size() == 1 + kMostMisses);
}

}  // namespace runbookc
