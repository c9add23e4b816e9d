// A sentence that says whose something is: "Maintained by the Database Team."
#pragma once

#include <optional>
#include <string>

#include "model/document.h"

namespace runbookc {

struct OwnerSentence {
  std::string text;  // the sentence, in plain text
  Span span;         // of its paragraph
  // It has no subject, or this document for one: "This runbook is owned by Orders Team". Else it
  // may be about what the document describes.
  bool is_about_document = false;
};

// The first one about the document, else the first, where the document speaks of itself
// (self_description.h) and outside of quotes; a name, with a capital or an "@", has to follow
// "maintained by" or "owned by", so that "owned by root" is none. A label ("Owned by: X") is none.
std::optional<OwnerSentence> find_owner_sentence(const Document& document);

}  // namespace runbookc
