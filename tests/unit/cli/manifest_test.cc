#include "cli/manifest.h"

#include <catch2/catch.hpp>

#include "base/digest.h"
#include "base/embedded.h"
#include "parse/json.h"
#include "schema/json_schema.h"

namespace runbookc {

TEST_CASE("a manifest is valid against its schema, and known as ours") {
  const std::string text =
      render_manifest({{"a b/ü.html", 12, sha256_hex("x")}, {"index.html", 0, sha256_hex("")}});
  const auto schema_text = find_embedded("schemas/output/build.json");
  REQUIRE(schema_text.has_value());
  const auto schema =
      JsonSchema::compile(*parse_json(SourceFile("s.json", std::string(*schema_text))));
  REQUIRE(schema.ok());
  CHECK(schema->validate(*parse_json(SourceFile("build.json", text))).empty());
  CHECK(files_in_manifest(text) == std::vector<std::string>{"a b/ü.html", "index.html"});
}

TEST_CASE("the manifests of other tools are not ours") {
  CHECK_FALSE(files_in_manifest(""));
  CHECK_FALSE(files_in_manifest("not json"));
  CHECK_FALSE(files_in_manifest("[]"));
  CHECK_FALSE(files_in_manifest(R"({"tool": "runbookc"})"));
  CHECK_FALSE(files_in_manifest(R"({"tool": {"name": "webpack"}})"));
  CHECK_FALSE(files_in_manifest(std::string(100'000, '[')));
  CHECK(files_in_manifest(R"({"tool": {"name": "runbookc"}, "files": [1, {"path": 2}]})")->empty());
}

}  // namespace runbookc
