// Findings as lists, those of a file together.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "emit/site_view.h"

namespace runbookc {

// The groups `path`, `id` (FindingPlaces::anchor), a link to the page, and `findings`. The findings
// are in the order of their paths.
std::vector<TemplateData> finding_groups(const SiteInput& input, std::string_view from,
                                         std::span<const Diagnostic* const> findings);

}  // namespace runbookc
