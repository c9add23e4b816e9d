// Globs over relative paths, as in .gitignore and editor settings: `*` and `?` within one name,
// `**` for any number of whole names (at least one at the end: `a/**` is what lies in `a`),
// `[a-z]`, `[!a-z]`, `{a,b}`, and a backslash that takes the next character as it is. Case matters.
// A pattern without `/` matches in any folder; a leading `/` is dropped; a trailing one means
// `/**`. Matching costs at most the path's length times the pattern's: no blow-up on hostile
// patterns.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
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
  // What matches one code point, or (many) any number of them within a name.
  struct Atom {
    enum class Kind : std::uint8_t { literal, any, many, character_class } kind = Kind::literal;
    char32_t value = 0;  // of a literal
    bool negated = false;
    std::vector<std::pair<char32_t, char32_t>> ranges;

    bool matches(char32_t code_point) const;
  };
  // What matches one name of a path, or (any_names, written `**`) any number of them.
  struct NamePattern {
    bool any_names = false;
    std::vector<Atom> atoms;

    bool matches(std::string_view name) const;
  };
  using PathPattern = std::vector<NamePattern>;

  static Atom read_class(std::string_view& rest);
  static NamePattern read_name(std::string_view text);
  static PathPattern read_path(std::string_view text, bool anchored);
  static bool matches_names(const PathPattern& pattern, const std::vector<std::string_view>& names);

  std::string pattern_;
  std::vector<PathPattern> alternatives_;
};

}  // namespace runbookc
