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
  // Text follows that no label parts from it: `Owner: A<br>B`, or a line that goes on in the next.
  bool goes_on = false;
  bool is_struck = false;  // wholly or in part
};

// In document order. Looked at is only where a document speaks of itself (self_description.h), and
// neither in lists within lists nor in quotes that hold other lines. Where it may speak of its
// subject, versions, states, services and durations are left out. Elsewhere "Owner: …" is about a
// ticket, a table's row or somebody else's text. `source` is what `document` was parsed from.
// Linear in the document.
std::vector<LabelledValue> labelled_values(const Document& document, const SourceFile& source);

}  // namespace runbookc
