#include "corpus/last_commits.h"

namespace runbookc {

Corpus with_last_commits(Corpus corpus, const std::map<std::string, Date, std::less<>>& days) {
  for (Page& page : corpus.pages) {
    const auto found = days.find(corpus.path_of(page));
    if (found != days.end()) page.last_commit = found->second;
  }
  return corpus;
}

}  // namespace runbookc
