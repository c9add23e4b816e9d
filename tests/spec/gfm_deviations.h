// The examples of the GFM specification that we render otherwise, with the reason for each.
#pragma once

#include <map>
#include <string>

namespace runbookc {

std::map<int, std::string> gfm_deviations();

}  // namespace runbookc
