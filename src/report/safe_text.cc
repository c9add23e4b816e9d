#include "report/safe_text.h"

#include <algorithm>

#include "base/unicode.h"

namespace runbookc {
namespace {

constexpr std::size_t kLongestCommand = 16;

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

}  // namespace

// Letters of either case, since runners do not agree about it.
bool starts_runner_command(std::string_view text) {
  if (!text.starts_with("##")) return false;
  const std::string_view rest = text.substr(2, kLongestCommand);
  const auto* end = std::ranges::find_if_not(rest, is_letter);
  return end != rest.end() && *end == '[';
}

std::string safe_text(std::string_view utf8) {
  std::string visible = printable(utf8);
  if (visible.find("##") == std::string::npos) return visible;
  std::string out;
  for (std::size_t i = 0; i < visible.size(); ++i) {
    if (starts_runner_command(std::string_view(visible).substr(i))) {
      out += kBrokenHash;
    } else {
      out += visible[i];
    }
  }
  return out;
}

std::string safe_path(std::string_view path) {
  const std::string text = safe_text(path);
  const std::size_t first = text.find_first_not_of(' ');
  const bool obeyed = first != std::string::npos && std::string_view(text).substr(first, 2) == "::";
  return obeyed ? "./" + text : text;
}

}  // namespace runbookc
