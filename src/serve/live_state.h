// What the script of a served page is told: whether the page changed, and what there is to say
// about it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "diag/diagnostic.h"

namespace runbookc {

// What is said on one page. An object that lives as long as this: `findings`.
struct LiveNotes {
  std::vector<const Diagnostic*> findings;  // about the page's document, in order
  std::optional<Error> error;               // why the site is an older one
};

// JSON: `page` (the page's state), `state` (of all the rest), `error` (null, or the fault with its
// place and `others`), `findings`. Equal notes have an equal state.
std::string live_state_json(std::string_view page, const LiveNotes& notes);

// The value of `state` in it.
std::string notes_state(const LiveNotes& notes);

}  // namespace runbookc
