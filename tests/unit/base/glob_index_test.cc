#include "base/glob_index.h"

#include <catch2/catch.hpp>

namespace runbookc {

TEST_CASE("whatever matches is a candidate, and what lies in other folders is none") {
  const std::vector<std::string> patterns = {"**",      "db/**",       "db/old/*.md", "/db/x.md",
                                             "*.md",    "{db,ops}/**", "ops/",        "d?/**",
                                             "db\\/**", "other/**",    "db/[a-z].md", "**/x.md"};
  std::vector<Glob> globs;
  GlobIndex index;
  for (const std::string& pattern : patterns) {
    globs.push_back(Glob::compile(pattern).value());
    index.add(globs.back());
  }
  for (const char* path : {"x.md", "db/x.md", "db/old/x.md", "ops/deep/x.md", "a/b/c/d.md", ""}) {
    CAPTURE(path);
    const std::vector<std::size_t> found = index.candidates(path, "");
    CHECK(std::ranges::is_sorted(found));
    for (std::size_t i = 0; i < globs.size(); ++i) {
      CAPTURE(patterns[i]);
      const bool is_candidate = std::ranges::find(found, i) != found.end();
      if (globs[i].matches(path)) CHECK(is_candidate);
    }
  }
  const std::vector<std::size_t> found = index.candidates("db/x.md", "x.md");
  CHECK(std::ranges::find(found, 9) == found.end());
  CHECK(std::ranges::find(found, 2) == found.end());
  CHECK(std::ranges::find(found, 1) != found.end());
}

}  // namespace runbookc
