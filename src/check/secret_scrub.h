// Keeps the values of secrets out of what is said about a document.
#pragma once

#include <vector>

#include "diag/diagnostic.h"
#include "model/document.h"
#include "parse/secret_values.h"
#include "source/source_file.h"

namespace runbookc {

// What must not be said of a document. A Document shows no secret by itself (parse/secret_mask.h);
// this is for what comes from its source.
struct HiddenText {
  std::vector<Span> spans;  // sorted, apart from each other
  SecretValues values;

  bool empty() const { return spans.empty(); }
};

// All secrets of the document (RB608), those too that a directive lets a page show.
HiddenText hidden_text(const Document& document, const SourceFile& source);

// Puts dots in place of each value in the message, the remedy and the subjects (which a fingerprint
// would tell to whoever tries all passwords), and drops a fix that edits or repeats a secret.
void scrub(Diagnostic& diagnostic, const HiddenText& hidden);

}  // namespace runbookc
