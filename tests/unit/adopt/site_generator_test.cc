#include "adopt/site_generator.h"

#include <catch2/catch.hpp>
#include <map>
#include <string>

namespace runbookc {
namespace {

std::string_view dialect_with(std::map<std::string, std::string, std::less<>> files) {
  return dialect_of_site(MemoryFiles(std::move(files))).name;
}

}  // namespace

TEST_CASE("the system that publishes documents is known by the files that set it up") {
  CHECK(dialect_with({{"docs/a.md", "# A\n"}}) == "github");
  CHECK(dialect_with({{"mkdocs.yml", "site_name: X\n"}}) == "mkdocs");
  CHECK(dialect_with({{"docusaurus.config.ts", ""}}) == "docusaurus");
  CHECK(dialect_with({{"hugo.toml", ""}}) == "hugo");
  CHECK(dialect_with({{"config.yaml", "baseURL: https://runbooks.example\n"}}) == "hugo");
  CHECK(dialect_with({{"config/tech-docs.yml", ""}}) == "tech-docs");
  CHECK(dialect_with({{".gitlab-ci.yml", ""}}) == "gitlab");
}

TEST_CASE("a file that others have, too, has to say more") {
  CHECK(dialect_with({{"config.yaml", "replicas: 3\n"}}) == "github");
  CHECK(dialect_with({{"config.toml/a.md", ""}}) == "github");
}

TEST_CASE("a site says more than where its repository is") {
  CHECK(dialect_with({{".gitlab-ci.yml", ""}, {"mkdocs.yml", ""}}) == "mkdocs");
}

}  // namespace runbookc
