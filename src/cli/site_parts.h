// What emitting needs besides the checked corpus, and single artifacts made with it.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "cli/project.h"
#include "emit/artifact.h"
#include "emit/templates.h"

namespace runbookc {

struct SiteParts {
  Templates templates;
  Assets assets;
};

// For a site in `language`; the files are those of the project.
Result<SiteParts> load_site_parts(const Files& files, std::string_view language);

// The bytes of the artifact of this path ("index.json"), as `build` would write it. Nothing else is
// made.
Result<std::string> render_artifact(const Project& project, const Analysis& analysis,
                                    std::string_view path);

}  // namespace runbookc
