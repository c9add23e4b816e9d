#include "check/unfilled_value.h"

#include <algorithm>

#include "base/text.h"
#include "check/written_key.h"

namespace runbookc {
namespace {

std::string description_of(const PageContext& context, std::string_view key) {
  const Value* properties =
      context.type == nullptr ? nullptr : context.type->schema_value.find("properties");
  const Value* property = properties == nullptr ? nullptr : properties->find(key);
  const Value* text = property == nullptr ? nullptr : property->find("description");
  return text == nullptr ? "" : collapse_space(text->text);
}

}  // namespace

bool is_unfilled(std::string_view value) {
  value = trim(value);
  return std::ranges::any_of(std::initializer_list<std::string_view>{"TODO", "TBD"},
                             [&](std::string_view mark) {
                               return value.starts_with(mark) &&
                                      (value.size() == mark.size() || value[mark.size()] == ':');
                             });
}

Finding unfilled_field(const PageContext& context, std::string_view key, const Span& place) {
  const std::string description = description_of(context, key);
  return {.span = place,
          .message = "'" + written_key(context, key) + "' is still to be filled in",
          .help = description.empty() ? "write the real value" : "write it: " + description,
          .subject = std::string(key)};
}

}  // namespace runbookc
