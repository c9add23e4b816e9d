#include "parse/yaml_gap.h"

#include <algorithm>

namespace runbookc {

YamlGap skip_yaml_gap(std::string_view text, std::size_t at, bool line_start) {
  YamlGap gap{.at = at, .new_line = line_start};
  bool spaced = line_start;
  while (gap.at < text.size()) {
    const char c = text[gap.at];
    if (c == ' ' || c == '\t') {
      gap.tab = gap.tab || c == '\t';
      spaced = true;
      ++gap.at;
    } else if (yaml_blank_at(text, gap.at)) {  // a line ending
      gap.at = yaml_next_line(text, gap.at);
      gap.new_line = spaced = true;
      gap.tab = false;
    } else if (c == '#' && spaced) {
      gap.at = yaml_line_end(text, gap.at);
    } else {
      gap.tight_comment = c == '#';
      break;
    }
  }
  return gap;
}

bool yaml_blank_at(std::string_view text, std::size_t at) {
  const std::string_view rest = text.substr(std::min(at, text.size()));
  return rest.empty() || rest[0] == ' ' || rest[0] == '\t' || rest[0] == '\n' ||
         rest.starts_with("\r\n");
}

std::size_t yaml_line_end(std::string_view text, std::size_t at) {
  const std::size_t found = text.find('\n', at);
  if (found == std::string_view::npos) return text.size();
  return found > at && text[found - 1] == '\r' ? found - 1 : found;
}

std::size_t yaml_next_line(std::string_view text, std::size_t at) {
  const std::size_t found = text.find('\n', at);
  return found == std::string_view::npos ? text.size() : found + 1;
}

std::size_t yaml_column(std::string_view text, std::size_t at) {
  if (at == 0) return 0;
  const std::size_t ending = text.rfind('\n', at - 1);
  return ending == std::string_view::npos ? at : at - ending - 1;
}

bool begins_yaml_line(std::string_view text, std::size_t at) {
  return text.find_first_not_of(" -", at - yaml_column(text, at)) >= at;
}

bool yaml_indicator_at(std::string_view text, std::size_t at, char indicator) {
  return at < text.size() && text[at] == indicator && yaml_blank_at(text, at + 1);
}

bool yaml_marker_at(std::string_view text, std::size_t at, std::string_view marker) {
  return text.substr(at).starts_with(marker) && yaml_blank_at(text, at + marker.size());
}

}  // namespace runbookc
