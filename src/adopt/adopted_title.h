// A title from a heading.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "model/document.h"
#include "schema/document_type.h"

namespace runbookc {

// `heading` as a title: without "Runbook:" before it, emoji around it and a code at its end
// ("(RB-012)", "[OPS-7]"); text that was decoded once too often is mended. Never empty unless
// `heading` has nothing else.
std::string title_from_heading(std::string_view heading);

struct AdoptedTitle {
  std::string title;      // "" if there is none
  Index heading = kNone;  // the section
  std::string doubt;      // why the heading is not taken for a title; "" if it is, or there is none
};

// Of the heading that opens the document, if its level is 1. A heading far below the start is none,
// nor is one of several that `types` call a section ("Summary").
AdoptedTitle adopted_title(const Document& document, std::span<const DocumentType> types);

}  // namespace runbookc
