// When files were last touched by a commit.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "base/date.h"

namespace runbookc {

struct CommitDates {
  // By path, the day (UTC) on which the newest commit that counts for the file was written. Files
  // of which nothing is known are not there.
  std::map<std::string, Date, std::less<>> last;
  bool cut_off = false;  // the history ends at the edge of a shallow clone
};

// What git prints with this format, -z and --name-only.
inline constexpr std::string_view kCommitFormat = "--format=tformat:%x00%H %at %P";

// A commit, by its hash, and the path of a file that it touched.
using CommitFile = std::pair<std::string, std::string>;
std::set<CommitFile> read_commit_files(std::string_view output);

// But for the files of commits in `without`. In a shallow clone a commit without parents is where
// it was cut off, and names files that it may not have touched.
CommitDates read_commit_dates(std::string_view output, bool shallow,
                              const std::set<CommitFile>& without);

}  // namespace runbookc
