#include "report/safe_text.h"

#include <algorithm>
#include <utility>

#include "base/ascii.h"
#include "base/text.h"
#include "base/unicode.h"

namespace runbookc {
namespace {

constexpr std::size_t kLongestCommand = 16;

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

namespace {

// Runners skip white space of all scripts before a command, and a comparison by the rules of a
// language skips what has no width.
bool is_skipped(std::string_view utf8, const CodePoint& point) {
  return is_unicode_space(point.value) || display_width(utf8.substr(0, point.size)) == 0;
}

// Where `::` stands if a runner would take the line for a command; else npos.
std::size_t workflow_command_at(std::string_view line) {
  std::size_t at = 0;
  while (at < line.size()) {
    const CodePoint point = decode_utf8(line.substr(at));
    if (!is_skipped(line.substr(at), point)) break;
    at += point.size;
  }
  return line.substr(at).starts_with("::") ? at : std::string_view::npos;
}

}  // namespace

namespace {

std::string without_workflow_command(std::string text) {
  const std::size_t command = workflow_command_at(text);
  if (command != std::string::npos) text.replace(command, 1, kBrokenColon);
  return text;
}

}  // namespace

std::string safe_line(std::string_view utf8) { return without_workflow_command(safe_text(utf8)); }

std::string safe_code_line(std::string_view utf8) {
  std::string text;
  for (const std::string_view part : split(utf8, '\t')) {
    if (part.data() != utf8.data()) text += '\t';
    text += safe_text(part);
  }
  return without_workflow_command(std::move(text));
}

std::string safe_path(std::string_view path) {
  const std::string text = safe_text(path);
  return workflow_command_at(text) == std::string::npos ? text : "./" + text;
}

}  // namespace runbookc
