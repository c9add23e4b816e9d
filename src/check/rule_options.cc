#include "check/rule_options.h"

namespace runbookc {

std::vector<std::string> text_list_option(const Value& options, std::string_view name) {
  const Value* value = options.find(name);
  if (value == nullptr) {
    return {};
  }
  if (value->is_string()) {
    return {value->text};
  }
  std::vector<std::string> texts;
  for (const Value& item : value->items) {
    if (item.is_scalar()) {
      texts.push_back(item.text);
    }
  }
  return texts;
}

}  // namespace runbookc
