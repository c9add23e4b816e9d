// Globs over relative paths, as in .gitignore and editor settings: `*` and `?` within one name,
// `**` across names, `[a-z]`, `{a,b}`. Case matters. A pattern without `/` matches in any folder.
// Matching is linear in the path for each pattern: no backtracking blow-up on hostile patterns.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace runbookc {

class Glob {
 public:
  // An Error for an unclosed `[` or `{`, or a pattern over 1,024 bytes or 64 alternatives.
  static Result<Glob> compile(std::string_view pattern);
  bool matches(std::string_view path) const;
  const std::string& pattern() const { return pattern_; }

 private:
  struct Token {
    enum class Kind { literal, any_in_name, any_character, any_path, character_class } kind;
    std::string text;  // literal bytes, or the class as pairs of (low, high)
    bool negated = false;
  };
  std::string pattern_;
  std::vector<std::vector<Token>> alternatives_;
};

}  // namespace runbookc
