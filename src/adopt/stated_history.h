// The newest change of a document, from the history that it keeps of itself.
#pragma once

#include <optional>
#include <string>

#include "adopt/adoption.h"
#include "base/date.h"
#include "model/document.h"
#include "prose/revision_history.h"
#include "source/source_file.h"

namespace runbookc {

struct StatedHistory {
  std::optional<Revision> newest;  // its date may be a month alone
  // A row that may be newer, or contradicts: neither date nor version is certain.
  std::optional<OpenPoint> doubt;

  FoundAt place_of_newest(const std::string& path) const;  // precondition: there is one
};

// Of sections such as "Revision History"; of one that is called "History" only if it has versions
// or authors, for incidents have histories, too.
StatedHistory stated_history(const Document& document, const SourceFile& source, Date today);

}  // namespace runbookc
