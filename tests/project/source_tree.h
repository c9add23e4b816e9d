// The project's own files, as text.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace runbookc {

struct TextFile {
  std::string path;  // relative to the repository
  std::string text;
};

// What lies under `folder` of the repository ("" for all of it) and is text: no build output, no
// hidden folder but .ci, nothing compiled. Sorted by path.
std::vector<TextFile> project_files(std::string_view folder);

struct Include {
  std::string path;  // of the file that includes
  std::size_t line;
  std::string header;  // between the quotes or brackets
  bool quoted;
};

std::vector<Include> includes_of(const TextFile& file);

// "src/a.cc:3"
std::string place(const Include& include);

}  // namespace runbookc
