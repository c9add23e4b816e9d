// A pull request cannot drown the gate.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "e2e/process.h"
#include "e2e/temp_folder.h"

namespace runbookc {
namespace {

std::string repeated(std::size_t count, std::string_view before, std::string_view after) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) {
    text.append(before).append(std::to_string(i)).append(after);
  }
  return text;
}

nlohmann::json findings_of(const TempFolder& folder, std::string_view code) {
  const ProcessResult result = run_in(folder.path(), {"check", "--format", "json"});
  CAPTURE(result.err);
  REQUIRE(result.exit_code == 1);
  nlohmann::json found = nlohmann::json::array();
  const auto report = nlohmann::json::parse(result.out);
  for (const auto& one : report["diagnostics"]) {
    if (one["code"] == code) found.push_back(one);
  }
  return found;
}

}  // namespace

TEST_CASE("thousands of findings of one kind are two hundred and a count") {
  const TempFolder folder;
  folder.write("runbookc.yaml", "site: { title: Flood }\n");
  folder.write("content/a.md", "# A\n\n" + repeated(5'000, "[x](gone-", ".md)\n\n"));
  const auto found = findings_of(folder, "RB301");
  REQUIRE(found.size() == 201);
  CHECK(found.back()["message"] == "… and 4,800 more of this kind in this document");
  CHECK(found.back()["start"]["line"] == 403);
  CHECK(found.back()["severity"] == "error");
  folder.write("runbookc.yaml", "limits: { findings_per_rule: 3 }\n");
  CHECK(findings_of(folder, "RB301").size() == 4);
}

TEST_CASE("half a megabyte of tags without a quotation mark is looked at once") {
  const TempFolder folder;
  folder.write("content/a.md", "# A\n\n[x](gone.md)\n\n" + repeated(40'000, "<Tab", ">\n"));
  CHECK(findings_of(folder, "RB008").size() == 201);
}

TEST_CASE("a contract of a thousand sections meets thousands of headings that nearly fit") {
  const TempFolder folder;
  folder.write("schemas/types/big.json",
               "{\"x-sections\": [" +
                   repeated(1'000, "{\"title\": \"Section wanted ", "\", \"aliases\": []},") +
                   "{\"title\": \"Last\"}]}");
  folder.write("content/a.md", "---\ntype: big\n---\n\n# A\n\n" +
                                   repeated(15'000, "## Sectoin wanted ", "x\n\nText.\n\n"));
  CHECK(findings_of(folder, "RB201").size() == 201);
}

TEST_CASE("a block of thousands of commands that are no shell is read in one go") {
  const TempFolder folder;
  folder.write("content/a.md", "# A\n\n```bash\n" + repeated(4'900, "ls ) – “", "” b\n") + "```\n");
  const auto found = findings_of(folder, "RB601");
  REQUIRE(found.size() == 201);
  CHECK(found.back()["message"] == "… and 4,700 more of this kind in this document");
}

TEST_CASE("thousands of commands do not multiply what stands around them") {
  const std::string words = repeated(900, "word", " ");
  const std::string headings =
      "# " + words + "\n\n## " + words + "\n\n### " + words + "\n\n#### " + words + "\n\n";
  const auto [before, info] = GENERATE_COPY(table<std::string, std::string>(
      {{headings, "bash # " + std::string(100'000, 'x')}, {"# A\n\n" + words + ":\n\n", "bash"}}));
  const TempFolder folder;
  folder.write("content/a.md",
               before + "```" + info + "\n" + repeated(5'000, "ls ", "\n") + "```\n");
  const auto format = GENERATE(as<std::string>{}, "text", "json", "sh");
  const ProcessResult result = run_in(folder.path(), {"commands", "--format", format});
  CAPTURE(format, result.err);
  REQUIRE(result.exit_code == 0);
  CHECK(result.out.find("ls 4999") != std::string::npos);
  CHECK(result.out.size() < 8 * 1'024 * 1'024);
}

}  // namespace runbookc
