// Which commits changed which files, and what the files were before and after. Pure functions of
// what git prints; what does not look like it is passed over.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"

namespace runbookc {

// A change of a file's text by a commit, or by what is not committed yet. Neither the commit that
// adds a file nor one that only moves it is one.
struct FileEdit {
  std::string path;         // what the file is called now, whatever its name was then
  std::optional<Date> day;  // (UTC) on which the commit was written; nothing: it is none yet
  std::string before;       // the hash of its text
  std::string after;        // likewise; meaningless without a commit

  friend bool operator==(const FileEdit&, const FileEdit&) = default;
};

// The commit that added a file, under whatever name.
struct FileAddition {
  std::string path;  // what it is called now
  Date day;

  friend bool operator==(const FileAddition&, const FileAddition&) = default;
};

struct EditHistory {
  std::vector<FileEdit> edits;  // in git's order, the newest first
  std::vector<FileAddition> additions;
  bool cut_off = false;  // the history ends at the edge of a shallow clone
};

// The words that make git print what is read here; for `git log`, also the format.
inline constexpr std::string_view kCommitFormat = "--format=tformat:%x00%H %at %P";

// `uncommitted` is what `git diff --raw -z` prints, `log` what `git log --raw -z` with
// kCommitFormat does, newest first. In a shallow clone a commit without parents is where it was
// cut off, and names files that it may not have touched.
EditHistory read_edits(std::string_view uncommitted, std::string_view log, bool shallow);

}  // namespace runbookc
