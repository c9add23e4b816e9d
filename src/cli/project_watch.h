// What of a project its site depends on.
#pragma once

#include "cli/project.h"
#include "serve/watch_plan.h"

namespace runbookc {

// The content, schemas, templates, owners, baseline and project file; hidden files, what editors
// put beside files while they write them, and sites that we wrote are left out.
WatchPlan watch_plan(const Project& project);

}  // namespace runbookc
