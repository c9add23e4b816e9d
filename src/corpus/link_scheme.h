// The schemes of addresses that a runbook may hand to a browser.
#pragma once

#include <string_view>

namespace runbookc {

// The scheme before `:` as it is written, "" if there is none (RFC 3986 section 3.1).
std::string_view scheme_of(std::string_view target);

// Whether the site links addresses of this scheme; case does not matter. Those that run what they
// hold (javascript, vbscript), show it as a page (data, blob) or read the reader's disk (file) are
// refused, and what is unknown with them.
bool is_linked_scheme(std::string_view scheme);

}  // namespace runbookc
