// What follows for a document from its path: settings of the project file that go by globs, and
// owners by CODEOWNERS. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/glob_index.h"
#include "corpus/corpus.h"

namespace runbookc {

// One path, relative to the project root and relative to the content root: globs may mean either.
struct DocumentPlace {
  std::string_view path;
  std::string_view content_path;
};

bool matches(const Glob& glob, const DocumentPlace& place);

// What the globs of a project file say of paths. `config` outlives it. Thread-safe.
class PathRules {
 public:
  explicit PathRules(const ProjectConfig& config);

  // The front matter `written` there with the project's defaults, where these add to it.
  std::optional<Value> completed_at(const DocumentPlace& place, const Value& written) const;

  // The type of a document there whose front matter, defaults included, says `metadata`.
  std::string type_at(const DocumentPlace& place, const Metadata& metadata) const;

  // What `types` says of it by a glob; null for nothing.
  const std::string* type_by_glob(const DocumentPlace& place) const;

 private:
  const ProjectConfig& config_;
  GlobIndex defaults_, types_;
};

struct PathMeaning {
  bool is_document = false;  // false: not read there, and nothing below is known
  Value front_matter;
  std::string type;
  std::vector<std::string> code_owners;  // as written
};

// What would follow for `document` from `path` (relative to the project root), had it that one.
PathMeaning meaning_of_path(const Corpus& corpus, const Document& document, std::string_view path);

}  // namespace runbookc
