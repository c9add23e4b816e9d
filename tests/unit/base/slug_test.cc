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

TEST_CASE("GitLab collapses hyphens and names numbers") {
  struct Case {
    const char* heading;
    const char* slug;
  };
  const auto [heading, slug] = GENERATE(values<Case>({
      {"Disk space, and 3.5 more (of it)", "disk-space-and-35-more-of-it"},
      {"Retries & fails", "retries-fails"},
      {"Dashes -- and more - of them", "dashes-and-more-of-them"},
      {"A :wrench: in it", "a-wrench-in-it"},
      {"Korean: \uD55C\uAE00", "korean-\uD55C\uAE00"},
      {"2026", "anchor-2026"},
      {"2026 plans", "2026-plans"},
  }));
  CAPTURE(heading);
  CHECK(heading_slug(SlugStyle::gitlab, heading) == slug);
}

TEST_CASE("Hugo keeps letters, digits and hyphens as they stand") {
  struct Case {
    const char* heading;
    const char* slug;
  };
  const auto [heading, slug] = GENERATE(values<Case>({
      {"God is good: \u795E\u771F\u7F8E\u597D", "god-is-good-\u795E\u771F\u7F8E\u597D"},
      {"Number 32", "number-32"},
      {"Question?", "question"},
      {"1+2=3", "123"},
      {"Retries & fails", "retries--fails"},
      {"[Roll back](undo.md)", "roll-backundomd"},
      {"snake_case", "snake_case"},
      {"x\u00B2", "x"},
      {"???", "heading"},
  }));
  CAPTURE(heading);
  CHECK(heading_slug(SlugStyle::hugo, heading) == slug);
}

TEST_CASE("the Tech Docs Template makes slugs of HTML") {
  struct Case {
    const char* heading;
    const char* slug;
  };
  const auto [heading, slug] = GENERATE(values<Case>({
      {"What we're trying to fix", "what-we-39-re-trying-to-fix"},
      {"Backup & Recovery", "backup-amp-recovery"},
      {"a - b", "a-b"},
      {"snake_case ends?", "snake-case-ends"},
      {"2. \"Quoted\"", "2-quot-quoted-quot"},
      {"\u00DCber uns", "ber-uns"},
  }));
  CAPTURE(heading);
  CHECK(heading_slug(SlugStyle::tech_docs, heading) == slug);
}

TEST_CASE("MkDocs makes ASCII of what it can") {
  struct Case {
    const char* heading;
    const char* slug;
  };
  const auto [heading, slug] = GENERATE(values<Case>({
      {"Hello  World", "hello-world"},
      {"\u017Dlut\u00FD k\u016F\u0148", "zluty-kun"},
      {"Backup & Recovery", "backup-recovery"},
      {"a - b", "a-b"},
      {"snake_case", "snake_case"},
      {"What's new?", "whats-new"},
      {"\u4E2D\u6587", ""},
  }));
  CAPTURE(heading);
  CHECK(heading_slug(SlugStyle::mkdocs, heading) == slug);
}

TEST_CASE("Python-Markdown counts with underscores, and on from a number that is there") {
  AnchorNames names({SlugStyle::mkdocs, RepeatStyle::underscore_number});
  CHECK(names.claim_slug("Disk") == "disk");
  CHECK(names.claim_slug("Disk") == "disk_1");
  CHECK(names.claim_slug("Disk") == "disk_2");
  CHECK(names.claim_slug("disk_2") == "disk_3");
  CHECK(names.claim_slug("\u4E2D") == "_1");
  CHECK(names.claim_slug("\u6587") == "_2");
}

TEST_CASE("the Tech Docs Template puts the heading above in front of a repeat") {
  AnchorNames names({SlugStyle::tech_docs, RepeatStyle::parent_then_number});
  CHECK(names.claim_slug("Networking", 1) == "networking");
  CHECK(names.claim_slug("Transit Gateway", 2) == "transit-gateway");
  CHECK(names.claim_slug("What we decided", 2) == "what-we-decided");
  CHECK(names.claim_slug("Transit Gateway", 3) == "what-we-decided-transit-gateway");
  CHECK(names.claim_slug("Transit Gateway", 3) == "what-we-decided-transit-gateway-2");
  CHECK(names.claim_slug("Transit Gateway", 3) == "what-we-decided-transit-gateway-3");
  CHECK(names.claim_slug("Networking", 1) == "networking-2");
}

TEST_CASE("repeats of every style take linear time") {
  const RepeatStyle repeats =
      GENERATE(RepeatStyle::underscore_number, RepeatStyle::parent_then_number);
  AnchorNames names({SlugStyle::mkdocs, repeats});
  for (int i = 0; i < 50000; ++i) names.claim_slug("Step", 2);
  for (int i = 0; i < 50000; ++i) names.claim_slug("step_" + std::to_string(i), 2);
  CHECK(names.claim_slug("Other", 2) == "other");
}
