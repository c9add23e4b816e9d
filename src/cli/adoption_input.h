// What `adopt` is told of the world: rule files, git, OWNERS files, which pages may be changed.
#pragma once

#include "adopt/adoption_plan.h"
#include "base/result.h"
#include "cli/command_table.h"
#include "cli/project.h"

namespace runbookc {

struct Session;

inline constexpr OptionSpec kAlertsOption = {
    "--alerts", "FILE", "take alerts from this Prometheus rule file; may be given several times"};
inline constexpr OptionSpec kAssumeReviewedOption = {
    "--assume-reviewed", "", "take the day of the last update for one of a review, too"};

// An Error for a rule file that cannot be read. What git cannot tell stays unknown.
Result<AdoptionFacts> adoption_facts(Session& session, const Project& project, const Corpus& corpus,
                                     const Arguments& arguments);

}  // namespace runbookc
