// The text that a finding is about.
#pragma once

#include <string_view>
#include <vector>

#include "corpus/corpus.h"
#include "source/source_file.h"

namespace runbookc {

// The file at `path` (relative to the project root), or null: one that could not be read, or whose
// text the corpus does not keep. Takes O(log documents).
const SourceFile* find_source(const Corpus& corpus, std::string_view path);

// Where secrets stand in the document at `path`, and their values elsewhere in it: they are shown
// nowhere. Sorted; may overlap. Costs as much as reading the document's bytes.
std::vector<Span> hidden_spans(const Corpus& corpus, std::string_view path);

}  // namespace runbookc
