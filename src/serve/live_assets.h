// The script and the style with which a served page follows changes: `templates/live/`, which are
// no part of a site.
#pragma once

#include <string>

#include "base/files.h"
#include "base/result.h"
#include "emit/words.h"

namespace runbookc {

struct LiveAssets {
  std::string script;
  std::string style;
};

// The project's own files, else the embedded ones. The script gets the words that begin with
// `live.`. An Error for files that cannot be read.
Result<LiveAssets> load_live_assets(const Files& files, const Words& words);

}  // namespace runbookc
