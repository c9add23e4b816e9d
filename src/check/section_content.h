// What a section holds, as far as contracts care.
#pragma once

#include <string_view>

#include "model/document.h"

namespace runbookc {

enum class SectionContent : unsigned char {
  nothing,      // no block but comments and rules
  placeholder,  // only TODO, TBD, "check logs" and the like
  something,
};

// "TODO", "to be done: …", "check logs": text that stands for text.
bool is_placeholder_text(std::string_view text);

// Of the section's own blocks, without its subsections.
SectionContent own_content(const Document& document, Index section);
// With its subsections; linear in their size.
SectionContent tree_content(const Document& document, Index section);

bool holds_step(const Document& document, Index section);
bool holds_command(const Document& document, Index section);
bool holds_task(const Document& document, Index section);

}  // namespace runbookc
