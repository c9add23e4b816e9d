// A link, where it stands, and what is asked of it.
#pragma once

#include <cstdint>
#include <string_view>

#include "corpus/link_target.h"
#include "model/link.h"

namespace runbookc {

enum class LinkDetail : std::uint8_t {
  target,  // what it leads to. Its anchor is not looked for: a wrong one leaves LinkOutcome::page
           // and no ResolvedLink::anchor, as a right one does
  anchor,  // its anchor too
  guess,   // and what it may have meant, if it is broken
};

// Taken apart.
struct LinkPlace {
  Index page = kNone;
  const Link& link;
  LinkTarget target;
  std::string_view folder;  // of the linking document, relative to the project root
  LinkDetail detail = LinkDetail::guess;
};

}  // namespace runbookc
