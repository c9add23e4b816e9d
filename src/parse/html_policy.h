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
  std::string name;            // tag, lower case; empty for declarations and the like
  bool closing = false;        // </name>
  std::string attribute_html;  // the allowed attributes, re-serialised, each with a leading space;
                               // without id, href and src
  bool has_href = false;       // of an allowed tag
  std::string href;            // `href` of a, `src` of img, decoded
  std::string anchor;          // `id` or `name` of a
  std::string alt;             // of img
  ByteRange range;
  ByteRange href_range;
};

// Splits `html` into tokens that cover it without gaps. Linear in its length.
std::vector<HtmlToken> scan_html(std::string_view html);

// Raw HTML text, entities resolved.
std::string decode_html(std::string_view raw);

// What the HTML standard says of an element, as far as nesting and naming need it.
bool is_html_element(std::string_view name);    // known at all, obsolete ones included
bool is_void_element(std::string_view name);    // never closed
bool is_inline_element(std::string_view name);  // may stand within a paragraph
// The elements that `name` must stand directly in, separated by spaces; empty if any will do.
std::string_view required_parents(std::string_view name);
// The open element that a new `name` ends by itself (`li` by `li`), separated by spaces.
std::string_view implied_ends(std::string_view name);
bool has_name(std::string_view names, std::string_view name);  // in a list separated by spaces

// Whether following `target` could run a script or show an inlined page: javascript:, vbscript:
// and data: URLs, however they are spelt.
bool is_unsafe_target(std::string_view target);

}  // namespace runbookc
