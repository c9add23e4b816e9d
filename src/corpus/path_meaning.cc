#include "corpus/path_meaning.h"

#include <ranges>

#include "corpus/content_walk.h"
#include "corpus/target_locator.h"

namespace runbookc {
namespace {

bool matches(const Glob& glob, const DocumentPlace& place) {
  return glob.matches(place.path) || glob.matches(place.content_path);
}

std::vector<std::string> code_owners_of(const CodeOwners& code_owners, std::string_view path) {
  std::vector<std::string> names;
  const Index line = code_owners.match(path);
  if (line == kNone) return names;
  for (const auto& name : code_owners.lines()[line].owners) names.push_back(name.value);
  return names;
}

}  // namespace

// Later globs are the more particular ones, as with rules.
Value front_matter_at(const ProjectConfig& config, const DocumentPlace& place,
                      const Value& written) {
  Value merged = written;
  for (const auto& [glob, defaults] : std::views::reverse(config.defaults)) {
    if (matches(glob, place)) merged = with_defaults(merged, defaults);
  }
  return merged;
}

std::string type_at(const ProjectConfig& config, const DocumentPlace& place,
                    const Metadata& metadata) {
  if (!metadata.type.value.empty()) return metadata.type.value;
  for (const auto& [glob, type] : config.types_by_glob) {
    if (matches(glob, place)) return type;
  }
  return config.default_type.empty() ? "page" : config.default_type;
}

PathMeaning meaning_of_path(const Corpus& corpus, const Document& document, std::string_view path) {
  PathMeaning meaning;
  const auto content_path = within_content(path, corpus.config.content);
  if (!content_path || !is_document_path(corpus.config, path, *content_path)) return meaning;
  const DocumentPlace place{path, *content_path};
  meaning.is_document = true;
  meaning.front_matter = front_matter_at(corpus.config, place, document.front_matter.root);
  meaning.type = type_at(corpus.config, place, read_metadata(meaning.front_matter));
  meaning.code_owners = code_owners_of(corpus.code_owners, path);
  return meaning;
}

}  // namespace runbookc
