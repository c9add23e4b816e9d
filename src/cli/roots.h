// Where a project begins (PRODUCT section 1, "Roots"), and paths of people against it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "config/project_config.h"

namespace runbookc {

// The remedy for a path that lies outside the project.
inline constexpr std::string_view kOwnProjectHelp = "start in its own project, as with -C DIR";

struct Roots {
  std::string root;         // of the project: absolute, without symbolic links
  std::string config_file;  // absolute; "" if the project has none
  // What the PATH arguments name, relative to the root ("" for the root itself); sorted. Empty:
  // everything.
  std::vector<std::string> selection;
};

// `directory` is where the search starts, `config` the --config option ("" if not given), `paths`
// the PATH arguments; all of them absolute or relative to the working directory. An Error for a
// PATH that does not exist or lies outside the project.
Result<Roots> find_roots(const std::string& directory, const std::string& config,
                         const std::vector<std::string>& paths);

// Whether anything is at `path`, be it a link that leads nowhere.
bool is_there(const std::string& path);

// `path` as an absolute path: the folder that it stands in without symbolic links, the last name as
// written, so that a link is named and not what it leads to. Nothing if that folder does not exist.
std::optional<std::string> absolute_path(const std::string& path);

// The same for a path whose folder is still to be made: free of symbolic links as far as it exists.
// Nothing if it leads through something that is no folder, or if the system cannot say.
struct FuturePath {
  std::string path;    // absolute
  std::string folder;  // absolute; the deepest existing folder that it would stand in
  bool has_folder;     // that is the very folder that it would stand in
};
std::optional<FuturePath> future_path(const std::string& path);

// `path` relative to the folder `root` (both absolute), or nothing if it lies outside.
std::optional<std::string> path_within(std::string_view path, std::string_view root);

// The folder `root` (absolute) relative to the top of the git repository that it lies in:
// "docs/ops";
// "" for that top itself, and where there is no repository.
std::string path_in_repository(const std::string& root);

}  // namespace runbookc
