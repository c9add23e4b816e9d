// What of a project is watched for changes.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace runbookc {

// Paths are relative to the project root ("" for the root itself); none of them need exist.
struct WatchPlan {
  std::vector<std::string> trees;         // folders with all that is in them
  std::vector<std::string> files;         // single ones; absolute, if they lie outside the project
  std::vector<std::string> without = {};  // folders below trees, with all that is in them
  // The same for whatever this says of a file or folder below a tree. May be empty.
  std::function<bool(std::string_view path)> ignores = {};
};

// Whether two plans name the same places; what they ignore is not compared.
bool same_places(const WatchPlan& a, const WatchPlan& b);

// Whether a file or folder below a tree does not count, for its own sake.
bool is_left_out(const WatchPlan& plan, std::string_view path);

// The folders that lead to what is watched, the root first, without what is in trees: something may
// be put, moved or removed there.
std::vector<std::string> folders_on_the_way(const WatchPlan& plan);

// Whether a change of `path` is one of what is watched, or of a folder on the way to it.
bool is_watched(const WatchPlan& plan, std::string_view path);

}  // namespace runbookc
