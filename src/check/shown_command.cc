#include "check/shown_command.h"

#include <string_view>

#include "base/text.h"
#include "base/unicode.h"

namespace runbookc {
namespace {

constexpr std::size_t kLongestShown = 60;

}  // namespace

std::string shown_command(const Command& command) {
  const std::string_view text = command.text;
  const std::string_view line = trim_end(text.substr(0, text.find('\n')));
  if (line.size() <= kLongestShown) return std::string(line) + (line == text ? "" : " …");
  std::size_t end = 0;
  while (end < kLongestShown) {
    const std::size_t size = decode_utf8(line.substr(end)).size;
    if (end + size > kLongestShown) break;
    end += size;
  }
  const std::size_t space = line.substr(0, end).rfind(' ');
  return std::string(trim_end(line.substr(0, space == std::string_view::npos ? end : space))) +
         " …";
}

}  // namespace runbookc
