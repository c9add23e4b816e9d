// A document's own history: a table or list of dates and versions under a heading such as "Revision
// History".
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/document.h"
#include "prose/written_date.h"
#include "source/source_file.h"

namespace runbookc {

struct Revision {
  std::optional<WrittenDate> date;
  std::string date_text;  // as written
  Span date_span;
  std::string version;  // as written; ""
  Span version_span;
  std::string author;  // as written; ""
};

using RevisionHistory = std::vector<Revision>;

// One for each section with one of the titles (in comparable_title's form): its first table with a
// column of dates, or its first list whose items hold dates.
std::vector<RevisionHistory> read_revision_histories(const Document& document,
                                                     const SourceFile& source,
                                                     std::span<const std::string> titles);

// The titles that announce one, unless a project names others; in comparable_title's form.
std::vector<std::string> usual_history_titles();

// Negative, 0 or positive, by their numbers: "v1.10" is later than "1.9", "1.0" is "1". Nothing if
// one is no plain version.
std::optional<int> compare_versions(std::string_view a, std::string_view b);

// The last by date; of several of one date, that with the highest version. Null if there is none.
// All have a date.
const Revision* newest_revision(std::span<const Revision* const> revisions);

}  // namespace runbookc
