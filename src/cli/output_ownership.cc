#include "cli/output_ownership.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <optional>
#include <string_view>
#include <system_error>
#include <unordered_set>
#include <vector>

#include "base/files.h"
#include "base/path.h"
#include "base/text.h"
#include "cli/manifest.h"

namespace runbookc {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kManifestLimit = 1024ULL * 1024 * 1024;
constexpr std::size_t kNamed = 3;         // files in a message
constexpr std::size_t kMostFound = 1000;  // more than that are not counted

// Looking into a folder makes these.
constexpr std::array<std::string_view, 4> kOfFileManagers = {".DS_Store", ".directory", "Thumbs.db",
                                                             "desktop.ini"};

std::optional<std::vector<std::string>> listed_files(const Files& folder) {
  const ReadOutcome manifest = folder.read(kManifestName, kManifestLimit);
  if (manifest.failure != ReadFailure::none) return std::nullopt;
  return files_in_manifest(manifest.bytes);
}

// What a site has by its manifest.
class SiteNames {
 public:
  explicit SiteNames(const std::vector<std::string>& files) : files_(files.begin(), files.end()) {
    files_.emplace(kManifestName);
    for (const std::string& file : files) {
      for (auto up = parent_path(file); !up.empty(); up = parent_path(up)) {
        if (!folders_.emplace(up).second) break;
      }
    }
  }

  bool has_folder(const std::string& path) const { return folders_.contains(path); }
  bool has(const std::string& path) const {
    return files_.contains(path) || has_folder(path) ||
           std::ranges::find(kOfFileManagers, file_name(path)) != kOfFileManagers.end();
  }

 private:
  std::unordered_set<std::string> files_;
  std::unordered_set<std::string> folders_;
};

// Sorted; a folder for all that is in it.
Result<std::vector<std::string>> foreign_files(const std::string& folder, const SiteNames& site) {
  std::vector<std::string> found;
  std::error_code problem;
  fs::recursive_directory_iterator it(folder, fs::directory_options::skip_permission_denied,
                                      problem);
  for (; !problem && it != fs::end(it) && found.size() < kMostFound; it.increment(problem)) {
    const std::string path = it->path().string().substr(folder.size() + 1);
    if (!site.has_folder(path)) it.disable_recursion_pending();
    if (site.has(path)) continue;
    std::error_code ignored;
    const bool is_folder = fs::is_directory(it->symlink_status(ignored));
    found.push_back(is_folder ? path + "/" : path);
  }
  if (problem) {
    return Error{fmt::format("cannot look through {}: {}", folder, problem.message()),
                 "it is left alone, since a build would remove what else is in it"};
  }
  std::ranges::sort(found);
  return found;
}

std::string named(std::vector<std::string> files) {
  const std::size_t count = files.size();
  files.resize(std::min(count, kNamed));
  if (count > kNamed) return fmt::format("{} and {} more", join(files, ", "), count - kNamed);
  if (count == 1) return files.front();
  const std::string last = std::move(files.back());
  files.pop_back();
  return join(files, ", ") + " and " + last;
}

}  // namespace

Status check_replaceable(const std::string& folder) {
  std::error_code problem;
  if (!fs::exists(folder, problem)) return Done{};
  if (!fs::is_directory(folder, problem)) {
    return Error{fmt::format("{} is not a folder", folder), "name another with --out"};
  }
  const auto files = disk_files(folder);
  const auto entries = files->list("");
  if (!entries) return entries.error();
  const auto is_gitignore = [](const FolderEntry& entry) { return entry.name == ".gitignore"; };
  if (std::ranges::all_of(*entries, is_gitignore)) return Done{};
  const auto listed = listed_files(*files);
  if (!listed) {
    return Error{fmt::format("{} is not empty and was not written by runbookc", folder),
                 "it is left alone; name an empty or new folder with --out, or remove it"};
  }
  const auto foreign = foreign_files(folder, SiteNames(*listed));
  if (!foreign) return foreign.error();
  if (foreign->empty()) return Done{};
  return Error{fmt::format("{} holds {}, not written by runbookc", folder, named(*foreign)),
               "a build replaces the folder as a whole, and that would be lost: move or remove it, "
               "or name another folder with --out"};
}

bool is_our_site(const std::string& folder) {
  return listed_files(*disk_files(folder)).has_value();
}

}  // namespace runbookc
