#include "cli/path_names.h"

#include "base/path.h"
#include "base/unicode.h"
#include "corpus/document_stem.h"

namespace runbookc {
namespace {

bool is_index_name(std::string_view lower_name) {
  return lower_name == "readme" || lower_name == "index" || lower_name == "_index";
}

}  // namespace

// A document (`page.md`, `page.html.md.erb`), the page that is built of it, or either with its
// ending left out: without it.
std::optional<std::string_view> PathNames::stem_of(std::string_view lower_path) const {
  static const std::vector<std::string> of_pages = {".html"};
  for (const auto* endings : {&endings_, &of_pages}) {
    const std::string_view stem = without_ending(lower_path, *endings);
    if (stem.size() < lower_path.size()) return document_stem(lower_path, *endings);
  }
  return file_extension(lower_path).empty() ? std::optional(lower_path) : std::nullopt;
}

void PathNames::insert(std::string_view path) {
  const std::string lower = to_lower(path);
  paths_.insert(lower);
  std::string_view folder = parent_path(lower);
  if (const auto stem = stem_of(lower)) {
    stems_.emplace(*stem);
    stems_.emplace(without_ending(lower, {std::string(file_extension(lower))}));
    if (is_index_name(file_name(*stem))) stems_.insert(join_path(folder, "index"));
  }
  for (; !folder.empty(); folder = parent_path(folder)) paths_.emplace(folder);
}

bool PathNames::contains(std::string_view path) const {
  const std::string lower = to_lower(path);
  // A name with its ending left out may look as if it had another: `v1.2` for `v1.2.md`.
  if (paths_.contains(lower) || stems_.contains(lower)) return true;
  const auto stem = stem_of(lower);
  return stem && stems_.contains(*stem);
}

}  // namespace runbookc
