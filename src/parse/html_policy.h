// The exact-match allow-list for HTML that authors write (PRODUCT section 6).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "source/span.h"

namespace runbookc {

enum class HtmlTokenKind : unsigned char { text, allowed_tag, refused_tag, comment };

// One piece of raw HTML. Offsets are into the text that was scanned.
struct HtmlToken {
  HtmlTokenKind kind = HtmlTokenKind::text;
  std::string name;            // tag, lower case
  bool closing = false;        // </name>
  std::string attribute_html;  // the allowed attributes, re-serialised, each with a leading space
  std::string href;            // `href` of a, `src` of img, decoded
  std::string anchor;          // `id` or `name` of a
  std::string alt;             // of img
  ByteRange range;
  ByteRange href_range;
};

// Splits `html` into tokens that cover it without gaps. Linear in its length.
std::vector<HtmlToken> scan_html(std::string_view html);

}  // namespace runbookc
