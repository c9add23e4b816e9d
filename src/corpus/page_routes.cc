#include "corpus/page_routes.h"

#include <algorithm>

#include "base/ascii.h"
#include "base/path.h"
#include "base/text.h"
#include "base/unicode.h"
#include "corpus/document_stem.h"

namespace runbookc {
namespace {

constexpr std::string_view kIndex = "index.html";

bool is_index(const ProjectConfig& config, std::string_view path) {
  return file_name(page_url(path, config.extensions)) == kIndex;
}

// "01-intro" -> "intro".
std::string_view without_number(std::string_view name) {
  const auto digits = std::ranges::find_if_not(name, is_digit);
  const auto mark = std::ranges::find_if_not(
      digits, name.end(), [](char c) { return c == '-' || c == '_' || c == '.' || c == ' '; });
  if (digits == name.begin() || mark == digits || mark == name.end()) return name;
  return name.substr(static_cast<std::size_t>(mark - name.begin()));
}

std::string without_numbers(std::string_view route) {
  std::vector<std::string> names;
  for (const std::string_view name : split(route, '/')) names.emplace_back(without_number(name));
  return join(names, "/");
}

// By the path alone, not yet normal.
std::string route_of_path(const ProjectConfig& config, const std::string& content_path) {
  const std::string_view route = is_index(config, content_path)
                                     ? parent_path(content_path)
                                     : document_stem(content_path, config.extensions);
  return config.dialect->drops_number_prefix ? without_numbers(route) : std::string(route);
}

// From the root with a slash in front; else in place of the last name.
std::optional<std::string> resolve_route(std::string_view own, std::string_view address) {
  return resolve_path(parent_path(own), address);
}

}  // namespace

std::string normal_route(const DialectRules& dialect, std::string_view address) {
  while (address.starts_with('/')) address.remove_prefix(1);
  while (address.ends_with('/')) address.remove_suffix(1);
  if (file_name(address) == kIndex) address = parent_path(address);
  if (address.ends_with(".html")) address.remove_suffix(std::string_view(".html").size());
  if (!dialect.folds_addresses) return std::string(address);
  std::string route = to_lower(address);
  std::ranges::replace(route, ' ', '-');
  return route;
}

std::vector<std::string> page_routes(const ProjectConfig& config, const Document& document,
                                     const Page& page) {
  const DialectRules& dialect = *config.dialect;
  std::vector<std::string> routes;
  const std::string own = route_of_path(config, document.content_path);
  const auto add = [&](const std::optional<std::string>& route) {
    if (route) routes.push_back(normal_route(dialect, *route));
  };
  if (dialect.folds_addresses || dialect.drops_number_prefix) add(own);
  for (const std::string_view key : dialect.address_keys) {
    const Value* address = page.front_matter.find(key);
    if (address != nullptr && address->is_string()) add(resolve_route(own, address->text));
  }
  if (!dialect.aliases_are_addresses) return routes;
  for (const auto& alias : page.metadata.aliases) {
    add(resolve_path("", alias.value));
    add(resolve_route(own, alias.value));
  }
  return routes;
}

std::string address_folder(const ProjectConfig& config, std::string_view path) {
  return std::string(is_index(config, path) ? parent_path(path)
                                            : document_stem(path, config.extensions));
}

}  // namespace runbookc
