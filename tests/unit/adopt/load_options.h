// How the tests of adopting load a corpus.
#pragma once

#include "corpus/corpus.h"

namespace runbookc {

inline LoadOptions adoption_options(Date today) {
  LoadOptions made;
  made.today = today;
  made.threads = 1;
  made.render = false;
  return made;
}

}  // namespace runbookc
