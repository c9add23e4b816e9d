// When documents were last changed, as the repository's history tells.
#pragma once

#include <map>
#include <string>

#include "base/date.h"
#include "corpus/corpus.h"

namespace runbookc {

// `corpus` with the day of the last commit of each page whose path is in `days`.
Corpus with_last_commits(Corpus corpus, const std::map<std::string, Date, std::less<>>& days);

}  // namespace runbookc
