#include "emit/template_tag.h"

#include "base/text.h"

namespace runbookc {

std::optional<TemplateTag> next_template_tag(std::string_view text, std::size_t from) {
  TemplateTag tag;
  tag.begin = text.find("{{", from);
  if (tag.begin == std::string_view::npos) return std::nullopt;
  const std::string_view closing = text.substr(tag.begin, 3) == "{{{" ? "}}}" : "}}";
  const std::size_t last = text.find(closing, tag.begin + 2);
  if (last == std::string_view::npos) {
    tag.end = last;
    return tag;
  }
  tag.end = last + closing.size();
  tag.name = trim(text.substr(tag.begin + 2, last - tag.begin - 2));
  if (!tag.name.empty() &&
      std::string_view("#^/>!=&{").find(tag.name[0]) != std::string_view::npos) {
    tag.kind = tag.name[0];
    tag.name = trim(tag.name.substr(1));
  }
  return tag;
}

std::vector<TemplateTag> template_tags(std::string_view text) {
  std::vector<TemplateTag> tags;
  auto tag = next_template_tag(text, 0);
  while (tag && tag->end != std::string_view::npos) {
    tags.push_back(*tag);
    tag = next_template_tag(text, tag->end);
  }
  return tags;
}

}  // namespace runbookc
