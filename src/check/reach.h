// What the findings of a rule follow from, as references of each of them.
#pragma once

#include "check/rule.h"
#include "corpus/corpus.h"
#include "diag/diagnostic.h"

namespace runbookc {

// The lines of the section that `place` stands in, heading and subsections included, and the line
// after it, where another heading may have cut it short. Outside of any section: from the
// document's start to its first heading.
Span section_lines(const Document& document, Position place);

// Adds what `reach` means for the finding, in its own document.
void add_reach(Diagnostic& finding, const Reach& reach, const Corpus& corpus);

}  // namespace runbookc
