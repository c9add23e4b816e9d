// Repositories whose HEAD leads nowhere: not one without a commit, in which all is new.
#include <catch2/catch.hpp>

#include "e2e/git_project.h"

namespace runbookc {
namespace {

constexpr const char* kNoCommit = "1234567890123456789012345678901234567890\n";

struct Case {
  const char* name;
  const char* file;  // of the repository, and its contents from now on
  const char* bytes;
  const char* complaint;
};

const Case kCases[] = {
    {"a branch that leads to no commit", ".git/refs/heads/main", kNoCommit, "bad object HEAD"},
    {"a branch that is no hash", ".git/refs/heads/main", "garbage\n", "appears to be broken"},
    {"an empty branch", ".git/refs/heads/main", "", "appears to be broken"},
    {"a detached HEAD that leads to no commit", ".git/HEAD", kNoCommit, "bad object HEAD"}};

}  // namespace

TEST_CASE("with a broken HEAD nothing passes for new: exit 2, with what git says") {
  for (const Case& each : kCases) {
    CAPTURE(each.name);
    const GitProject repository;
    write_sample_project(repository.files());
    repository.files().write("runbookc.yaml", "rules: { changed-since-review: warning }\n");
    repository.commit();
    repository.files().write(each.file, each.bytes);
    for (const char* revision : {"HEAD", "main"}) {
      CAPTURE(revision);
      const auto result = repository.run({"check", "--changed-since", revision});
      CHECK(result.exit_code == 2);
      CHECK(contains(result.err, "HEAD of the git repository leads to no commit"));
      CHECK(contains(result.err, each.complaint));
    }
    CHECK(repository.run({"fix", "--changed-since", "HEAD"}).exit_code == 2);
    const auto whole = repository.run({"check"});
    CHECK(whole.exit_code == 0);
    CHECK(contains(whole.err, "changed-since-review is not judged: HEAD of the git repository"));
  }
}

TEST_CASE("a branch without a commit is new, also beside other branches") {
  const GitProject repository;
  write_sample_project(repository.files());
  repository.commit();
  repository.git({"branch", "-q", "fresh/one"});
  for (const char* name : {"orphan", "fresh/two"}) {
    CAPTURE(name);
    repository.git({"symbolic-ref", "HEAD", std::string("refs/heads/") + name});
    CHECK(repository.run({"check", "--changed-since", "HEAD"}).exit_code == 0);
    const auto other = repository.run({"check", "--changed-since", "main"});
    CHECK(other.exit_code == 2);
    CHECK(contains(other.err, "nothing is committed yet"));
  }
}

}  // namespace runbookc
