// The review calendar as template data.
#pragma once

#include <vector>

#include "emit/health_figures.h"
#include "emit/site_view.h"

namespace runbookc {

// The months as columns, what is overdue before them and what is later behind: `label`, `year`
// (where it changes), `count`, `kind`, `href` of the month's group, and `y` and `height` of a bar
// in a box 100 high.
std::vector<TemplateData> calendar_columns(const SiteInput& input, const ReviewCalendar& calendar);

// The pages under them, bounded: `heading`, `id`, `number`, `kind`, `due`, and `rest`; last those
// that have no date, though their type is to be reviewed.
std::vector<TemplateData> due_groups(const SiteInput& input, const ReviewCalendar& calendar);

// "Platform, Data Platform".
std::string owner_names(const Corpus& corpus, const Page& page);

}  // namespace runbookc
