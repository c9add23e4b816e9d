// Metadata that a document states in its text: `**Owner**: Platform Team`, a table of two columns,
// a "Document Control" section.
#pragma once

#include <string>
#include <vector>

#include "model/document.h"
#include "prose/metadata_label.h"
#include "source/source_file.h"

namespace runbookc {

struct LabelledValue {
  ProseField field = ProseField::owner;
  std::string label;  // as written, in plain text: "Last Updated"
  std::string text;   // the value in plain text; not empty
  Span span;          // of the value in the source
};

// In document order. Looked at is only where a document speaks of itself: before its first
// section, in sections such as "Document Control" or "Ownership", in an overview, and in what
// stands at its very end. Elsewhere "Owner: …" is about a ticket, a table's row or somebody else's
// text. `source` is what `document` was parsed from. Linear in the document.
std::vector<LabelledValue> labelled_values(const Document& document, const SourceFile& source);

}  // namespace runbookc
