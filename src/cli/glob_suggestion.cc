#include "cli/glob_suggestion.h"

#include <algorithm>

#include "base/text.h"

namespace runbookc {
namespace {

constexpr std::string_view kHere = "./";
constexpr std::string_view kWildcards = "*?[{\\";

bool matches_any(std::string_view pattern, const std::vector<DocumentPlace>& documents) {
  const auto glob = Glob::compile(pattern);
  return glob && std::ranges::any_of(
                     documents, [&](const DocumentPlace& place) { return matches(*glob, place); });
}

bool is_fixed(std::string_view name) {
  return name.find_first_of(kWildcards) == std::string_view::npos;
}

// `pattern` with its first fixed names, and its last, as `path` writes them.
std::string spelt_as(std::string_view pattern, std::string_view path) {
  std::vector<std::string_view> names = split(pattern, '/');
  const std::vector<std::string_view> written = split(path, '/');
  const std::size_t folders = std::min(names.size(), written.size()) - 1;
  for (std::size_t i = 0; i < folders && is_fixed(names[i]); ++i) names[i] = written[i];
  if (is_fixed(names.back())) names.back() = written.back();
  std::string out;
  for (const std::string_view name : names) {
    if (!out.empty()) out += '/';
    out += name;
  }
  return out;
}

// The pattern in the letter case of the first document that it would match then.
std::optional<std::string> in_other_case(std::string_view pattern,
                                         const std::vector<DocumentPlace>& documents) {
  const auto glob = Glob::compile(lower_ascii(pattern));
  if (!glob) return std::nullopt;
  for (const DocumentPlace& place : documents) {
    for (const std::string_view path : {place.path, place.content_path}) {
      if (!glob->matches(lower_ascii(path))) continue;
      std::string spelt = spelt_as(pattern, path);
      if (matches_any(spelt, documents)) return spelt;
    }
  }
  return std::nullopt;
}

}  // namespace

std::optional<std::string> meant_glob(std::string_view pattern,
                                      const std::vector<DocumentPlace>& documents) {
  const std::string plain(pattern.substr(pattern.starts_with(kHere) ? kHere.size() : 0));
  if (plain.empty()) return std::nullopt;
  const std::string inside = plain + (plain.ends_with('/') ? "**" : "/**");
  for (const std::string& candidate : {plain, inside}) {
    if (candidate != pattern && matches_any(candidate, documents)) return candidate;
  }
  for (const std::string& candidate : {plain, inside}) {
    if (std::optional<std::string> spelt = in_other_case(candidate, documents)) return spelt;
  }
  return std::nullopt;
}

const DocumentPlace* deeper_match(std::string_view pattern,
                                  const std::vector<DocumentPlace>& documents) {
  const auto glob = Glob::compile("**/" + std::string(pattern));
  if (!glob) return nullptr;
  const auto found = std::ranges::find_if(
      documents, [&](const DocumentPlace& place) { return matches(*glob, place); });
  return found == documents.end() ? nullptr : &*found;
}

}  // namespace runbookc
