#include "schema/section_role.h"

#include <catch2/catch.hpp>

#include "schema/document_type.h"
#include "unit/schema/schema_from_text.h"

namespace runbookc {
namespace {

DocumentType type_of(std::string_view sections) {
  Result<DocumentType> type =
      compile_document_type("x", json("{\"x-sections\": " + std::string(sections) + "}"), {});
  INFO((type.ok() ? "" : type.error().message));
  REQUIRE(type.ok());
  return std::move(*type);
}

}  // namespace

TEST_CASE("every role has a name that leads back to it") {
  for (int i = 1; i <= static_cast<int>(SectionRole::escalation); ++i) {
    const auto role = static_cast<SectionRole>(i);
    CHECK(find_section_role(section_role_name(role)) == role);
  }
  CHECK_FALSE(find_section_role("none"));
  CHECK(section_role_name(SectionRole::none).empty());
}

TEST_CASE("a heading has the role that its own type gives it, under any alias, at any depth") {
  const std::vector<DocumentType> types = [] {
    std::vector<DocumentType> made;
    made.push_back(type_of(R"([{"title": "Fix", "aliases": ["Cure"], "role": "mitigation"},
        {"title": "Cases", "subsections": {"each": [{"title": "Signs", "role": "meaning"}]}}])"));
    made.push_back(type_of(R"([{"title": "Undo", "aliases": ["Cure"], "role": "rollback"}])"));
    return made;
  }();
  const SectionRoles roles(types);
  CHECK(roles.of(0, "3. 🔧 CURE:") == SectionRole::mitigation);
  CHECK(roles.of(1, "Cure") == SectionRole::rollback);
  CHECK(roles.of(0, "Signs") == SectionRole::meaning);
  CHECK(roles.of(0, "Cases") == SectionRole::none);
}

TEST_CASE("what a type gives no role has the one on which the other types agree") {
  std::vector<DocumentType> types;
  types.push_back(type_of(R"([{"title": "Fix", "aliases": ["Cure"], "role": "mitigation"}])"));
  types.push_back(
      type_of(R"([{"title": "Undo", "aliases": ["Cure", "Back"], "role": "rollback"}])"));
  types.push_back(type_of(R"([{"title": "Other", "aliases": ["Back"]}])"));
  const SectionRoles roles(types);
  CHECK(roles.of(2, "Undo") == SectionRole::rollback);
  CHECK(roles.of(0xffffffff, "Fix") == SectionRole::mitigation);
  CHECK(roles.of(2, "Cure") == SectionRole::none);
  CHECK(roles.of(2, "Back") == SectionRole::none);
}

}  // namespace runbookc
