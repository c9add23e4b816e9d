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

constexpr std::string_view kNumberMarks = "-_.";

// "2026-11-02", "7.1-upgrade": a date or a version, and no place in an order. Not all are digits.
bool begins_with_numbers(std::string_view name) {
  const std::size_t mark = name.find_first_not_of("0123456789");
  return mark != 0 && mark + 1 < name.size() &&
         kNumberMarks.find(name[mark]) != std::string_view::npos && is_digit(name[mark + 1]);
}

// "01-intro" and "01 - intro" -> "intro".
std::string_view without_number(std::string_view name) {
  const std::size_t digits = name.find_first_not_of("0123456789");
  if (digits == 0 || digits == std::string_view::npos || begins_with_numbers(name)) return name;
  const std::string_view mark = trim_start(name.substr(digits));
  const std::size_t size = std::min(mark.find_first_not_of(kNumberMarks), mark.size());
  const std::string_view rest = trim_start(mark.substr(size));
  return size == 0 || rest.empty() ? name : rest;
}

std::string without_numbers(std::string_view route) {
  std::vector<std::string> names;
  for (const std::string_view name : split(route, '/')) names.emplace_back(without_number(name));
  return join(names, "/");
}

// By the path alone, not yet normal.
std::string stem_route(const ProjectConfig& config, std::string_view content_path) {
  return std::string(is_index(config, content_path)
                         ? parent_path(content_path)
                         : document_stem(content_path, config.extensions));
}

std::string route_of_path(const ProjectConfig& config, std::string_view content_path) {
  const std::string route = stem_route(config, content_path);
  return config.dialect->drops_number_prefix ? without_numbers(route) : route;
}

std::optional<std::string> resolve_stated(const ProjectConfig& config,
                                          std::string_view content_path, AddressBase base,
                                          std::string_view address) {
  if (base == AddressBase::site) return resolve_path("", address);
  const std::string own = route_of_path(config, content_path);
  const bool is_own_folder = base != AddressBase::last_name && is_index(config, content_path);
  return resolve_path(is_own_folder ? std::string_view(own) : parent_path(own), address);
}

// By the front matter, not yet normal. One that is made of tokens (`/:year/:slug`) is not known.
std::optional<std::string> stated_route(const ProjectConfig& config, const Document& document,
                                        const Page& page) {
  for (const auto& [key, base] : config.dialect->address_keys) {
    const Value* address = front_matter_of(page, document).find(key);
    if (address == nullptr || !address->is_string() || address->text.empty()) continue;
    if (address->text.find(':') != std::string::npos) return std::nullopt;
    const std::string& path = document.content_path;
    if (base == AddressBase::file && is_index(config, path)) return std::nullopt;
    return resolve_stated(config, path, base, address->text);
  }
  return std::nullopt;
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

PageRoutes page_routes(const ProjectConfig& config, const Document& document, const Page& page) {
  const DialectRules& dialect = *config.dialect;
  PageRoutes found;
  const auto add = [&](const std::optional<std::string>& route) {
    if (route) found.routes.push_back(normal_route(dialect, *route));
  };
  const std::string own = route_of_path(config, document.content_path);
  if (dialect.folds_addresses || dialect.drops_number_prefix) {
    add(stated_route(config, document, page).value_or(own));
    const std::string by_file = stem_route(config, document.content_path);
    found.is_moved = found.routes.front() != normal_route(dialect, by_file);
  }
  if (!dialect.aliases_are_addresses) return found;
  for (const auto& alias : page.metadata.aliases) {
    add(resolve_path("", alias.value));
    add(resolve_path(parent_path(own), alias.value));
  }
  return found;
}

std::string address_folder(const ProjectConfig& config, const Document& document,
                           const Page& page) {
  return stated_route(config, document, page).value_or(stem_route(config, document.content_path));
}

}  // namespace runbookc
