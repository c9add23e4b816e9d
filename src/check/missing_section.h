// What became of a section that a contract requires and the document lacks: misplaced, under
// another name, or not there at all.
#pragma once

#include <cstddef>
#include <vector>

#include "check/context.h"

namespace runbookc {

enum class Absence : unsigned char {
  unnamed,       // nothing carries its name; `heading` is what might be meant, or kNone
  at_level,      // `heading` carries its name at another level than the contract's
  elsewhere,     // `heading` carries its name outside the section that it belongs in
  in_container,  // `heading` carries its name, but stands in a list or a quote
};

struct MissingSection {
  const ContractMatch* match = nullptr;
  Absence absence = Absence::unnamed;
  Index heading = kNone;
  // With `unnamed`: another entry of the contract that the heading names, too; else null.
  const ContractMatch* shared_with = nullptr;
  // With `unnamed` and no heading: a paragraph within `match->within` that says its name and is
  // written like a title, as `**Purpose**` and `##Purpose` are; else kNone.
  Index paragraph = kNone;
};

// Comparisons of a heading with a name that are spent on one document's guesses; a contract of a
// thousand sections and a document of a thousand headings get none rather than take a minute.
inline constexpr std::size_t kGuessBudget = 50'000;

// The required entries of `context.contracts` without a section, in their order. No heading is
// named that fulfils another entry, unless its words join that one's name and the missing one's
// ("Diagnosis and mitigation").
std::vector<MissingSection> missing_sections(const PageContext& context,
                                             std::size_t budget = kGuessBudget);

}  // namespace runbookc
