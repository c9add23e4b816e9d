#include "report/shown_paths.h"

#include "base/path.h"

namespace runbookc {
namespace {

std::string_view below_top(std::string_view absolute) {
  return absolute.starts_with('/') ? absolute.substr(1) : absolute;
}

}  // namespace

ShownPaths::ShownPaths(std::string_view root, std::string_view here)
    : in_project_(here.empty() || here == root), root_(below_top(root)), here_(below_top(here)) {}

std::string ShownPaths::operator()(std::string_view path) const {
  if (in_project_) return std::string(path.empty() ? "." : path);
  return relative_path(here_, join_path(root_, path));
}

}  // namespace runbookc
