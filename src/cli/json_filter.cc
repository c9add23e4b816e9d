#include "cli/json_filter.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace runbookc {
namespace {

using Json = nlohmann::ordered_json;

std::string text_of(const Json& item, const char* key) {
  const auto found = item.find(key);
  return found != item.end() && found->is_string() ? found->get<std::string>() : "";
}

JsonItem describe(std::string_view array, const Json& item) {
  return {array, text_of(item, "path"), text_of(item, "id")};
}

std::string dump(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string dump_kept(std::string_view array, const Json& items, const JsonItemTest& keep) {
  std::string out = "[";
  const char* separator = "\n    ";
  for (const Json& item : items) {
    if (!keep(describe(array, item))) continue;
    out += separator + dump(item);
    separator = ",\n    ";
  }
  return out + "\n  ]";
}

Json parse(std::string_view document) {
  return Json::parse(document, nullptr, /*allow_exceptions=*/false);
}

}  // namespace

std::string filter_json(std::string_view document, const std::vector<std::string>& arrays,
                        const JsonItemTest& keep) {
  const Json root = parse(document);
  std::string out = "{";
  const char* separator = "\n  ";
  for (const auto& [key, value] : root.items()) {
    const bool filtered = value.is_array() && std::ranges::find(arrays, key) != arrays.end();
    out += separator + dump(key) + ": " + (filtered ? dump_kept(key, value, keep) : dump(value));
    separator = ",\n  ";
  }
  return out + "\n}\n";
}

std::string json_lines(std::string_view document, std::string_view array,
                       const JsonItemTest& keep) {
  const Json root = parse(document);
  std::string out;
  for (const Json& item : root[std::string(array)])
    if (keep(describe(array, item))) out += dump(item) + "\n";
  return out;
}

}  // namespace runbookc
