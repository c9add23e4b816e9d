#include "cli/surroundings.h"

#include <catch2/catch.hpp>

#include "e2e/temp_folder.h"

namespace runbookc {
namespace {

const ExistingDocuments kNoDocuments = {.folder = "content", .count = 0};

}  // namespace

TEST_CASE("a folder without a repository is its own top, made or not") {
  const TempFolder folder;
  CHECK(look_around(folder.path(), kNoDocuments).top == folder.path());
  CHECK(look_around(folder.path(), kNoDocuments).below.empty());
  CHECK(look_around(folder.path("new/deep"), kNoDocuments).top == folder.path("new/deep"));
}

TEST_CASE("a folder in a repository knows its top") {
  const TempFolder folder;
  folder.write(".git/HEAD", "");
  folder.write("docs/.keep", "");
  const Surroundings around = look_around(folder.path("docs/../docs/ops"), kNoDocuments);
  CHECK(around.top == folder.path());
  CHECK(around.below == "docs/ops");
  CHECK(look_around(folder.path(), kNoDocuments).below.empty());
}

TEST_CASE("GitLab's CI counts where there are no workflows of GitHub") {
  const TempFolder folder;
  CHECK_FALSE(look_around(folder.path(), kNoDocuments).uses_gitlab);
  folder.write(".gitlab-ci.yml", "");
  CHECK(look_around(folder.path(), kNoDocuments).uses_gitlab);
  folder.write(".github/ISSUE_TEMPLATE.md", "");
  CHECK(look_around(folder.path(), kNoDocuments).uses_gitlab);
  folder.write(".github/workflows/test.yml", "");
  CHECK_FALSE(look_around(folder.path(), kNoDocuments).uses_gitlab);
}

TEST_CASE("the first document's owner comes from the path, else from the first line that has one") {
  const TempFolder folder;
  folder.write("CODEOWNERS", "/src/\n/src/ @acme/dev @bob\n");
  CHECK(look_around(folder.path(), kNoDocuments).codeowners == "CODEOWNERS");
  CHECK(look_around(folder.path(), kNoDocuments).first_owner == "acme/dev");
  folder.write("CODEOWNERS", "/content/ sre@example.com\n");
  CHECK(look_around(folder.path(), kNoDocuments).first_owner.empty());
  folder.write("content/owners.yaml", "owners: []\n");
  CHECK(look_around(folder.path(), kNoDocuments).codeowners.empty());
}

TEST_CASE("plain paths need no quotes anywhere") {
  CHECK(is_plain_path(""));
  CHECK(is_plain_path("docs/ops-2.x_y"));
  for (const char* odd : {"a b", "it's", "${{x}}", "-x", "a\nb", "ä", "a:b", "a*"}) {
    CHECK_FALSE(is_plain_path(odd));
  }
}

}  // namespace runbookc
