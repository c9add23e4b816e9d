// The tags of a Mustache template, as they are written.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace runbookc {

// One `{{…}}`. `name` points into the text that it was read from.
struct TemplateTag {
  char kind = 0;          // '#', '^', '/', '>', '!', '=', '{' and '&' for raw text, or 0
  std::string_view name;  // without white space around it
  std::size_t begin = 0;  // byte of the first brace
  std::size_t end = 0;    // behind the last one; std::string_view::npos if it is never closed
};

// The first that begins at `from` or behind it.
std::optional<TemplateTag> next_template_tag(std::string_view text, std::size_t from);

// All, in order; none after one that is never closed.
std::vector<TemplateTag> template_tags(std::string_view text);

}  // namespace runbookc
