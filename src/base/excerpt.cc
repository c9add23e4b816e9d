#include "base/excerpt.h"

#include "base/text.h"
#include "base/unicode.h"

namespace runbookc {
namespace {

// Where `count` code points of `text` end, at most its size.
std::size_t end_of_code_points(std::string_view text, std::size_t count) {
  std::size_t end = 0;
  for (; count > 0 && end < text.size(); --count) {
    const bool ascii = static_cast<unsigned char>(text[end]) < 0x80;
    end += ascii ? 1 : decode_utf8(text.substr(end)).size;
  }
  return end;
}

}  // namespace

std::string excerpt(std::string_view text, std::size_t most) {
  const std::size_t end = end_of_code_points(text, most - 1);
  if (end + end_of_code_points(text.substr(end), 1) == text.size()) return std::string(text);
  const std::size_t blank = text.substr(0, end + 1).find_last_of(" \t\n");
  const bool between = blank != std::string_view::npos && blank >= end / 2;
  return std::string(trim_end(text.substr(0, between ? blank : end))) + "…";
}

}  // namespace runbookc
