// Pages that list pages: those of an alert, a service, a tag or an owner, and the indexes of each.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "emit/artifact.h"

namespace runbookc {

using PagesByName = std::map<std::string, std::vector<Index>, std::less<>>;

// `_/KIND/NAME.html` for each name that a published page has, and `_/KIND/index.html`.
std::vector<PlannedArtifact> plan_listings(const SiteInput& input, std::string_view kind,
                                           const PagesByName& pages);

}  // namespace runbookc
