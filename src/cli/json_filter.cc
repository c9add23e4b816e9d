#include "cli/json_filter.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace runbookc {
namespace {

using Json = nlohmann::ordered_json;

std::string path_of(const Json& item) {
  const auto found = item.find("path");
  return found != item.end() && found->is_string() ? found->get<std::string>() : "";
}

std::string dump(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string dump_kept(const Json& items, const std::function<bool(std::string_view)>& keep) {
  std::string out = "[";
  const char* separator = "\n    ";
  for (const Json& item : items) {
    if (!keep(path_of(item))) continue;
    out += separator + dump(item);
    separator = ",\n    ";
  }
  return out + "\n  ]";
}

}  // namespace

std::string filter_json(std::string_view document, const std::vector<std::string>& arrays,
                        const std::function<bool(std::string_view)>& keep) {
  const Json root = Json::parse(document, nullptr, /*allow_exceptions=*/false);
  std::string out = "{";
  const char* separator = "\n  ";
  for (const auto& [key, value] : root.items()) {
    const bool filtered = value.is_array() && std::ranges::find(arrays, key) != arrays.end();
    out += separator + dump(key) + ": " + (filtered ? dump_kept(value, keep) : dump(value));
    separator = ",\n  ";
  }
  return out + "\n}\n";
}

}  // namespace runbookc
