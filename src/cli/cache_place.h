// Which files of the cache are a project's, and when what is in them holds.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

#include "cli/project.h"

namespace runbookc {

struct CachePlace {
  std::string folder;    // absolute; "": nothing is kept
  std::string project;   // its root
  std::string name;      // of the files, without their endings
  std::string identity;  // what must be the same: the program, the project file, the content root
};

// `folder` is the session's (cli/session.h). Documents and findings with and without HTML
// (`render`) are kept apart. The folder is "" for a program that cannot be told from others.
CachePlace cache_place(std::string folder, const Project& project, bool render);

// Texts as one, so that no two lists of them are the same.
std::string joined_parts(std::initializer_list<std::string_view> parts);

}  // namespace runbookc
