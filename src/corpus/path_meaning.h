// What follows for a document from its path: settings of the project file that go by globs, and
// owners by CODEOWNERS. Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "corpus/corpus.h"

namespace runbookc {

// One path, relative to the project root and relative to the content root: globs may mean either.
struct DocumentPlace {
  std::string_view path;
  std::string_view content_path;
};

// The front matter `written` there, with the project's defaults.
Value front_matter_at(const ProjectConfig& config, const DocumentPlace& place,
                      const Value& written);

// The type of a document there whose front matter, defaults included, says `metadata`.
std::string type_at(const ProjectConfig& config, const DocumentPlace& place,
                    const Metadata& metadata);

struct PathMeaning {
  bool is_document = false;  // false: not read there, and nothing below is known
  Value front_matter;
  std::string type;
  std::vector<std::string> code_owners;  // as written
};

// What would follow for `document` from `path` (relative to the project root), had it that one.
PathMeaning meaning_of_path(const Corpus& corpus, const Document& document, std::string_view path);

}  // namespace runbookc
