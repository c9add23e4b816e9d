// Extended autolinks (GFM 0.29, section 6.9): addresses in prose that are links without any
// mark-up.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace runbookc {

struct BareUrl {
  std::size_t begin = 0;  // range of the text
  std::size_t end = 0;
  std::string target;  // with `http://` or `mailto:` where the text has none
};

// Those in `text`, which follows the byte `before` (a space at the start of a line). Linear.
std::vector<BareUrl> find_bare_urls(std::string_view text, char before);

}  // namespace runbookc
