// What somebody wants first who is called at three in the morning, on one screen: what is broken,
// a first look that changes nothing, what to do, how to undo it, and whom to call.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "emit/site_view.h"
#include "schema/section_role.h"

namespace runbookc {

struct EmergencyRow {
  SectionRole role = SectionRole::none;
  std::vector<Index> sections;  // that have the role, in their order; a few, never none
  std::string text;             // what the first of them says first; may be empty
  std::size_t steps = 0;        // that it holds
};

struct EmergencyView {
  std::vector<EmergencyRow> rows;  // in the order in which they are wanted
  Index command = kNone;           // the first safe diagnostic: into Document::commands
};

// Assembled from the roles of the document's sections. Empty for a page that has too little of it
// to be worth a panel, and for indexes and templates. Linear in the size of the document.
EmergencyView find_emergency(const Corpus& corpus, const SectionRoles& roles, const Page& page);

// Sets what templates/emergency.mustache shows; `has_emergency` tells whether that is anything.
void set_emergency(TemplateData& data, const SiteInput& input, const SectionRoles& roles,
                   const Page& page);

}  // namespace runbookc
