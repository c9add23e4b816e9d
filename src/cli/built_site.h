// A project's site in memory, with all that it is made of.
#pragma once

#include <memory>

#include "base/result.h"
#include "cli/command_table.h"
#include "cli/project.h"
#include "cli/site_parts.h"
#include "emit/artifact.h"
#include "serve/live_responder.h"

namespace runbookc {

struct Session;

// Its parts look at each other: it stays where it is made.
struct BuiltSite {
  BuiltSite(Project opened, Analysis analysed, SiteParts with, LiveAssets live_assets,
            Severity least, unsigned threads);
  BuiltSite(const BuiltSite&) = delete;
  BuiltSite& operator=(const BuiltSite&) = delete;
  ~BuiltSite() = default;

  Project project;
  Analysis analysis;
  Report report;  // of everything
  SiteParts parts;
  SiteInput input;  // of all that
  LiveSite live;    // tells findings of at least the severity `least`
};

// The site as `build` would write it; nothing is rendered yet. Documents that `earlier` has (may be
// null) are not parsed again. Findings of severity info are told if the session is verbose.
Result<std::unique_ptr<BuiltSite>> build_site_in_memory(Session& session, Project project,
                                                        const Arguments& arguments,
                                                        const BuiltSite* earlier);

}  // namespace runbookc
