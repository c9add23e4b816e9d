#include <catch2/catch.hpp>

#include "base/embedded.h"
#include "schema/document_type.h"
#include "schema/field_list.h"
#include "schema/yaml_sample.h"
#include "unit/schema/schema_from_text.h"

namespace runbookc {
namespace {

JsonSchema output(std::string_view name) {
  const auto bytes = find_embedded("schemas/output/" + std::string(name) + ".json");
  REQUIRE(bytes);
  return schema_of(*bytes);
}

TEST_CASE("every shipped schema is valid against the metaschema") {
  const auto meta = find_embedded("schemas/draft-07.json");
  REQUIRE(meta);
  const JsonSchema schema = schema_of(*meta);
  for (const EmbeddedFile& file : embedded_files()) {
    if (!file.path.starts_with("schemas/")) continue;
    INFO(file.path);
    CHECK(schema.validate(json(file.bytes)).empty());
  }
}

// Whether every field of `schema`, at any depth, says what it is for and shows a value.
void check_fields(const Value& schema) {
  const auto fields = list_fields(schema);
  CHECK(!fields.empty());
  for (const SchemaField& field : fields) {
    INFO(field.path);
    CHECK(field.description.size() >= 8);
    CHECK(!field.description.ends_with('.'));
    CHECK(!field.example.empty());
  }
}

// Every `examples` and `default` below `schema`, each valid for the subschema that it stands in.
std::size_t check_samples(const Value& root) {
  std::size_t checked = 0;
  std::vector<const Value*> pending = {&root};
  while (!pending.empty()) {
    const Value& schema = *pending.back();
    pending.pop_back();
    for (const Value& item : schema.items) pending.push_back(&item);
    for (const Member& member : schema.members) pending.push_back(&member.value);
    std::vector<Value> samples;
    if (const Value* list = schema.find("examples"); list != nullptr && list->is_array()) {
      samples = list->items;
    }
    const Value* fallback = schema.find("default");
    if (fallback != nullptr && schema.find("description") != nullptr) samples.push_back(*fallback);
    if (samples.empty()) continue;
    Value alone = schema;
    if (const Value* definitions = root.find("definitions"); definitions != nullptr) {
      if (alone.find("definitions") == nullptr) {
        alone.members.push_back({"definitions", {}, *definitions});
      }
    }
    const auto common = find_embedded("schemas/types/_common.json");
    const std::vector<Value> others{json(*common)};
    const Result<JsonSchema> compiled = JsonSchema::compile(
        alone, others, {.base_uri = "https://runbookc.dev/schemas/types/sample.json"});
    REQUIRE(compiled.ok());
    for (const Value& sample : samples) {
      INFO(yaml_flow(sample));
      CHECK(compiled->validate(sample).empty());
      ++checked;
    }
  }
  return checked;
}

TEST_CASE("every field of what people write is described and has an example") {
  for (const std::string_view name : {"owners", "config"}) {
    check_fields(json(*find_embedded("schemas/output/" + std::string(name) + ".json")));
  }
  const std::vector<Value> common{json(*find_embedded("schemas/types/_common.json"))};
  std::size_t types = 0;
  for (const EmbeddedFile& file : embedded_files()) {
    if (!file.path.starts_with("schemas/types/") || file.path.ends_with("_common.json")) continue;
    INFO(file.path);
    const auto type = compile_document_type("x", json(file.bytes), common);
    REQUIRE(type.ok());
    check_fields(type->schema_value);
    CHECK(type->schema_value.find("examples") != nullptr);
    for (const SectionContract& section : type->sections) CHECK(!section.description.empty());
    ++types;
  }
  CHECK(types == 9);
}

TEST_CASE("every example and default in a shipped schema is valid") {
  std::size_t checked = 0;
  for (const EmbeddedFile& file : embedded_files()) {
    if (!file.path.starts_with("schemas/types/") && file.path != "schemas/output/owners.json" &&
        file.path != "schemas/output/config.json") {
      continue;
    }
    INFO(file.path);
    checked += check_samples(json(file.bytes));
  }
  CHECK(checked > 100);
}

TEST_CASE("a misspelt key of the project file gets its suggestion at the key") {
  const auto found =
      output("config").validate(json(R"({"site": {"titel": "x"}, "fail_no": "error"})"));
  REQUIRE(found.size() == 2);
  CHECK(found[0].help == "did you mean 'title'?");
  CHECK(found[1].help == "did you mean 'fail_on'?");
}

TEST_CASE("rules are set by severity, options, glob and type") {
  const JsonSchema config = output("config");
  CHECK(config.accepts(json(R"({"rules": {"preset": "strict", "RB301": "off",
      "interval-too-long": {"severity": "info", "maximum": "1 year"},
      "archive/**": {"preset": "legacy"}, "type:template": {"RB107": "off"}}})")));
  const auto severity = config.validate(json(R"({"rules": {"RB301": "warnning"}})"));
  REQUIRE(severity.size() == 1);
  CHECK(severity[0].help == "did you mean 'warning'?");
  CHECK_FALSE(config.accepts(json(R"({"rules": {"RB301": 1}})")));
  CHECK_FALSE(config.accepts(json(R"({"rules": {"a/**": "off"}})")));
  CHECK_FALSE(config.accepts(json(R"({"rules": {"a/**": {"b/**": {"preset": "legacy"}}}})")));
}

TEST_CASE("severities are a list or a map") {
  const JsonSchema config = output("config");
  CHECK(config.accepts(json(R"({"severities": [{"name": "P1", "response_time": "5 minutes"}]})")));
  CHECK(config.accepts(json(R"({"severities": {"P1": "5 minutes"}})")));
  CHECK_FALSE(config.accepts(json(R"({"severities": [{"nam": "P1"}]})")));
}

TEST_CASE("an empty project file is a project file") { CHECK(output("config").accepts(Value{})); }

TEST_CASE("owners are a list or a map") {
  const JsonSchema owners = output("owners");
  CHECK(owners.accepts(json(R"({"owners": [{"id": "a", "contacts": {"slack": ["#a", "#b"]}}]})")));
  CHECK(
      owners.accepts(json(R"({"owners": {"a": {"kind": "team", "contacts": [{"email": "x"}]}}})")));
  const auto found = owners.validate(json(R"({"owners": [{"id": "a", "knd": "team"}]})"));
  REQUIRE(found.size() == 1);
  CHECK(found[0].help == "did you mean 'kind'?");
  CHECK_FALSE(owners.accepts(json(R"({"owners": [{"id": "a b"}]})")));
}

}  // namespace
}  // namespace runbookc
