// What a new path means for a document whose text may be what it was.
#pragma once

#include <string>
#include <string_view>

#include "corpus/corpus.h"
#include "diag/diagnostic.h"

namespace runbookc {

struct RenameEffect {
  std::string old_path;  // relative to the project root
  std::string old_type;
  bool was_document = false;          // false: it was not read there, and all about it is new
  bool folder_changed = false;        // what relative links start from
  bool front_matter_changed = false;  // by the project's defaults, which go by globs
  bool type_changed = false;
  bool code_owners_changed = false;
};

// Of the document `page`, which was at `old_path`.
RenameEffect effect_of_rename(const Corpus& corpus, Index page, std::string_view old_path);

// Whether the project file turns the finding's rule on there, raises it, or gives it other options,
// where it did not at the old path.
bool rule_was_weaker(const Corpus& corpus, Index page, const RenameEffect& effect,
                     const Diagnostic& finding);

}  // namespace runbookc
