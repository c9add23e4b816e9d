#include "git/object_reader.h"

#include <charconv>
#include <system_error>

namespace runbookc {

// "hash blob 12\n", twelve bytes, and "\n"; or "hash missing\n". Whether it was all there.
bool ObjectReader::read_one() {
  const std::string_view rest = std::string_view(kept_).substr(begin_);
  const std::size_t line_end = rest.find('\n');
  if (line_end == std::string_view::npos) return false;
  const std::string_view line = rest.substr(0, line_end);
  const std::string_view hash = line.substr(0, line.find(' '));
  const std::string_view number = line.substr(line.rfind(' ') + 1);
  std::size_t size = 0;
  if (std::from_chars(number.data(), number.data() + number.size(), size).ec != std::errc()) {
    misses_any_ = true;
    begin_ += line_end + 1;
    return true;
  }
  const std::string_view text = rest.substr(line_end + 1);
  if (text.size() <= size) return false;
  take_(hash, text.substr(0, size));
  begin_ += line_end + 1 + size + 1;
  return true;
}

void ObjectReader::read(std::string_view bytes) {
  kept_ += bytes;
  while (read_one()) {
  }
  kept_.erase(0, begin_);
  begin_ = 0;
}

}  // namespace runbookc
