#include "cli/path_names.h"

#include "base/path.h"
#include "base/unicode.h"

namespace runbookc {
namespace {

std::string_view without_ending(std::string_view path) {
  return path.substr(0, path.size() - file_extension(path).size());
}

// A document, the page that is built of it, or either with its ending left out.
bool is_page_name(std::string_view lower_path) {
  const std::string_view ending = file_extension(lower_path);
  return ending.empty() || ending == ".md" || ending == ".markdown" || ending == ".html";
}

bool is_index_name(std::string_view lower_name) {
  return lower_name == "readme" || lower_name == "index" || lower_name == "_index";
}

}  // namespace

void PathNames::insert(std::string_view path) {
  const std::string lower = to_lower(path);
  paths_.insert(lower);
  std::string_view folder = parent_path(lower);
  if (is_page_name(lower)) {
    const std::string_view stem = without_ending(lower);
    stems_.emplace(stem);
    if (is_index_name(file_name(stem))) stems_.insert(join_path(folder, "index"));
  }
  for (; !folder.empty(); folder = parent_path(folder)) paths_.emplace(folder);
}

bool PathNames::contains(std::string_view path) const {
  const std::string lower = to_lower(path);
  // A name with its ending left out may look as if it had another: `v1.2` for `v1.2.md`.
  return paths_.contains(lower) || stems_.contains(lower) ||
         (is_page_name(lower) && stems_.contains(without_ending(lower)));
}

}  // namespace runbookc
