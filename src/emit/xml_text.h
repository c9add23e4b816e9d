// Text for XML 1.0.
#pragma once

#include <string>
#include <string_view>

namespace runbookc {

// Escaped for an element or a quoted attribute. What no XML document may hold (controls, U+FFFE,
// U+FFFF; section 2.2) becomes U+FFFD. Precondition: UTF-8.
std::string xml_text(std::string_view text);

}  // namespace runbookc
