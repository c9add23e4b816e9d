// What `adopt` tells of its plan.
#pragma once

#include <string>

#include "adopt/adoption_plan.h"
#include "corpus/corpus.h"
#include "report/shown_paths.h"

namespace runbookc {

// Every value with where it came from, then what is left for a person, file by file.
std::string explanation(const Corpus& corpus, const AdoptionPlan& plan, const ShownPaths& paths);

std::size_t open_points(const AdoptionPlan& plan);

}  // namespace runbookc
