#include "cli/starter_obstacle.h"

#include <fmt/format.h>

#include <filesystem>
#include <system_error>

#include "cli/roots.h"
#include "report/safe_text.h"

namespace runbookc {
namespace {

namespace fs = std::filesystem;

std::optional<Error> obstacle_on_way(const std::string& base, const fs::path& folder,
                                     const std::string& shown) {
  std::error_code problem;
  const fs::file_status status = fs::symlink_status(folder, problem);
  if (!fs::exists(status)) return std::nullopt;  // it is made
  const std::string name = safe_path(folder.string());
  const std::string file = safe_path(shown);
  if (fs::is_symlink(status)) {
    const fs::path target = fs::canonical(folder, problem);
    if (problem) {
      return Error{
          fmt::format("{} is a symbolic link to nothing, so {} cannot be written", name, file),
          "mend the link, or remove it"};
    }
    if (!path_within(target.string(), base)) {
      return Error{fmt::format("{} leads to {}, so {} would be written outside the project", name,
                               safe_path(target.string()), file),
                   "make it a folder of the project, or start where it leads to, as with `runbookc "
                   "init DIR`"};
    }
  }
  if (fs::is_directory(folder, problem)) return std::nullopt;
  return Error{fmt::format("{} is no folder, so {} cannot be written", name, file),
               "move it out of the way"};
}

}  // namespace

std::optional<Error> starter_obstacle(const std::string& base, const std::string& path,
                                      const std::string& shown) {
  fs::path place = base;
  const fs::path relative(path);
  for (const fs::path& step : relative.parent_path()) {
    place /= step;
    if (auto obstacle = obstacle_on_way(base, place, shown)) return obstacle;
  }
  std::error_code problem;
  if (!fs::is_directory(place / relative.filename(), problem)) return std::nullopt;
  return Error{fmt::format("{} is a folder, and has to be a file", safe_path(shown)),
               "move it out of the way"};
}

}  // namespace runbookc
