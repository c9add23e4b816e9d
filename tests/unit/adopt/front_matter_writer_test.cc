#include "adopt/front_matter_writer.h"

#include <catch2/catch.hpp>

#include "parse/document_parser.h"

namespace runbookc {
namespace {

std::optional<std::string> write(const std::string& text, const std::vector<AdoptedField>& fields,
                                 const std::vector<KeyMeaning>& keys = {}) {
  const SourceFile file("a.md", text);
  ParseOptions options;
  options.keys = keys;
  return with_front_matter(file, parse_document(file, "a.md", options), fields, {});
}

AdoptedField field(std::string key, std::string_view text) {
  return {.key = std::move(key), .value = string_value(text), .from = {}};
}

}  // namespace

TEST_CASE("front matter comes first, and no other byte changes") {
  const std::vector<AdoptedField> title = {field("title", "A")};
  CHECK(write("# A\n", title) == "---\ntitle: A\n---\n\n# A\n");
  CHECK(write("# A\r\n\r\nx", title) == "---\r\ntitle: A\r\n---\r\n\r\n# A\r\n\r\nx");
  CHECK(write("\xEF\xBB\xBF# A", title) == "\xEF\xBB\xBF---\ntitle: A\n---\n\n# A");
  CHECK(write("---\n\n# A\n", title) == "---\ntitle: A\n---\n\n---\n\n# A\n");
  CHECK(write("\n# A\n", title) == "---\ntitle: A\n---\n\n# A\n");
}

TEST_CASE("fields go to the end of the front matter that is there") {
  const std::vector<AdoptedField> owner = {field("owner", "dba")};
  CHECK(write("---\ntitle: A # x\n---\n# A\n", owner) ==
        "---\ntitle: A # x\nowner: dba\n---\n# A\n");
  CHECK(write("---\r\ntitle: A\r\n---\r\n# A\r\n", owner) ==
        "---\r\ntitle: A\r\nowner: dba\r\n---\r\n# A\r\n");
  CHECK(write("---\nsummary: |\n  a\n  b\n---\n# A\n", owner) ==
        "---\nsummary: |\n  a\n  b\nowner: dba\n---\n# A\n");
  CHECK(write("---\n---\n# A\n", owner) == "---\nowner: dba\n---\n# A\n");
}

TEST_CASE("keys that are read as others stay as they are") {
  const std::vector<KeyMeaning> keys = {{"description", "summary"}, {"type", ""}};
  const std::string head = "---\ndescription: d\nsummary: e\ntype: docs\n";
  CHECK(write(head + "---\n# A\n", {field("owner", "dba")}, keys) ==
        head + "owner: dba\n---\n# A\n");
  CHECK(!write(head + "---\n# A\n", {field("type", "alert")}, keys));
}

TEST_CASE("what cannot be extended safely is left alone") {
  CHECK(!write("---\n{title: A}\n---\n# A\n", {field("owner", "dba")}));
  CHECK(!write("---\n  title: A\n---\n# A\n", {field("owner", "dba")}));
  CHECK(!write("---\ntitle: [\n---\n# A\n", {field("owner", "dba")}));
  CHECK(!write("---\nowner: x\n---\n# A\n", {field("owner", "dba")}));
  CHECK(!write("# A\n", {}));
}

TEST_CASE("no value becomes anything but itself") {
  for (const char* text : {"a: b",
                           "a\nowner: mallory",
                           "# no comment",
                           "a # b",
                           "- x",
                           "yes",
                           "no",
                           "null",
                           "1.10",
                           "2026-01-02x",
                           "'",
                           "\"",
                           "\\",
                           "[a]",
                           "{a: b}",
                           "*a",
                           "&a",
                           "!a",
                           "|",
                           ">",
                           "@a",
                           "`a`",
                           "%a",
                           "---",
                           "...",
                           "? a",
                           ": a",
                           "a:",
                           "\t",
                           "\x01",
                           "\xE2\x80\xA8",
                           "a\xC2\x85"
                           "b",
                           "\xEF\xBB\xBF"
                           "a",
                           "",
                           " a "}) {
    CAPTURE(text);
    const auto bytes = write("# A\n", {field("title", text), field("owner", "dba")});
    REQUIRE(bytes);
    const SourceFile file("a.md", *bytes);
    const Document document = parse_document(file, "a.md", {});
    REQUIRE(document.front_matter.root.members.size() == 2);
    CHECK(document.front_matter.root.find("title")->text == text);
    CHECK(document.front_matter.root.find("title")->is_string());
    CHECK(bytes->ends_with("---\n\n# A\n"));
  }
}

TEST_CASE("a remark ends with its line") {
  AdoptedField made = field("owner", "dba");
  made.remark = "from\ngit";
  CHECK(write("# A\n", {made}) == "---\nowner: dba  # from git\n---\n\n# A\n");
}

}  // namespace runbookc
