#include "schema/document_type.h"

#include <catch2/catch.hpp>

#include "base/embedded.h"
#include "located_message.h"
#include "unit/schema/schema_from_text.h"

namespace runbookc {
namespace {

constexpr std::string_view kFolder = "schemas/types/";

Value embedded(std::string_view path) {
  const auto bytes = find_embedded(path);
  INFO(path);
  REQUIRE(bytes);
  return json(*bytes);
}

DocumentType shipped(std::string_view name) {
  const std::vector<Value> common{embedded("schemas/types/_common.json")};
  Result<DocumentType> type = compile_document_type(
      name, embedded(std::string(kFolder) + std::string(name) + ".json"), common);
  INFO((type.ok() ? "" : type.error().message));
  REQUIRE(type.ok());
  return std::move(*type);
}

std::vector<std::string> titles(const std::vector<SectionContract>& sections) {
  std::vector<std::string> out;
  for (const SectionContract& section : sections) out.push_back(section.title);
  return out;
}

std::string type_error(std::string_view schema) {
  const Result<DocumentType> type = compile_document_type("x", json(schema), {});
  return type.ok() ? "" : located_message(type.error());
}

using Titles = std::vector<std::string>;

TEST_CASE("the shipped types require the sections that the contract lists") {
  CHECK(shipped("page").sections.empty());
  CHECK(titles(shipped("runbook").sections) == Titles{"Purpose", "Prerequisites", "Procedure",
                                                      "Verification", "Rollback", "Post-Incident"});
  CHECK(titles(shipped("alert").sections) ==
        Titles{"Meaning", "Impact", "Diagnosis", "Mitigation"});
  CHECK(titles(shipped("incident-response").sections) ==
        Titles{"Detection", "Initial Response", "Investigation", "Mitigation", "Resolution",
               "Post-Incident", "Communication Templates"});
  CHECK(titles(shipped("on-call").sections) == Titles{"Purpose", "Escalation Path",
                                                      "Severity Response Times",
                                                      "Communication Channels", "Playbooks"});
  CHECK(titles(shipped("operations").sections) ==
        Titles{"Emergency Procedures", "Daily Operations", "Incident Response",
               "Backup and Recovery", "Maintenance Procedures", "Escalation Matrix"});
  CHECK(titles(shipped("escalation").sections) ==
        Titles{"Escalation Path", "Priority Definitions", "Contact Information"});
}

TEST_CASE("the shipped types mark steps, tables, playbooks, indexes and templates") {
  CHECK(shipped("runbook").sections[2].steps);
  CHECK(shipped("escalation").sections[1].table);
  CHECK(shipped("escalation").sections[2].table);
  const SectionContract playbooks = shipped("on-call").sections[4];
  CHECK(playbooks.each_subsection);
  CHECK(titles(playbooks.subsections) == Titles{"Symptoms", "Response Steps"});
  CHECK(shipped("index").links_folder);
  CHECK(shipped("template").placeholders_meant);
  CHECK_FALSE(shipped("runbook").links_folder);
}

TEST_CASE("no title belongs to two sections of one shipped type") {
  for (const EmbeddedFile& file : embedded_files()) {
    if (!file.path.starts_with(kFolder) || file.path.ends_with("_common.json")) continue;
    const std::string_view name =
        file.path.substr(kFolder.size(), file.path.size() - kFolder.size() - 5);
    const DocumentType type = shipped(name);
    for (const SectionContract& one : type.sections) {
      for (const SectionContract& other : type.sections) {
        if (&one == &other) continue;
        for (const std::string& alias : one.aliases) {
          INFO(name << ": " << alias << " in " << one.title << " and " << other.title);
          CHECK_FALSE(fulfils_title(other, alias));
        }
      }
    }
  }
}

TEST_CASE("every field of the shipped types is described with an example") {
  const DocumentType type = shipped("runbook");
  const Value* properties = type.schema_value.find("properties");
  REQUIRE(properties != nullptr);
  for (const char* key : {"title",
                          "owner",
                          "last_reviewed",
                          "review_every",
                          "severity",
                          "services",
                          "alerts",
                          "estimated_time",
                          "approval_required",
                          "parameters",
                          "id",
                          "type",
                          "summary",
                          "status",
                          "tags",
                          "audience",
                          "version",
                          "aliases",
                          "last_updated",
                          "last_tested",
                          "next_review",
                          "approved_by",
                          "distribution",
                          "depends_on"}) {
    INFO(key);
    CHECK(properties->find(key) != nullptr);
  }
  for (const Member& member : properties->members) {
    INFO(member.key);
    CHECK(member.value.find("description") != nullptr);
    CHECK(member.value.find("examples") != nullptr);
  }
}

TEST_CASE("every example of a field is valid") {
  const DocumentType type = shipped("runbook");
  for (const Member& field : type.schema_value.find("properties")->members) {
    for (const Value& example : field.value.find("examples")->items) {
      INFO(field.key);
      CHECK(type.schema.accepts(object_value({Member{field.key, {}, example}})));
    }
  }
}

TEST_CASE("a shipped type requires no field and leaves owners and reviews to their rules") {
  const DocumentType type = shipped("runbook");
  CHECK(type.schema.accepts(Value{}));
  CHECK(type.schema.accepts(json("{}")));
  CHECK(type.schema.accepts(json(R"({"owner": null, "last_reviewed": "soon", "review_every": 12,
      "next_review": [], "version": 1.10, "estimated_time": 30, "tags": null})")));
}

TEST_CASE("a shipped type refuses fields of a wrong kind") {
  const DocumentType type = shipped("alert");
  CHECK(type.schema.validate(json(R"({"status": "actve"})"))[0].help == "did you mean 'active'?");
  CHECK(type.schema.validate(json(R"({"services": {"a": 1}})"))[0].message ==
        "expected a string, a number or a list for 'services', found a map of keys");
  CHECK(type.schema.validate(json(R"({"parameters": [{"nam": "A"}]})")).size() == 2);
  CHECK(type.schema.validate(json(R"({"title": 12})"))[0].help == "put it in quotes");
}

TEST_CASE("a misspelt field of a shipped type is known for what it is meant to be") {
  const auto unknown = shipped("runbook").schema.unknown_keys(json(R"({"last_reviwed": ""})"));
  REQUIRE(unknown.size() == 1);
  CHECK(unknown[0].suggestion == "last_reviewed");
}

TEST_CASE("a team's schema without an id can refer to the shipped fields") {
  const std::vector<Value> common{embedded("schemas/types/_common.json")};
  const Value schema = json(R"({"allOf": [{"$ref": "_common.json#/definitions/front_matter"}],
      "required": ["cost_centre"], "properties": {"cost_centre": {"type": "string"}}})");
  const Result<DocumentType> type = compile_document_type("drill", schema, common);
  REQUIRE(type.ok());
  CHECK(type->title == "drill");
  CHECK(type->schema.described_keys().front() == "cost_centre");
  CHECK(type->schema.unknown_keys(json(R"({"owner": "a", "cost_centre": "b"})")).empty());
  CHECK(type->schema_value.find("properties")->find("owner") != nullptr);
}

TEST_CASE("a section contract says all that it can") {
  const Value schema = json(R"({"x-section-order": "strict", "x-sections": [
      {"title": "A", "description": "d", "aliases": ["B"], "required": false, "level": 3,
       "not_empty": false, "steps": true, "commands": true, "checklist": true,
       "table": {"columns": ["Who", "When"]}, "subsections": [{"title": "C"}]}]})");
  const Result<DocumentType> type = compile_document_type("x", schema, {});
  REQUIRE(type.ok());
  CHECK(type->strict_order);
  const SectionContract& section = type->sections[0];
  CHECK(section.description == "d");
  CHECK(section.aliases == Titles{"B"});
  CHECK_FALSE(section.required);
  CHECK(section.level == 3);
  CHECK_FALSE(section.not_empty);
  CHECK((section.steps && section.commands && section.checklist && section.table));
  CHECK(section.columns == Titles{"Who", "When"});
  CHECK(titles(section.subsections) == Titles{"C"});
  CHECK_FALSE(section.each_subsection);
}

TEST_CASE("what a contract leaves out has a default") {
  const Value schema = json(R"({"x-sections": [{"title": "A"}]})");
  const Result<DocumentType> type = compile_document_type("x", schema, {});
  REQUIRE(type.ok());
  CHECK_FALSE(type->strict_order);
  CHECK(type->sections[0].required);
  CHECK(type->sections[0].not_empty);
  CHECK_FALSE(type->sections[0].table);
}

TEST_CASE("a fault in a contract is an Error at its pointer and line") {
  CHECK(type_error("{\"x-sections\": [\n{\"title\": \"A\", \"stepz\": true}]}") ==
        "2:16: at /x-sections/0: 'stepz' is not a known key");
  CHECK(type_error(R"({"x-sections": [{"title": "A", "steps": "yes"}]})") ==
        "1:41: at /x-sections/0/steps: expected true or false, found a string");
  CHECK(type_error(R"({"x-sections": [{"title": "A", "subsections": [{}]}]})") ==
        "1:48: at /x-sections/0/subsections/0: the section has no title");
  CHECK(type_error(R"({"x-sections": [{"title": "A", "role": "fix"}]})") ==
        "1:40: at /x-sections/0/role: expected one of meaning, impact, preparation, diagnosis, "
        "mitigation, rollback, escalation, found 'fix'");
  CHECK(type_error(R"({"x-section-order": "strikt"})") ==
        "1:21: at /x-section-order: expected 'strict' or 'any'");
  CHECK(type_error(R"({"x-sections": [{"title": "🔁"}]})") ==
        "1:27: at /x-sections/0/title: the title holds no word");
  CHECK(type_error(R"({"x-sections": [{"title": "A", "level": 2.5}]})") ==
        "1:41: at /x-sections/0/level: expected a whole number from 0 (any) to 6, found 2.5");
  CHECK(type_error(R"({"x-sectoins": []})") ==
        "1:2: at the root: 'x-sectoins' is not a known keyword");
  CHECK(type_error(R"({"x-index": 1})") == "1:13: at /x-index: expected true or false");
  CHECK(type_error(R"({"x-sections": {}})").find("expected a list of sections") !=
        std::string::npos);
}

TEST_CASE("two entries that claim one heading are refused, unless at two levels") {
  CHECK(type_error(R"({"x-sections": [{"title": "A"}, {"title": "B", "aliases": ["1. a"]}]})") ==
        "1:60: at /x-sections/1/aliases/0: the section 'A' claims the heading '1. a' already");
  const auto accepts = [](std::string_view sections) {
    return compile_document_type("t", json("{\"x-sections\": " + std::string(sections) + "}"), {})
        .ok();
  };
  CHECK_FALSE(accepts(R"([{"title": "A", "subsections": [{"title": "B"}, {"title": "b."}]}])"));
  CHECK_FALSE(accepts(R"([{"title": "A", "level": 2}, {"title": "A"}])"));
  CHECK(accepts(R"([{"title": "A", "level": 2}, {"title": "A", "level": 3}])"));
  CHECK(accepts(R"([{"title": "A", "aliases": ["a"], "subsections": [{"title": "A"}]}])"));
}

TEST_CASE("keywords of other tools are left alone") {
  CHECK(compile_document_type("t", json(R"({"x-intellij-html-description": "<b>"})"), {}).ok());
}

}  // namespace
}  // namespace runbookc
