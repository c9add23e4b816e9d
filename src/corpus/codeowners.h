// A CODEOWNERS file, in GitHub's dialect: who is asked to review changes of which path.
//
// The last line whose pattern matches a path decides; one without owners clears. Patterns are those
// of .gitignore without `!`, `[ ]` and `\#`; a line with one of these, or with an owner that is
// neither `@user`, `@org/team` nor an address, counts for nothing, as on GitHub.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/files.h"
#include "base/glob.h"
#include "corpus/metadata.h"
#include "model/block.h"
#include "source/source_file.h"

namespace runbookc {

// GitHub reads no larger one.
inline constexpr std::uint64_t kMaxCodeOwnersBytes = std::uint64_t{3} * 1024 * 1024;
// Patterns with wildcards: each is tried against each document. GitHub's own limit is in bytes.
inline constexpr std::size_t kMaxCodeOwnersWildcards = 4096;

struct CodeOwnersLine {
  std::uint32_t line = 0;  // 1-based
  std::string pattern;     // as written
  std::vector<Located<std::string>> owners;
};

class CodeOwners {
 public:
  CodeOwners() = default;
  // Reads the file once; `match` costs the path's depth and the number of wildcard patterns.
  explicit CodeOwners(const SourceFile& source);
  // A file that cannot be judged: `fault` says why in lower case.
  CodeOwners(std::string path, std::string fault);

  bool exists() const { return !path_.empty(); }
  const std::string& path() const { return path_; }  // relative to the project root
  const std::string& fault() const { return fault_; }
  const std::vector<CodeOwnersLine>& lines() const { return lines_; }
  // The line that decides about the file at `path` (relative to the project root), into lines();
  // kNone if no pattern matches it.
  Index match(std::string_view path) const;

 private:
  struct Wildcard {
    std::vector<Glob> globs;  // any of them
    Index line = kNone;
  };

  void enter(std::string_view pattern, Index line);
  void consider(const std::string& key, Index& best) const;

  std::string path_;
  std::string fault_;
  std::vector<CodeOwnersLine> lines_;
  // Patterns without wildcards: "/a/b" is anchored, "b" is a name in any folder; a `/` at the end
  // means a folder only.
  std::unordered_map<std::string, Index> literals_;
  std::vector<Wildcard> wildcards_;  // ascending by line
};

// Where GitHub looks for its file, in this order.
inline constexpr std::array<std::string_view, 3> kCodeOwnersPlaces = {
    ".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS"};

// The first of these that there is.
struct CodeOwnersFile {
  CodeOwners owners;
  std::optional<SourceFile> source;
};
CodeOwnersFile find_codeowners(const Files& files);

}  // namespace runbookc
