#include "base/slug.h"

#include <catch2/catch.hpp>

#include "base/unicode.h"

using namespace runbookc;

TEST_CASE("slugs are GitHub's") {
  struct Case {
    const char* heading;
    const char* slug;
  };
  const auto [heading, slug] = GENERATE(values<Case>({
      {"Hello World", "hello-world"},
      {"3. Rollback", "3-rollback"},
      {"What's new?", "whats-new"},
      {"Backup & Recovery", "backup--recovery"},
      {"a - b", "a---b"},
      {"snake_case stays", "snake_case-stays"},
      {"\xf0\x9f\x94\x81 Rollback", "-rollback"},
      {"\xe2\x9a\xa0\xef\xb8\x8f Danger", "\xef\xb8\x8f-danger"},
      {"\xc3\x9c"
       "ber uns",
       "\xc3\xbc"
       "ber-uns"},
      {"\xe4\xb8\xad\xe6\x96\x87", "\xe4\xb8\xad\xe6\x96\x87"},
      {"kubectl get pods -n <ns>", "kubectl-get-pods--n-ns"},
      {"a\xe2\x80\x94"
       "b",
       "ab"},
      {"x\xc2\xb2", "x"},
      {"tab\there", "tabhere"},
      {"!!!", ""},
  }));
  CAPTURE(heading);
  CHECK(github_slug(heading) == slug);
}

TEST_CASE("repeated headings count up") {
  AnchorNames names;
  CHECK(names.claim_slug("Foo") == "foo");
  CHECK(names.claim_slug("foo!") == "foo-1");
  CHECK(names.claim_slug("Foo") == "foo-2");
}

TEST_CASE("a suffix steps over names that are taken") {
  AnchorNames names;
  CHECK(names.claim_slug("foo") == "foo");
  CHECK(names.claim_slug("foo 1") == "foo-1");
  CHECK(names.claim_slug("foo") == "foo-2");
  CHECK(names.claim_slug("foo 1") == "foo-1-1");
}

TEST_CASE("empty slugs are told apart too") {
  AnchorNames names;
  CHECK(names.claim_slug("!").empty());
  CHECK(names.claim_slug("?") == "-1");
}

TEST_CASE("explicit anchors are taken as written") {
  AnchorNames names;
  names.claim_explicit("setup");
  names.claim_explicit("setup");
  CHECK(names.claim_slug("Setup") == "setup-1");
}

TEST_CASE("a hundred thousand equal headings take linear time") {
  AnchorNames names;
  std::string last;
  for (int i = 0; i < 100000; ++i) last = names.claim_slug("Step");
  CHECK(last == "step-99999");
}
