// When files were last touched by a commit.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "base/date.h"

namespace runbookc {

struct CommitDates {
  // By path, the day (UTC) on which the newest commit that touched the file was written. Files of
  // which nothing is known are not there.
  std::map<std::string, Date, std::less<>> last;
  bool cut_off = false;  // the history ends at the edge of a shallow clone
};

// What git prints with this format, -z and --name-only.
inline constexpr std::string_view kCommitFormat = "--format=tformat:%x00%at %P";
// In a shallow clone a commit without parents is where it was cut off, and names files that it may
// not have touched.
CommitDates read_commit_dates(std::string_view output, bool shallow);

}  // namespace runbookc
