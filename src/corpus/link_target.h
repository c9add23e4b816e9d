// The target of a link, taken apart as a browser would (RFC 3986, WHATWG URL), without asking what
// it leads to.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace runbookc {

enum class TargetKind : std::uint8_t {
  empty,        // `[text]()`
  external,     // a scheme, `//host`, or a template's placeholder (`{{ site.url }}/x`)
  local_disk,   // `C:\tools`, `file:///home`: a path on somebody's machine
  same_page,    // `#anchor`, `?query`
  content_path  // a path, to be read from the linking document or from a root
};

struct LinkTarget {
  TargetKind kind = TargetKind::empty;
  std::string path;        // percent-decoded, without query and fragment
  std::string fragment;    // percent-decoded, without `#` and without a text directive (`:~:`)
  std::string suffix;      // query and fragment as written, marks included
  bool absolute = false;   // starts with `/`
  bool folder = false;     // ends with `/`
  bool as_source = false;  // `?plain=1`: the file's lines, not the page
};

LinkTarget split_target(std::string_view target);

}  // namespace runbookc
