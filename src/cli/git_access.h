// What git is told of our environment.
#pragma once

#include <string>

#include "git/git.h"

namespace runbookc {

// To ask about `folder` (absolute). Of the environment git gets PATH, and what says who its user
// is and which configuration is his; nothing that names another repository or a program.
GitAccess git_access(std::string folder);

}  // namespace runbookc
