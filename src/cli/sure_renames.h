// Which of git's renames leave no doubt.
#pragma once

#include <functional>
#include <set>
#include <string>

#include "base/files.h"
#include "git/change_set.h"

namespace runbookc {

// The new paths of files whose text is what it was, is long enough to be that of one page, and is
// that of no other file that was deleted, or is new: git pairs files of one text as it pleases.
// `files` are the working tree's.
std::set<std::string, std::less<>> sure_renames(const ChangeSet& changes, const Files& files);

}  // namespace runbookc
