// Regular expressions of schemas: ECMA 262 (with `u`), matched by RE2 in linear time.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"

namespace re2 {
class RE2;
}

namespace runbookc {

// The same expression in RE2's syntax. An Error for what RE2 cannot do (look-around,
// back-references) and for what is no expression.
Result<std::string> ecma_to_re2(std::string_view pattern);

class Pattern {
 public:
  // A class of Unicode takes RE2 34 kB before it looks at its own limit.
  static constexpr std::size_t kMostBytes = 8192;

  // An Error for what ecma_to_re2() refuses, what is over kMostBytes, and what RE2 finds too large.
  static Result<Pattern> compile(std::string_view ecma);
  Pattern(Pattern&&) noexcept;
  Pattern& operator=(Pattern&&) noexcept;
  ~Pattern();

  // Whether it matches anywhere in `text` (valid UTF-8). Thread-safe.
  bool matches(std::string_view text) const;
  const std::string& source() const { return source_; }

 private:
  Pattern(std::string source, std::unique_ptr<re2::RE2> program);
  std::string source_;
  std::unique_ptr<re2::RE2> program_;
};

}  // namespace runbookc
