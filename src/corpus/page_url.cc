#include "base/path.h"
#include "base/text.h"
#include "corpus/corpus.h"
#include "corpus/document_stem.h"

namespace runbookc {
namespace {

bool is_index_name(std::string_view stem) {
  return equals_ignoring_case(stem, "readme") || equals_ignoring_case(stem, "index") ||
         equals_ignoring_case(stem, "_index");
}

}  // namespace

std::string page_url(std::string_view content_path, std::span<const std::string> extensions) {
  const std::string_view stem = file_name(document_stem(content_path, extensions));
  const std::string page = is_index_name(stem) ? "index.html" : std::string(stem) + ".html";
  return join_path(parent_path(content_path), page);
}

std::string alias_url(std::string_view alias) {
  alias = trim(alias);
  const std::optional<std::string> path = resolve_path("", alias);
  if (!path || path->empty()) return "";
  const std::string extension = lower_ascii(file_extension(*path));
  if (extension == ".html" || extension == ".htm") return *path;
  if (extension == ".md" || extension == ".markdown") return page_url(*path);
  return join_path(*path, "index.html");
}

}  // namespace runbookc
