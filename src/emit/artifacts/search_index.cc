#include "search/index_files.h"

#include <memory>

#include "emit/artifact.h"

namespace runbookc {

namespace {

std::vector<PlannedArtifact> plan(const SiteInput& input) {
  // The thread that needs the index first builds it; those that need it meanwhile wait, so that
  // their processors are free for it.
  const auto shared = std::make_shared<const SearchFiles>(input.corpus, input.threads);
  std::vector<PlannedArtifact> planned;
  for (const SearchFiles::File& file : shared->files()) {
    planned.push_back({std::string(kSearchFolder) + search_file_name(file.kind, file.number),
                       [shared, file] { return shared->render(file); }, ""});
  }
  return planned;
}

}  // namespace

const ArtifactMaker& search_index_artifact() {
  static const ArtifactMaker maker = {
      .name = "search_index",
      .description = "what the search page and `runbookc search` look in",
      .plan = plan,
  };
  return maker;
}

}  // namespace runbookc
