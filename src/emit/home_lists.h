// The lists of the home page, each bounded, whatever the size of the site.
#pragma once

#include <string>
#include <vector>

#include "emit/site_view.h"

namespace runbookc {

// Sets what to open when something is wrong now: `now_alerts` (with `more_alerts`), `now_incidents`
// (pages for when no alert fired) and `now_severities` with their response times; and `has_now`.
void set_emergency(TemplateData& data, const SiteInput& input);

// Services, types, owners, severities and tags as groups: `id`, `title`, `names`, and `more`.
std::vector<TemplateData> browse_groups(const SiteInput& input);

// The pages that were reviewed last, the newest first, with `reviewed`.
std::vector<TemplateData> recently_reviewed(const SiteInput& input);

// All pages by folder; of a large site the beginning of each. `dense` pages have no summary.
std::vector<TemplateData> folder_groups(const SiteInput& input, const SiteTree& tree, bool dense);

}  // namespace runbookc
