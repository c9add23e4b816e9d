// The days on which documents were last changed, for the rule that compares them with reviews.
#pragma once

#include "cli/project.h"
#include "corpus/corpus.h"

namespace runbookc {

struct Session;

// `corpus` with the days filled in, if changed-since-review (RB507) is on anywhere and a document
// has a review date; else no process is started. An edit that sets a later review date is the
// review itself and does not count; what is not committed yet counts as of today. What git cannot
// tell stays unknown, with a notice.
Corpus with_commit_history(Session& session, const Project& project, Corpus corpus);

}  // namespace runbookc
