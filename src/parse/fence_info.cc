#include "parse/fence_info.h"

#include <string_view>

#include "base/text.h"

namespace runbookc {

ByteRange info_range(const SourceFile& file, const CodeBlock& code) {
  const Position fence = code.span.start;
  const std::uint32_t begin = file.offset(fence);
  const std::string_view line = file.line(fence.line);
  const std::string_view rest = line.substr(begin - file.line_start(fence.line));
  const std::size_t info = rest.find_first_not_of(rest.substr(0, 1));
  if (rest.empty() || info == std::string_view::npos) return {begin, begin};
  const std::string_view text = trim(rest.substr(info));
  const auto start = static_cast<std::uint32_t>(text.data() - file.bytes().data());
  return {start, start + static_cast<std::uint32_t>(text.size())};
}

}  // namespace runbookc
