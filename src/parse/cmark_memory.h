// Memory for one parse of cmark-gfm at a time.
#pragma once

#include <cmark-gfm.h>

namespace runbookc {

// An allocator that hands out a buffer of the calling thread piece by piece, and takes it all back
// when everything is freed; what does not fit comes from malloc. Memory has to be freed on the
// thread that asked for it. The result lives as long as the program.
cmark_mem* cmark_memory();

}  // namespace runbookc
