#include <catch2/catch.hpp>

#include "base/embedded.h"
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
