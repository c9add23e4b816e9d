#include "corpus/document_stem.h"

#include <algorithm>
#include <array>

#include "base/path.h"
#include "base/text.h"

namespace runbookc {
namespace {

bool ends_with(std::string_view name, std::string_view extension) {
  return name.size() > extension.size() &&
         equals_ignoring_case(name.substr(name.size() - extension.size()), extension);
}

std::size_t extension_size(std::string_view name, std::span<const std::string> extensions) {
  std::size_t size = 0;
  for (const std::string& extension : extensions) {
    if (ends_with(name, extension)) size = std::max(size, extension.size());
  }
  return size == 0 ? file_extension(name).size() : size;
}

}  // namespace

bool is_page_extension(std::string_view extension) {
  static constexpr std::array<std::string_view, 4> kEndings = {".md", ".markdown", ".html", ".htm"};
  return std::ranges::any_of(kEndings, [extension](std::string_view ending) {
    return equals_ignoring_case(extension, ending);
  });
}

std::string_view document_stem(std::string_view path, std::span<const std::string> extensions) {
  path.remove_suffix(extension_size(file_name(path), extensions));
  while (is_page_extension(file_extension(path))) path.remove_suffix(file_extension(path).size());
  return path;
}

}  // namespace runbookc
