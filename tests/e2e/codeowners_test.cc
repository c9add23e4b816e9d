#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "e2e/process.h"
#include "e2e/sample_project.h"

namespace runbookc {

TEST_CASE("a CODEOWNERS file as the owners file owns the documents of its paths") {
  const TempFolder folder;
  folder.write("runbookc.yaml", "owners: .github/CODEOWNERS\ntypes: { default: runbook }\n");
  folder.write(".github/CODEOWNERS", "/content/db/ @acme/dba\n");
  folder.write("content/db/a.md", "# A\n");
  folder.write("content/b.md", "---\ntitle: B\n---\n");
  const auto json = nlohmann::json::parse(run_in(folder.path(), {"check", "--format", "json"}).out);
  std::vector<std::string> ownerless;
  for (const auto& found : json["diagnostics"]) {
    if (found["code"] == "RB401") ownerless.push_back(found["path"]);
  }
  CHECK(ownerless == std::vector<std::string>{"content/b.md"});
  const auto index = nlohmann::json::parse(run_in(folder.path(), {"index"}).out);
  CHECK(index["runbooks"].at(1)["owners"] == nlohmann::json{"acme/dba"});
}

TEST_CASE("an owner who differs from CODEOWNERS is a warning of the strict preset only") {
  const TempFolder folder;
  write_sample_project(folder);
  folder.write("CODEOWNERS", "* @acme/network\n");
  CHECK_FALSE(contains(run_in(folder.path(), {"check"}).out, "RB405"));
  folder.write("runbookc.yaml", "rules: { preset: strict }\n");
  const auto result = run_in(folder.path(), {"check"});
  CHECK(contains(result.out, "content/good.md:3:8"));
  CHECK(contains(result.out, "warning[RB405 owner-codeowners-mismatch]"));
}

}  // namespace runbookc
