#include "base/wrap.h"

#include <algorithm>

#include "base/text.h"
#include "base/unicode.h"

namespace runbookc {

std::string wrap(std::string_view paragraph, std::size_t indent) {
  const std::string margin(indent, ' ');
  std::string out = margin;
  std::size_t column = indent;
  for (const std::string_view word : split(paragraph, ' ')) {
    const std::size_t width = display_width(word);
    if (column > indent && column + 1 + width > kTextWidth) {
      out += "\n" + margin;
      column = indent;
    }
    if (column > indent) {
      out += ' ';
      ++column;
    }
    out += word;
    column += width;
  }
  return out + "\n";
}

std::string wrap_paragraphs(std::string_view text, std::size_t indent) {
  std::string out;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find("\n\n"), text.size());
    out += wrap(text.substr(0, end), indent) + "\n";
    text.remove_prefix(std::min(end + 2, text.size()));
  }
  return out;
}

}  // namespace runbookc
