// What changed between a revision and the working tree: plain values.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace runbookc {

// Lines that were replaced. Counted from 1, at LF only, as git does. With new_count 0 the lines
// were deleted after line `new_first` (0: before the first one); old_count 0 likewise.
struct Hunk {
  std::uint32_t old_first = 0;
  std::uint32_t old_count = 0;
  std::uint32_t new_first = 0;
  std::uint32_t new_count = 0;
  std::vector<std::string> removed;  // without their line endings
  std::vector<std::string> added;

  friend bool operator==(const Hunk&, const Hunk&) = default;
};

struct FileChange {
  bool whole = false;             // new, untracked, or nothing is known of its lines
  std::string renamed_from = {};  // its old path; "" if it kept it
  bool only_renamed = false;      // its text is what it was there
  std::vector<Hunk> hunks = {};   // ascending; only of files whose lines were asked for

  friend bool operator==(const FileChange&, const FileChange&) = default;
};

// Paths are relative to the folder that was asked about.
struct ChangeSet {
  std::string revision;                                  // as given
  std::map<std::string, FileChange, std::less<>> files;  // that exist now and were changed
  std::set<std::string, std::less<>> deleted;            // that existed then and do not now
  // Of deleted files, with those that were renamed: the hash of their text.
  std::map<std::string, std::string, std::less<>> deleted_texts;
  // Of deleted files whose lines were asked for: all of them.
  std::map<std::string, std::vector<std::string>, std::less<>> deleted_lines;
  std::vector<std::string> new_folders;  // untracked repositories within: all in them is new

  // What changed at `path`; null for nothing.
  const FileChange* find(std::string_view path) const;
};

}  // namespace runbookc
