// adopt, in the sites of other systems.
#include <catch2/catch.hpp>

#include "e2e/process.h"
#include "e2e/temp_folder.h"

namespace runbookc {

TEST_CASE("keys that a dialect renames are kept, and ours are added") {
  const std::string body = "---\n# Q\n\n**Owner**: Orders Team\n";
  const std::string described = "---\ntitle: d\ndescription: d\n";
  const std::vector<std::array<std::string, 3>> heads = {
      {"mkdocs", "docs/a.md", described},
      {"docusaurus", "docs/a.md", described},
      {"hugo", "content/a.md", described + "type: docs\nlastmod: 2026-01-02\n"},
      {"tech-docs", "source/a.html.md.erb",
       "---\ntitle: d\nlast_reviewed_on: 2026-01-02\nreview_in: 6 months\nold_paths: [/x]\n"}};
  for (const auto& [dialect, path, head] : heads) {
    CAPTURE(dialect);
    const TempFolder folder;
    folder.write("runbookc.yaml", "dialect: " + dialect + "\n");
    folder.write(path, head + body);
    const auto adopted = run_in(folder.path(), {"adopt", "--write"});
    CAPTURE(adopted.out, adopted.err);
    CHECK(adopted.exit_code == 0);
    CHECK(folder.read(path) == head + "owner: orders-team\n" + body);
    CHECK(run_in(folder.path(), {"adopt"}).exit_code == 0);
  }
}

TEST_CASE("a key that means something else there is not written") {
  const std::string alert =
      "# QueueIsFull\n\n## Meaning\n\nMessages wait.\n\n## Impact\n\nParcels are late.\n\n"
      "## Diagnosis\n\nLook.\n\n## Mitigation\n\nAdd consumers.\n";
  const TempFolder folder;
  folder.write("runbookc.yaml", "dialect: hugo\n");
  folder.write("content/QueueIsFull.md", alert);
  const auto explained = run_in(folder.path(), {"adopt", "--explain"});
  CAPTURE(explained.out);
  CHECK(contains(explained.out, "'type' means something else here"));
  REQUIRE(run_in(folder.path(), {"adopt", "--write"}).exit_code == 0);
  CHECK_FALSE(contains(folder.read("content/QueueIsFull.md"), "type:"));
}

TEST_CASE("parts of pages are left alone, and told once") {
  const TempFolder folder;
  const std::string part = "**Owner:** Orders Team\n";
  folder.write("docusaurus.config.js", "module.exports = {};\n");
  folder.write("docs/_partials/_common.mdx", part);
  folder.write("docs/_more.md", part);
  folder.write("docs/a.md", "# A\n\n" + part);
  const auto adopted = run_in(folder.path(), {"adopt", "--write"});
  CAPTURE(adopted.out, adopted.err);
  CHECK(adopted.exit_code == 0);
  CHECK(contains(adopted.err, "2 documents left alone"));
  CHECK(folder.read("docs/_partials/_common.mdx") == part);
  CHECK(folder.read("docs/_more.md") == part);
  CHECK(folder.read("docs/a.md").starts_with("---\ntitle: A\nowner: orders-team\n"));
  CHECK_FALSE(contains(run_in(folder.path(), {"adopt", "docs/a.md"}).err, "left alone"));
}

TEST_CASE("channels that own documents are owners of the draft") {
  const TempFolder folder;
  const std::string page =
      "---\ntitle: A\nowner_slack: \"#orders\"\nlast_reviewed_on: 2026-11-01\n"
      "review_in: 6 months\n---\n\nText.\n";
  folder.write("config/tech-docs.yml", "service_name: Orders\n");
  folder.write(".github/CODEOWNERS", "* @acme/orders\n");
  folder.write("source/a.html.md.erb", page);
  folder.write("source/b.html.md.erb", "---\ntitle: B\n---\n\nText.\n");
  const auto adopted = run_in(folder.path(), {"adopt", "--write"});
  CAPTURE(adopted.out, adopted.err);
  REQUIRE(adopted.exit_code == 0);
  CHECK(folder.read("source/a.html.md.erb") == page);
  CHECK(folder.read("source/b.html.md.erb").starts_with("---\ntitle: B\nowner: orders\n---\n"));
  folder.write("source/c.html.md.erb", page);
  const auto checked = run_in(folder.path(), {"check", "--no-baseline"});
  CAPTURE(checked.out);
  CHECK_FALSE(contains(checked.out, "RB402"));
}

}  // namespace runbookc
