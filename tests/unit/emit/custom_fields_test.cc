#include "emit/custom_fields.h"

#include <catch2/catch.hpp>
#include <map>
#include <string>

#include "parse/json.h"

namespace runbookc {
namespace {

Corpus load(std::map<std::string, std::string, std::less<>> files) {
  LoadOptions options;
  options.render = false;
  Result<Corpus> corpus = load_corpus(MemoryFiles(std::move(files)), options);
  REQUIRE(corpus.ok());
  return std::move(corpus).value();
}

std::string rewritten(std::string_view text) {
  const Result<Value> value = parse_json(SourceFile("a.json", std::string(text)));
  REQUIRE(value.ok());
  JsonWriter json(0);
  write_value(json, *value);
  return json.take();
}

}  // namespace

TEST_CASE("every field of a shipped type is one that runbookc knows") {
  const Corpus shipped = load({{"a.md", "# A\n\nText.\n"}});
  for (const DocumentType& type : shipped.types) {
    std::string front_matter = "---\n";
    for (const std::string& key : type.schema.described_keys()) {
      front_matter += key + (key == "type" ? ": " + type.name : ": x") + "\n";
    }
    const Corpus corpus = load({{"a.md", front_matter + "---\n\n# A\n\nText.\n"}});
    INFO(type.name);
    REQUIRE(corpus.documents[0].front_matter.valid);
    CHECK(custom_fields(corpus, corpus.pages.front()).empty());
  }
}

TEST_CASE("fields come in the schema's order, called by its title or by their words") {
  const Corpus corpus = load(
      {{"schemas/types/t.json",
        R"({"properties": {"cost_center": {}, "rto": {"title": "Recovery time"}, "none": {}}})"},
       {"a.md", "---\ntype: t\nrto: 1h\ncost_center: 7\nother: x\n---\n\n# A\n\nText.\n"}});
  const std::vector<CustomField> fields = custom_fields(corpus, corpus.pages.front());
  REQUIRE(fields.size() == 2);
  CHECK(fields[0].label == "Cost center");
  CHECK(fields[1].label == "Recovery time");
  CHECK(value_text(*fields[0].value) == "7");
}

TEST_CASE("any value is written as JSON again") {
  for (const char* text : {"null\n", "[1, -2.5, true, \"a\\n\"]\n",
                           "{\"a\": {}, \"b\": [[], {}]}\n", "9007199254740992\n", "\"\"\n"}) {
    CHECK(rewritten(text) == text);
  }
}

}  // namespace runbookc
