// What others need to know of a document: enough to link it, a fraction of what it takes to show
// it.
#pragma once

#include "model/document.h"

namespace runbookc {

// The document with its paths, hash, front matter, sections, anchors, directives, the targets of
// its links (without their texts and spans), and as its only block the first paragraph that stands
// in no other block and holds text. Everything else is empty; indexes into what is not there are
// kNone, or 0 where a section counts blocks.
Document outline_of(const Document& document);

}  // namespace runbookc
