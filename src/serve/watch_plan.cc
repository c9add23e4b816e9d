#include "serve/watch_plan.h"

#include <algorithm>

#include "base/path.h"

namespace runbookc {
namespace {

bool is_absolute(std::string_view path) { return path.starts_with('/'); }

// For "/etc/x.yaml" the folder is "/etc"; for "/x.yaml" it is "/".
std::string folder_of(std::string_view path) {
  if (!is_absolute(path)) return std::string(parent_path(path));
  return std::string(path.substr(0, std::max<std::size_t>(path.rfind('/'), 1)));
}

// Whether `path`, which is in `tree`, or a folder above it but below the tree, does not count.
bool is_ignored(const WatchPlan& plan, std::string_view tree, std::string_view path) {
  for (; path.size() > tree.size(); path = parent_path(path)) {
    if (is_left_out(plan, path)) return true;
  }
  return false;
}

bool leads_to(std::string_view path, std::string_view goal) {
  return !is_absolute(path) && !is_absolute(goal) && is_inside(goal, path);
}

}  // namespace

bool same_places(const WatchPlan& a, const WatchPlan& b) {
  return a.trees == b.trees && a.files == b.files && a.without == b.without;
}

bool is_left_out(const WatchPlan& plan, std::string_view path) {
  return std::ranges::find(plan.without, path) != plan.without.end() ||
         (plan.ignores && plan.ignores(path));
}

std::vector<std::string> folders_on_the_way(const WatchPlan& plan) {
  std::vector<std::string> folders;
  const auto add_above = [&](std::string_view path) {
    for (; !path.empty(); path = parent_path(path)) folders.emplace_back(parent_path(path));
  };
  for (const std::string& tree : plan.trees) add_above(tree);
  for (const std::string& file : plan.files) {
    if (is_absolute(file)) {
      folders.push_back(folder_of(file));
    } else {
      add_above(file);
    }
  }
  std::ranges::sort(folders);
  folders.erase(std::ranges::unique(folders).begin(), folders.end());
  return folders;
}

bool is_watched(const WatchPlan& plan, std::string_view path) {
  const auto holds = [&](const std::string& tree) {
    return !is_absolute(path) && is_inside(path, tree) && !is_ignored(plan, tree, path);
  };
  const auto on_way_to = [&](const std::string& goal) {
    return path == goal || leads_to(path, goal);
  };
  return std::ranges::any_of(plan.trees, holds) || std::ranges::any_of(plan.trees, on_way_to) ||
         std::ranges::any_of(plan.files, on_way_to);
}

}  // namespace runbookc
