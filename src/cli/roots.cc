#include "cli/roots.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "base/near_miss.h"

namespace runbookc {

namespace fs = std::filesystem;

bool is_there(const std::string& path) {
  std::error_code problem;
  return fs::exists(fs::symlink_status(path, problem));
}

namespace {

bool is_folder(const fs::path& path) {
  std::error_code problem;
  return fs::is_directory(path, problem);
}

// The nearest project file at or above `folder`, not past the git top level; "" if none.
std::string search_upward(fs::path folder) {
  while (true) {
    const fs::path candidate = folder / kProjectFile;
    if (is_there(candidate) && !is_folder(candidate)) return candidate.string();
    if (is_there(folder / ".git") || !folder.has_relative_path()) return "";
    folder = folder.parent_path();
  }
}

// "did you mean" among what the folder holds.
std::string nearest_name(const fs::path& path) {
  std::vector<std::string> names;
  std::error_code problem;
  for (fs::directory_iterator it(path.parent_path(), problem), end; it != end && !problem;
       it.increment(problem)) {
    names.push_back(it->path().filename().string());
  }
  std::ranges::sort(names);
  const auto nearest = near_miss(path.filename().string(), names);
  return nearest ? fmt::format("did you mean '{}'?", *nearest) : "";
}

Result<std::vector<std::string>> absolute_paths(const std::vector<std::string>& paths) {
  std::vector<std::string> out;
  for (const std::string& path : paths) {
    const auto absolute = absolute_path(path);
    if (!absolute) return Error{fmt::format("there is no file or folder '{}'", path), ""};
    if (!is_there(*absolute)) {
      return Error{fmt::format("there is no file or folder '{}'", path), nearest_name(*absolute)};
    }
    out.push_back(*absolute);
  }
  return out;
}

// The deepest folder that holds every path, a folder holding itself.
fs::path common_folder(const std::vector<std::string>& paths) {
  const auto folder_of = [](const fs::path& path) {
    return is_folder(path) ? path : path.parent_path();
  };
  fs::path common = folder_of(paths.front());
  for (const std::string& path : paths) {
    while (!path_within(path, common.string())) common = common.parent_path();
  }
  return common;
}

Result<std::string> absolute_config(const std::string& config) {
  std::error_code problem;
  const fs::path real = fs::canonical(config, problem);
  if (!problem && !is_folder(real)) return real.string();
  const auto absolute = absolute_path(config);
  return Error{fmt::format("cannot read the project file '{}': {}", config,
                           problem ? problem.message() : "it is a folder"),
               absolute ? nearest_name(*absolute) : ""};
}

Status select_paths(Roots& roots, const std::vector<std::string>& written,
                    const std::vector<std::string>& absolute) {
  for (std::size_t i = 0; i < absolute.size(); ++i) {
    const auto relative = path_within(absolute[i], roots.root);
    if (!relative) {
      return Error{fmt::format("'{}' lies outside the project {}", written[i], roots.root),
                   std::string(kOwnProjectHelp)};
    }
    roots.selection.push_back(*relative);
  }
  std::ranges::sort(roots.selection);
  return Done{};
}

}  // namespace

std::optional<std::string> absolute_path(const std::string& path) {
  std::error_code problem;
  const fs::path whole = fs::absolute(path, problem);
  if (problem) return std::nullopt;
  const std::string name = whole.filename().string();
  const bool names_folder = name.empty() || name == "." || name == "..";
  if (names_folder) {
    const fs::path real = fs::canonical(whole, problem);
    return problem ? std::nullopt : std::optional(real.string());
  }
  const fs::path parent = fs::canonical(whole.parent_path(), problem);
  return problem ? std::nullopt : std::optional((parent / name).string());
}

std::optional<FuturePath> future_path(const std::string& path) {
  std::error_code problem;
  const fs::path whole = fs::absolute(path, problem);
  if (problem || !whole.has_filename()) return std::nullopt;
  const fs::path parent = fs::weakly_canonical(whole.parent_path(), problem);
  if (problem) return std::nullopt;
  fs::path folder = parent;
  while (!is_there(folder) && folder.has_relative_path()) folder = folder.parent_path();
  if (!is_folder(folder)) return std::nullopt;
  return FuturePath{.path = (parent / whole.filename()).string(),
                    .folder = folder.string(),
                    .has_folder = folder == parent};
}

std::optional<std::string> path_within(std::string_view path, std::string_view root) {
  if (path == root) return "";
  if (root == "/") return std::string(path.substr(1));
  if (!path.starts_with(root) || path[root.size()] != '/') return std::nullopt;
  return std::string(path.substr(root.size() + 1));
}

std::string path_in_repository(const std::string& root) {
  for (fs::path folder = root;; folder = folder.parent_path()) {
    if (is_there(folder / ".git")) return path_within(root, folder.string()).value_or("");
    if (!folder.has_relative_path()) return "";
  }
}

Result<Roots> find_roots(const std::string& directory, const std::string& config,
                         const std::vector<std::string>& paths) {
  std::error_code problem;
  const fs::path start = fs::canonical(directory, problem);
  if (problem) return Error{fmt::format("cannot use '{}': {}", directory, problem.message()), ""};
  const auto absolute = absolute_paths(paths);
  if (!absolute) return absolute.error();

  Roots roots{.root = start.string(), .config_file = "", .selection = {}};
  if (!config.empty()) {
    auto file = absolute_config(config);
    if (!file) return file.error();
    roots.config_file = *std::move(file);
  } else {
    roots.config_file = search_upward(start);
    if (roots.config_file.empty() && !paths.empty()) {
      const fs::path folder = common_folder(*absolute);
      roots.root = folder.string();
      roots.config_file = search_upward(folder);
    }
    if (!roots.config_file.empty()) roots.root = fs::path(roots.config_file).parent_path().string();
  }
  const Status selected = select_paths(roots, paths, *absolute);
  if (!selected) return selected.error();
  return roots;
}

}  // namespace runbookc
