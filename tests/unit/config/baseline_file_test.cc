#include "config/baseline_file.h"

#include <catch2/catch.hpp>

#include "base/embedded.h"
#include "located_message.h"
#include "parse/json.h"
#include "schema/json_schema.h"

namespace runbookc {
namespace {

const Baseline kSample = {{{"content/a \"b\".md", "target-missing", "0123456789abcdef"},
                           {"content/c.md", "section-empty", "fedcba9876543210"}}};

Result<Baseline> read(std::string text) {
  return read_baseline(SourceFile("old.json", std::move(text)));
}

std::string message(std::string text) { return located_message(read(std::move(text)).error()); }

TEST_CASE("a baseline reads back as it was written, one finding a line") {
  const std::string text = baseline_text(kSample);
  CHECK(std::ranges::count(text, '\n') == 8);
  const auto read_back = read(text);
  REQUIRE(read_back);
  CHECK(read_back->entries == kSample.entries);
  CHECK(read(baseline_text({}))->entries.empty());
}

TEST_CASE("what is written is what the schema describes") {
  const SourceFile schema_file("schema",
                               std::string(*find_embedded("schemas/output/baseline.json")));
  const auto schema = parse_json(schema_file);
  REQUIRE(schema);
  const auto compiled = JsonSchema::compile(*schema);
  REQUIRE(compiled);
  const auto document = parse_json(SourceFile("baseline", baseline_text(kSample)));
  REQUIRE(document);
  CHECK(compiled->validate(*document).empty());
}

TEST_CASE("a file that is no baseline is refused at its place") {
  CHECK(message("[]") == "old.json:1:1: this is no baseline: it has no 'version'");
  CHECK(message("{\"version\": 2}") == "old.json:1:13: a baseline of another version than 1");
  CHECK(message("{\"version\": 1,\n \"findings\": {}}") ==
        "old.json:2:14: 'findings' should be a list");
  CHECK(message("{\"version\": 1, \"findings\": [\n{\"path\": \"a\", \"rule\": 3}]}") ==
        "old.json:2:1: a finding has a path, a rule and a fingerprint");
  CHECK(message("{\"version\": 1,").starts_with("old.json:1:"));
}

TEST_CASE("a merge that is left half done is told as that, at its first marker") {
  const std::string text =
      "{\n  \"version\": 1,\n<<<<<<< HEAD\n  \"findings\": []\n=======\n>>>>>>> main\n}\n";
  const Error error = read(text).error();
  CHECK(located_message(error) ==
        "old.json:3:1: the baseline holds the markers of a merge conflict");
  CHECK(error.help == "take either side whole, then write it anew with --update-baseline");
  CHECK(message("<<<<<<< HEAD\n{").starts_with("old.json:1:1: the baseline holds"));
  // Within a string it is none.
  const std::string entry =
      R"({"path": "<<<<<<< a.md", "rule": "target-missing", "fingerprint": "0"})";
  CHECK(read("{\"version\": 1, \"findings\": [" + entry + "]}").ok());
}

}  // namespace
}  // namespace runbookc
