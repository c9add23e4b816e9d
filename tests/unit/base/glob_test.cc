#include "base/glob.h"

#include <catch2/catch.hpp>
#include <chrono>

using namespace runbookc;

namespace {

bool matches(std::string_view pattern, std::string_view path) {
  const Result<Glob> glob = Glob::compile(pattern);
  REQUIRE(glob.ok());
  return glob->matches(path);
}

}  // namespace

TEST_CASE("globs match as .gitignore and editors do") {
  struct Case {
    const char* pattern;
    const char* path;
    bool match;
  };
  const auto [pattern, path, match] = GENERATE(values<Case>({
      {"*.md", "a.md", true},
      {"*.md", "deep/down/a.md", true},
      {"*.md", "a.mdx", false},
      {"/*.md", "a.md", true},
      {"/*.md", "deep/a.md", false},
      {"docs/*.md", "docs/a.md", true},
      {"docs/*.md", "docs/b/a.md", false},
      {"docs/*.md", "x/docs/a.md", false},
      {"**/README.md", "README.md", true},
      {"**/README.md", "a/b/README.md", true},
      {"**/README.md", "a/XREADME.md", false},
      {"alerts/**", "alerts/a.md", true},
      {"alerts/**", "alerts/b/a.md", true},
      {"alerts/**", "alerts", false},
      {"alerts/**", "alertsx/a.md", false},
      {"alerts/", "alerts/b/a.md", true},
      {"**", "anything/at/all", true},
      {"a/**/b", "a/b", true},
      {"a/**/b", "a/x/y/b", true},
      {"a/**/b", "a/x/y/c", false},
      {"**/a/**/b/**", "x/a/y/b/z", true},
      {"a**b", "axxb", true},
      {"a**b", "a/b", false},
      {"?.md", "\xc3\xa9.md", true},
      {"?.md", "ab.md", false},
      {"a?b", "a/b", false},
      {"[a-c]x", "bx", true},
      {"[a-c]x", "dx", false},
      {"[!a-c]x", "dx", true},
      {"[^a-c]x", "ax", false},
      {"[]x]", "]", true},
      {"[a-]", "-", true},
      {"[\xc3\xa0-\xc3\xbf]", "\xc3\xa9", true},
      {"*.{md,markdown}", "x/a.markdown", true},
      {"*.{md,markdown}", "a.mark", false},
      {"{a,b/{c,d}}/x", "b/d/x", true},
      {"{a,b/{c,d}}/x", "b/x", false},
      {"a{,b}", "a", true},
      {"a{,b}", "ab", true},
      {"\\*.md", "*.md", true},
      {"\\*.md", "a.md", false},
      {"\\{a\\}", "{a}", true},
      {"[{]x", "{x", true},
      {"README.md", "readme.md", false},
      {"*", ".hidden", true},
      {"a*b*c", "aXbYbZc", true},
      {"a*b*c", "aXbYbZ", false},
  }));
  CAPTURE(pattern, path);
  CHECK(matches(pattern, path) == match);
}

TEST_CASE("a glob keeps its pattern as written") {
  CHECK(Glob::compile("a/{b,c}").value().pattern() == "a/{b,c}");
}

TEST_CASE("what is no glob is an error that quotes it") {
  CHECK(Glob::compile("a[b").error().message == "glob 'a[b' has an unclosed [");
  CHECK(Glob::compile("a{b,c").error().message == "glob 'a{b,c' has an unclosed {");
  CHECK_FALSE(Glob::compile("[]").ok());
  CHECK_FALSE(Glob::compile("{a,[b}").ok());
  CHECK_FALSE(Glob::compile("{[a,b]}x[").ok());
}

TEST_CASE("globs are bounded in length and alternatives") {
  CHECK(Glob::compile(std::string(1024, 'a')).ok());
  CHECK_FALSE(Glob::compile(std::string(1025, 'a')).ok());
  CHECK(Glob::compile("{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}").ok());
  CHECK_FALSE(Glob::compile("{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}").ok());
  CHECK(Glob::compile(std::string(500, '{') + "a" + std::string(500, '}')).ok());
}

TEST_CASE("hostile globs do not blow up") {
  std::string stars;
  for (int i = 0; i < 100; ++i) stars += "*a";
  std::string any_names;
  for (int i = 0; i < 100; ++i) any_names += "**/a/";
  std::string deep;
  for (int i = 0; i < 2000; ++i) deep += "a/";
  const auto start = std::chrono::steady_clock::now();
  CHECK_FALSE(matches(stars + "b", std::string(4000, 'a')));
  CHECK_FALSE(matches(any_names + "b", deep + "c"));
  const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start;
  CHECK(taken.count() < 2.0);
}
