#include "corpus/path_meaning.h"

#include <ranges>

#include "corpus/content_walk.h"
#include "corpus/target_locator.h"

namespace runbookc {
namespace {

std::vector<std::string> code_owners_of(const CodeOwners& code_owners, std::string_view path) {
  std::vector<std::string> names;
  const Index line = code_owners.match(path);
  if (line == kNone) return names;
  for (const auto& name : code_owners.lines()[line].owners) names.push_back(name.value);
  return names;
}

}  // namespace

bool matches(const Glob& glob, const DocumentPlace& place) {
  return glob.matches(place.path) || glob.matches(place.content_path);
}

PathRules::PathRules(const ProjectConfig& config) : config_(config) {
  for (const auto& [glob, defaults] : config.defaults) defaults_.add(glob);
  for (const auto& [glob, type] : config.types_by_glob) types_.add(glob);
}

// Later globs are the more particular ones, as with rules.
std::optional<Value> PathRules::completed_at(const DocumentPlace& place,
                                             const Value& written) const {
  std::optional<Value> completed;
  const auto candidates = defaults_.candidates(place.path, place.content_path);
  for (const std::size_t i : std::views::reverse(candidates)) {
    const auto& [glob, defaults] = config_.defaults[i];
    if (matches(glob, place)) completed = with_defaults(completed.value_or(written), defaults);
  }
  return completed;
}

std::string PathRules::type_at(const DocumentPlace& place, const Metadata& metadata) const {
  if (!metadata.type.value.empty()) return metadata.type.value;
  if (const std::string* type = type_by_glob(place)) return *type;
  return config_.default_type.empty() ? "page" : config_.default_type;
}

const std::string* PathRules::type_by_glob(const DocumentPlace& place) const {
  for (const std::size_t i : types_.candidates(place.path, place.content_path)) {
    const auto& [glob, type] = config_.types_by_glob[i];
    if (matches(glob, place)) return &type;
  }
  return nullptr;
}

PathMeaning meaning_of_path(const Corpus& corpus, const Document& document, std::string_view path) {
  PathMeaning meaning;
  const auto content_path = within_content(path, corpus.config.content);
  if (!content_path || !is_document_path(corpus.config, path, *content_path)) return meaning;
  const DocumentPlace place{path, *content_path};
  meaning.is_document = true;
  const PathRules rules(corpus.config);
  const Value& written = document.front_matter.root;
  meaning.front_matter = rules.completed_at(place, written).value_or(written);
  meaning.type = rules.type_at(place, read_metadata(meaning.front_matter));
  meaning.code_owners = code_owners_of(corpus.code_owners, path);
  return meaning;
}

}  // namespace runbookc
