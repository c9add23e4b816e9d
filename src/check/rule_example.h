// The examples of a rule as files.
#pragma once

#include <map>
#include <string>

#include "check/rule.h"

namespace runbookc {

// Path to text. An example without a line `=== path` is the one document "page.md".
std::map<std::string, std::string, std::less<>> example_files(const Example& example);

}  // namespace runbookc
