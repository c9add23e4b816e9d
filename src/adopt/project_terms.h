// What a project has names for, and the day: prose is read by them.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "base/date.h"

namespace runbookc {

struct ProjectTerms {
  std::vector<std::string> severities;             // its scale, from the worst
  std::set<std::string, std::less<>> alert_names;  // of its rule files
  Date today;
};

}  // namespace runbookc
