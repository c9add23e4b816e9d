// What must hold for the HTML of a page, whatever its document says.
#pragma once

#include <string_view>

namespace runbookc {

// Tags are whole, nest and close; no attribute is a script or a style, no address runs anything,
// and a script comes from a file. Throws BrokenPromise. `own_ids`: no author named an anchor, so
// that each id stands there once.
void check_markup(std::string_view html, bool own_ids);

}  // namespace runbookc
