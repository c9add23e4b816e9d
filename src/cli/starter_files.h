// What `init` writes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "cli/site_setup.h"
#include "cli/surroundings.h"

namespace runbookc {

struct StarterFile {
  std::string path;  // relative to the project root, or to the top of the repository
  std::string purpose;
  std::string text;
  bool at_top = false;  // code hosts and pre-commit read their files there and nowhere else
  // What to add, and where, if the file is there without the word `sign`; "" if it is fine as it
  // is, whatever it holds.
  std::string addition = {};
  std::string place = {};
  std::string sign = {};
  std::string groundwork = {};  // what comes before `addition` in a file without `sign`
};

// The files of a project around the documents of `setup`: a new one, which checks clean on the day
// `today`, or one without a document of ours, whose configuration asks nothing yet of what is
// there. Without those that run the check, if the project's folder has no plain path.
std::vector<StarterFile> starter_files(Date today, const SiteSetup& setup,
                                       const Surroundings& around = {});

}  // namespace runbookc
