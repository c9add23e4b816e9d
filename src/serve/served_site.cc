#include "serve/served_site.h"

#include <algorithm>
#include <utility>

#include "base/path.h"

namespace runbookc {
namespace {

constexpr std::string_view kIndex = "index.html";
constexpr std::uint64_t kCopyLimit = std::uint64_t{64} * 1024 * 1024;

}  // namespace

const PlannedArtifact* ServedSite::find(std::string_view file) const {
  const auto found = std::ranges::lower_bound(planned_, file, {}, [](const PlannedArtifact& entry) {
    return std::string_view(entry.path);
  });
  return found == planned_.end() || found->path != file ? nullptr : &*found;
}

std::optional<std::string> ServedSite::file_at(std::string_view url_path) const {
  if (!url_path.starts_with('/')) return std::nullopt;
  std::string file(url_path.substr(1));
  if (file.empty() || file.ends_with('/')) file += kIndex;
  if (find(file) == nullptr) return std::nullopt;
  return file;
}

bool ServedSite::is_folder_without_slash(std::string_view url_path) const {
  return url_path.starts_with('/') && !url_path.ends_with('/') &&
         file_at(std::string(url_path) + "/").has_value();
}

std::optional<std::string> ServedSite::bytes(const std::string& file) {
  const auto made = made_.find(file);
  if (made != made_.end()) return made->second;
  const PlannedArtifact* artifact = find(file);
  if (artifact == nullptr) return std::nullopt;
  if (artifact->render) return made_.emplace(file, artifact->render()).first->second;
  // A copied file may be large, and may change: it is read whenever it is asked for.
  ReadOutcome outcome = project_->read(artifact->copy_from, kCopyLimit);
  if (outcome.failure != ReadFailure::none) return std::nullopt;
  return std::move(outcome.bytes);
}

bool ServedSite::copies_from(std::string_view path) const {
  return std::ranges::any_of(planned_, [path](const PlannedArtifact& artifact) {
    return !artifact.copy_from.empty() && is_inside(artifact.copy_from, path);
  });
}

}  // namespace runbookc
